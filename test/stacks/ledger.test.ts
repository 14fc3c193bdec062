import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { appendFileSync, cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { POLICIES } from "../../policies";
import { readPackSettings, readSettings } from "../../src/config";
import { OUTSCALE_PACKAGE } from "../../src/outscale/package";
import { type CommitmentLine, evaluate, type Ledger, ledgerOf, systemText } from "../../src/policy";
import { readProgram } from "../../src/sources";

const root = join(__dirname, "..", "..");
const scratch = mkdtempSync(join(tmpdir(), "ledger-"));
beforeAll(() => {
  symlinkSync(join(root, "node_modules"), join(scratch, "node_modules"));
});
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

/** The reference stack with more configuration, and more of a program. */
async function ledgerWith(name: string, configuration: string, program = ""): Promise<Ledger> {
  const folder = join(scratch, name);
  cpSync(join(root, "stacks", "three-tier-web"), folder, { recursive: true });
  appendFileSync(join(folder, "Pulumi.dev.yaml"), configuration);
  appendFileSync(join(folder, "index.ts"), program);
  const { stack } = await readProgram({ path: folder, packages: [OUTSCALE_PACKAGE] });
  const pack = readPackSettings({});
  const settingsOf = (policy: (typeof POLICIES)[number]) => readSettings(policy, {});
  const outcomes = evaluate(stack, POLICIES, { ...pack, settingsOf, today: "2026-01-31" });
  return ledgerOf({ stack, policies: POLICIES, outcomes, shared: pack.shared, isEnabled: () => true });
}

function shown({ commitment, system, status }: CommitmentLine): string {
  return `${commitment.clause} ${systemText(system).en} ${status}`;
}

function withStatus({ commitments }: Ledger, status: CommitmentLine["status"]): string[] {
  return commitments.filter((line) => line.status === status).map(shown);
}

const OF_TIERS = ["SLA4.internet", "SLA4.firewall", "SLA10.sev1", "SLA10.sev2", "SLA10.sev3"];
const TIERS = ["app", "database", "web"];
/** Every tier, and the load balancers in front of them, as far as their support times go. */
const everySystem = OF_TIERS.flatMap((clause) => [
  ...TIERS.map((tier) => `${clause} tier ${tier} forfeited`),
  ...(clause.startsWith("SLA10") ? [`${clause} entry shop forfeited`] : []),
]);

describe("the ledger of three-tier-web", () => {
  test("loses what asks for every Subregion when one is left out, and only that", async () => {
    const ledger = await ledgerWith("two", '  three-tier-web:subregions: ["a", "b"]\n');
    expect(withStatus(ledger, "forfeited")).toEqual(everySystem);
    expect(withStatus(ledger, "undetermined")).toEqual([]);
  }, 30_000);

  test("names each tier and entry once when everything is in one Subregion", async () => {
    const ledger = await ledgerWith("one", '  three-tier-web:subregions: ["a"]\n');
    expect(withStatus(ledger, "forfeited")).toEqual(everySystem);
  }, 30_000);

  test("keeps a lone VM for batches off the lines of the other tiers", async () => {
    const ledger = await ledgerWith(
      "batch",
      "",
      `
new outscale.Vm("nightly", { imageId: "ami-12345678", placementSubregionName: "cloudgouv-eu-west-1a", tags: [{ key: "tier", value: "batch" }] });
`,
    );
    expect(withStatus(ledger, "forfeited")).toEqual(OF_TIERS.map((clause) => `${clause} tier batch forfeited`));
    expect(withStatus(ledger, "enforceable")).toEqual(
      expect.arrayContaining(OF_TIERS.flatMap((clause) => TIERS.map((tier) => `${clause} tier ${tier} enforceable`))),
    );
  }, 30_000);
});
