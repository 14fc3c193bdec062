import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { POLICIES } from "../../policies";
import { formatAsset } from "../../src/policy";
import { Stack } from "../../src/stack";
import { INLINE } from "../dryrun/inline";
import { judgementOf } from "../support/judgement";
import { ExampleRunner, programsUnder } from "./page-examples";

/** What the pages say is lost, in their own examples. */
describe("the ledger of an example", () => {
  const runner = new ExampleRunner();
  beforeAll(() => runner.start());
  afterAll(() => {
    runner.stop();
  });

  async function linesOf(example: string, settings: object = {}) {
    const [, policy = "", heading = "", number = ""] = /^(.+), (\w+) (\d+)$/.exec(example) ?? [];
    const code = programsUnder(policy, heading)[Number(number) - 1] ?? "";
    const stack = Stack.of(await runner.run(code), { project: INLINE.project, name: INLINE.stack });
    const { commitments } = judgementOf(stack, POLICIES, { "pack-settings": settings }).ledger();
    const lines: Record<string, Record<string, string>> = {};
    for (const { commitment, asset, status } of commitments) {
      const [, id = ""] = /^(?:SLA4|SLA10)[.](internet|firewall|sev1)$/.exec(commitment.clause) ?? [];
      // A regional service is under a reading of its own, which these pages are not about.
      if (asset && !asset.isRegional && id !== "") (lines[formatAsset(asset).en] ??= {})[id] = status;
    }
    return lines;
  }

  const lost = { internet: "forfeited", firewall: "forfeited", sev1: "forfeited" };
  const planned = { internet: "planned", firewall: "planned", sev1: "planned" };
  const accepted = { internet: "accepted", firewall: "accepted", sev1: "accepted" };
  const open = { internet: "undetermined", firewall: "undetermined", sev1: "undetermined" };
  const apart = { "tier bastion": accepted, "tier builder": accepted, "tier reports": accepted };
  const attested = { attestation: { reference: "decision 42", validUntil: "2027-12-31", services: ["OKS"] } };

  const cases: readonly Case[] = [
    {
      example: "require-tier-in-every-subregion, Fails 1",
      says: "a tier that misses a Subregion",
      lines: { "tier web": lost },
    },
    {
      example: "require-tier-in-every-subregion, Fails 1",
      says: "two Subregions, where these are enough",
      settings: { readings: { A1: "more-than-one" } },
      lines: { "tier web": planned },
    },
    {
      example: "require-tier-in-every-subregion, Fails 1",
      says: "firewalls, where the star on them does not hold",
      settings: { readings: { A2: "unstarred" } },
      lines: { "tier web": { ...lost, firewall: "enforceable" } },
    },
    {
      example: "require-tier-in-every-subregion, Fails 2",
      says: "VMs of no tier",
      lines: { "the public Cloud": lost },
    },
    {
      example: "require-tier-in-every-subregion, Passes 3",
      says: "what may be missing, and a witness",
      lines: { ...apart, "tier queue": { ...planned, sev1: "forfeited" } },
    },
    {
      example: "require-tier-in-every-subregion, Passes 3",
      says: "a witness that does not count",
      settings: { readings: { A33: "absent" } },
      lines: { ...apart, "tier queue": lost },
    },
    {
      example: "require-tier-in-every-subregion, Fails 1",
      says: "what cannot be had elsewhere",
      settings: { singletons: [{ tier: "web", reason: "one model of GPU", impossibleElsewhere: true }] },
      lines: { "tier web": { ...open, sev1: "forfeited" } },
    },
    {
      example: "require-tier-in-every-subregion, Fails 1",
      says: "the same, where that is a choice",
      settings: {
        singletons: [{ tier: "web", reason: "one model of GPU", impossibleElsewhere: true }],
        readings: { A30: "accepted" },
      },
      lines: { "tier web": { ...accepted, sev1: "forfeited" } },
    },
    {
      example: "require-redundant-load-balancer, Fails 1",
      says: "one load balancer",
      lines: { "entry shop": lost },
    },
    {
      example: "require-redundant-load-balancer, Passes 2",
      says: "an internal entry in two Subregions",
      lines: { "entry api": { firewall: "forfeited", sev1: "forfeited" } },
    },
    {
      example: "require-nat-per-subregion, Fails 1",
      says: "one NAT service",
      lines: { "NatService nat": { sev1: "forfeited" } },
    },
    {
      example: "require-equivalent-tier-capacity, Fails 1",
      says: "a smaller VM in each of two Subregions",
      lines: { "tier web": { ...planned, sev1: "forfeited" } },
    },
    {
      example: "require-equivalent-tier-capacity, Fails 3",
      says: "a canary",
      lines: { "tier app": planned, "Vm app-canary": { sev1: "forfeited" } },
    },
    {
      example: "require-storage-in-every-subregion, Fails 1",
      says: "a replica without its volume",
      lines: { "tier database": { ...planned, sev1: "forfeited" } },
    },
    {
      example: "require-oks-nodes-in-every-subregion, Fails 1",
      says: "nodes in one Subregion",
      lines: { "node pool workers": lost },
    },
    {
      example: "require-oks-nodes-in-every-subregion, Fails 1",
      says: "nodes in one Subregion, with the firewalls that the star does not hold for",
      settings: { ...attested, readings: { A2: "unstarred" } },
      lines: { "node pool workers": { ...lost, firewall: "enforceable" } },
    },
    {
      example: "require-oks-nodes-in-every-subregion, Passes 1",
      says: "nodes in all, of a service that nothing names",
      lines: { "node pool workers": open },
    },
    {
      example: "require-oks-nodes-in-every-subregion, Passes 1",
      says: "nodes in all, of a service that the attestation names",
      settings: attested,
      lines: { "node pool workers": planned },
    },
  ];

  test.each(cases)("$example: $says", async ({ example, settings, lines }) => {
    expect(await linesOf(example, settings)).toEqual(lines);
  });
});

interface Case {
  /** A page, a heading and a number. */
  readonly example: string;
  readonly says: string;
  readonly settings?: object;
  /** What becomes of each commitment that hangs on deployment, by asset; the support times by the first of them. */
  readonly lines: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
