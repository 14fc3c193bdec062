import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { inventoryOf, tiersOf, withoutTerminated } from "../../../src/outscale";
import { readPackSettings } from "../../../src/config";
import { System } from "../../../src/outscale/provider/system";
import type { Resource } from "../../../src/stack";
import { vm } from "../../support/builders";
import { stackOf, tags } from "../../support/resources";

const REGION = "cloudgouv-eu-west-1";
const SUBREGIONS = ["a", "b", "c"].map((letter) => REGION + letter);

/** A VM as it may stand in a state: what was written of it, and what the provider answers. */
const anyVm = fc.record({
  tier: fc.constantFrom("web", "db", undefined),
  placed: fc.constantFrom(...SUBREGIONS),
  moved: fc.constantFrom(undefined, ...SUBREGIONS),
  written: fc.constantFrom(undefined, "running", "stopped"),
  state: fc.constantFrom("running", "stopped", "quarantine", "stopping", "shutting-down", "terminated", undefined),
  quorum: fc.constantFrom(undefined, "witness"),
  environment: fc.constantFrom(undefined, "production", "test"),
  lifecycle: fc.constantFrom(undefined, "ephemeral"),
  availability: fc.constantFrom(undefined, "best-effort"),
});

type AnyVm = typeof anyVm extends fc.Arbitrary<infer T> ? T : never;

function resourceOf({ placed, moved, written, state, ...own }: AnyVm, index: number): Resource {
  const labels = Object.entries<string | undefined>(own).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  );
  const name = `vm-${String(index)}`;
  return {
    ...vm(name, { placementSubregionName: placed, state: written, tags: tags(Object.fromEntries(labels)) }),
    isDeployed: true,
    id: `i-${String(index)}`,
    outputs: { vmId: `i-${String(index)}`, placementSubregionName: moved ?? placed, ...(state && { state }) },
  };
}

test("a proof counts the VMs that the verdicts count, whatever became of them since", () => {
  fc.assert(
    fc.property(fc.array(anyVm, { maxLength: 12 }), (vms) => {
      const system = new System(withoutTerminated(stackOf(vms.map(resourceOf))), readPackSettings({}).shared);
      const inventory = inventoryOf(system, { isDeployed: true, cutOff: new Set() });
      const counted = inventory.tiers.map(({ name, vms: placed, witnesses }) => ({
        name,
        present: placed.bySubregion.filter(({ counted: some }, at) => some + (witnesses[at] ?? 0) > 0).map(nameOf),
        carrying: placed.bySubregion.filter(({ counted: some }) => some > 0).map(nameOf),
      }));
      const judged = tiersOf(system).map((tier) => ({
        name: tier.name,
        present: SUBREGIONS.filter((each) => !tier.missingSubregions().includes(each)),
        carrying: SUBREGIONS.filter((each) => !tier.subregionsWithoutWorker().includes(each)),
      }));
      expect(counted).toEqual(judged);
    }),
  );
});

function nameOf({ subregion }: { readonly subregion: string }): string {
  return subregion;
}
