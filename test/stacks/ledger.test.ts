import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { appendFileSync, cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { POLICIES } from "../../policies";
import { OUTSCALE_PACKAGE } from "../../src/outscale/provider/package";
import { type CommitmentLine, commitmentsAreEnforceable, formatAsset, type Ledger } from "../../src/policy";
import { wrapText } from "../../src/report";
import { readProgram } from "../../src/sources";
import { LANGUAGES } from "../../src/text";
import { judgementOf } from "../support/judgement";

const root = join(__dirname, "..", "..");
const scratch = mkdtempSync(join(tmpdir(), "ledger-"));
beforeAll(() => {
  symlinkSync(join(root, "node_modules"), join(scratch, "node_modules"));
});
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

const read = new Map<string, ReturnType<typeof readProgram>>();

/** The reference stack with more configuration, and more of a program; each is read once. */
function stackWith(configuration: string, program: string): ReturnType<typeof readProgram> {
  const known = read.get(configuration + program);
  if (known) return known;
  const folder = join(scratch, String(read.size));
  cpSync(join(root, "stacks", "three-tier-web"), folder, { recursive: true });
  appendFileSync(join(folder, "Pulumi.dev.yaml"), configuration);
  appendFileSync(join(folder, "index.ts"), program);
  const stack = readProgram({ path: folder, packages: [OUTSCALE_PACKAGE] });
  read.set(configuration + program, stack);
  return stack;
}

async function ledgerWith({ configuration = "", program = "", settings = {} }): Promise<Ledger> {
  const { stack } = await stackWith(configuration, program);
  return judgementOf(stack, POLICIES, { ...ENABLED, "pack-settings": settings }).ledger();
}

/** What nobody has to enable, enabled: its verdicts vouch too. */
const ENABLED = Object.fromEntries(
  POLICIES.filter(({ level }) => level === "disabled").map(({ name }) => [name, "advisory"]),
);

const TWO = '  three-tier-web:subregions: ["a", "b"]\n';
const ONE = '  three-tier-web:subregions: ["a"]\n';

function shown({ commitment, asset, status }: CommitmentLine): string {
  return `${commitment.clause} ${asset ? formatAsset(asset).en : "nothing"} ${status}`;
}

function withStatus({ commitments }: Ledger, status: CommitmentLine["status"]): string[] {
  return commitments.filter((line) => line.status === status).map(shown);
}

const OF_TIERS = ["SLA4.internet", "SLA4.firewall", "SLA10.sev1", "SLA10.sev2", "SLA10.sev3"];
const TIERS = ["app", "database", "web"];
/** Every tier, and the load balancers in front of them; the NAT services as far as their support times go. */
function everyAsset(...nats: readonly string[]): string[] {
  return OF_TIERS.flatMap((clause) =>
    [
      ...(clause.startsWith("SLA10") ? nats.map((nat) => `NatService nat-cloudgouv-eu-west-1${nat}`) : []),
      ...["tier app", "tier database", "entry shop", "tier web"],
    ].map((asset) => `${clause} ${asset} forfeited`),
  );
}

describe("the ledger of noncompliant", () => {
  const judged = readProgram({ path: join(root, "stacks", "noncompliant"), packages: [OUTSCALE_PACKAGE] }).then(
    ({ stack }) => judgementOf(stack, POLICIES, ENABLED),
  );

  test("names every loss, and no two assets alike", async () => {
    const { commitments } = (await judged).ledger();
    const names = commitments.map(
      ({ commitment, asset }) => `${commitment.clause} ${asset ? formatAsset(asset).en : ""}`,
    );
    expect(names).toEqual([...new Set(names)]);
    const lost = commitments.filter(({ status }) => status === "forfeited");
    expect(lost.filter(({ asset, reasons }) => !asset || reasons.length === 0)).toEqual([]);
    expect([...new Set(lost.map(({ commitment }) => commitment.clause))]).toEqual([
      ...["SLA1.region", "SLA1.zone", "SLA4.internet", "SLA4.firewall", "SLA7.volume", "SLA7.iops"],
      ...["SLA10.sev1", "SLA10.sev2", "SLA10.sev3"],
    ]);
  });

  test("fits twenty lines of a preview", async () => {
    const outcome = (await judged).sumOf(commitmentsAreEnforceable);
    const [found] = outcome.verdict === "violation" ? outcome.findings : [];
    const length = Math.max(...LANGUAGES.map((language) => wrapText(found?.message.text[language] ?? "", 0).length));
    expect(length).toBeGreaterThan(5);
    expect(length).toBeLessThanOrEqual(20);
  });
});

describe("the ledger of three-tier-web", () => {
  test("shows what the program is, and nothing by a tag or a proxy", async () => {
    const { duties } = await ledgerWith({});
    const clauses = (status: string) => [
      ...new Set(duties.filter((line) => line.status === status).map(({ clause }) => clause)),
    ];
    expect(clauses("shown")).toEqual(["GEN.asterisk", "SLA2.bypass", "SLA4.ports", "SLA6.block", "SLA6.fuse"]);
    expect(clauses("unmet")).toEqual(["QUAL.expiry"]);
    expect(clauses("partly")).toEqual(expect.arrayContaining(["SLA4.minimal", "R9.signing"]));
    expect(clauses("declared")).toEqual(["SLA4.waf", "R8.sensitive", "QUAL.workstation"]);
  });

  test("loses what asks for every Subregion when one is left out, and only that", async () => {
    const ledger = await ledgerWith({ configuration: TWO });
    expect(withStatus(ledger, "forfeited").sort()).toEqual(everyAsset("a", "b").sort());
    expect(withStatus(ledger, "planned")).toEqual([]);
  });

  test("names each tier and entry once when everything is in one Subregion", async () => {
    const ledger = await ledgerWith({ configuration: ONE });
    expect(withStatus(ledger, "forfeited").sort()).toEqual(everyAsset("a").sort());
  });

  test("is read as the client chooses where the convention leaves a choice", async () => {
    const unstarred = await ledgerWith({ configuration: TWO, settings: { readings: { A2: "unstarred" } } });
    expect(withStatus(unstarred, "forfeited").sort()).toEqual(
      everyAsset("a", "b")
        .filter((line) => !line.startsWith("SLA4.firewall"))
        .sort(),
    );
    expect(unstarred.commitments.find(({ commitment }) => commitment.clause === "SLA4.firewall")).toMatchObject({
      status: "enforceable",
      reading: "A1 A2:unstarred A29",
    });
    const enough = await ledgerWith({ configuration: TWO, settings: { readings: { A1: "more-than-one" } } });
    expect(withStatus(enough, "forfeited")).toEqual([]);
    const readings = enough.commitments.map(({ commitment, reading }) => [commitment.clause, reading]);
    expect(Object.fromEntries(readings)).toMatchObject({
      "SLA4.internet": "A1:more-than-one A29",
      "SLA4.firewall": "A1:more-than-one A2 A29",
      "SLA10.sev1": "A1:more-than-one A3 A29",
      "SLA1.zone": "A9",
    });
    const single = await ledgerWith({ configuration: ONE, settings: { readings: { A1: "more-than-one" } } });
    expect(withStatus(single, "forfeited").sort()).toEqual(everyAsset("a").sort());
  });

  test("keeps a lone VM for batches off the lines of the other tiers", async () => {
    const program = `
new outscale.Vm("nightly", { imageId: "ami-12345678", placementSubregionName: "cloudgouv-eu-west-1a", tags: [{ key: "tier", value: "batch" }] });
`;
    const ledger = await ledgerWith({ program });
    expect(withStatus(ledger, "forfeited")).toEqual(OF_TIERS.map((clause) => `${clause} tier batch forfeited`));
    expect(withStatus(ledger, "planned")).toEqual(
      expect.arrayContaining(OF_TIERS.flatMap((clause) => TIERS.map((tier) => `${clause} tier ${tier} planned`))),
    );
  });
});
