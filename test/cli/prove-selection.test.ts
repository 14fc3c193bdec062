import { describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { run, runWith } from "./command";

const STATE = "test/cli/state/shop.json";

/** The page of a part of the shop. */
function page(...selected: string[]): string {
  const { status, stdout, stderr } = run("prove", "--state", STATE, ...selected);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout;
}

/** What a page says between two of its titles. */
function between(text: string, from: string, to: string): string[] {
  const lines = text.split("\n");
  return lines.slice(lines.indexOf(from) + 1, lines.indexOf(to)).filter((line) => line !== "");
}

describe("a page that is limited", () => {
  test("to a tier names no VM of another one, and says how much it leaves off", () => {
    expect(between(page("--tier", "web"), "Conclusion", "Counted in each Subregion")).toEqual([
      "  tier web",
      "    GEN.asterisk (SLA4.internet): condition not fulfilled. This entry has no load balancer in",
      "    cloudgouv-eu-west-1c. It consists of shop-a and shop-b.",
      "    GEN.asterisk (SLA4.firewall): condition fulfilled",
      "    SLA10.zones (SLA10.sev1-3): undetermined. 1 reason is about what is not on this page.",
    ]);
  });

  test("to a volume that nothing attaches says nothing of VMs", () => {
    const text = page("--resource", "spare");
    expect(between(text, "Conclusion", "What this page shows, and what it does not")).toEqual([
      "  Volume spare",
      "    SLA10.zones (SLA10.sev1-3): undetermined: attached to no VM, and nothing says which volumes are",
      "    equivalent to it",
      "Volumes that no VM on this page is known to attach",
      "  vol-0000000c spare: 10 GiB, type standard, in cloudgouv-eu-west-1c, attached to nothing",
    ]);
  });

  test("to a Net or a public IP lists these, an IP with the tier that it leads to", () => {
    expect(page("--resource", "vpc-00000001")).toContain(
      "Nets, public IPs and node pools involved\n  Net vpc-00000001 shop\n",
    );
    const text = page("--resource", "192.0.2.10");
    expect(text).toContain("Tier bastion");
    expect(text).toContain("involved\n  Public IP eipalloc-00000001 bastion: 192.0.2.10\n");
  });

  test.each([
    ["worker", "VMs of which the tier or the environment is not known, not counted"],
    ["staging", "GEN.asterisk (SLA4.firewall): not claimed: non-production"],
  ])("to the tier %s, of which nothing is counted, shows it all the same", (tier, shown) => {
    for (const named of [
      ["--tier", tier],
      ["--resource", tier],
    ]) {
      const text = page(...named);
      expect(text).toContain(`  tier ${tier}\n`);
      expect(text).toContain(shown);
    }
  });

  test("says in its content what it keeps back", () => {
    const { limitedTo, tiers, entries } = JSON.parse(page("--tier", "web", "--entry", "shop", "--format", "json")) as {
      limitedTo: object;
      tiers: { vms: { bySubregion: { members: object[] }[] } }[];
      entries: { balancers: { bySubregion: { members: object[] }[] } }[];
    };
    const withheld = { unknown: "withheld" };
    expect(limitedTo).toEqual({ tiers: ["web"], entries: ["shop"], resources: [] });
    expect(tiers[0]?.vms.bySubregion[0]?.members).toMatchObject([{ privateIps: [withheld], publicIps: [] }]);
    expect(entries[0]?.balancers.bySubregion[0]?.members).toMatchObject([
      { backends: [], withheldBackends: 3, dnsName: withheld, publicIp: withheld },
    ]);
  });

  test("to a tier has nothing of other tiers, no address and no spare volume", () => {
    const text = page("--tier", "Web");
    expect(text).toContain("Tier web (grouped by their tag)");
    expect(text).toContain("i-00000001  web-a");
    for (const other of ["Tier app", "Tier database", "app-a", "database-a", "spare", "staging", "bastion"]) {
      expect(text).not.toContain(other);
    }
    expect(text).not.toMatch(/\d+\.\d+\.\d+\.\d+|lbu\.outscale\.com|private IP|public IP/);
  });

  test("to an entry has its load balancers, and not what stands behind", () => {
    const text = page("--entry", "shop");
    expect(text).toContain("Load balancers shop");
    expect(text).toContain("      3 backends, not shown on this page\n");
    expect(text).toContain("Limited to       entry shop\n");
    expect(text).not.toMatch(/Tier |web-a|\d+\.\d+\.\d+\.\d+/);
  });

  test.each(["web-b", "i-00000002", "urn:pulumi:prod::shop::outscale:index/vm:Vm::web-b"])(
    "to %s has the tier that it is of, whose VMs are its equivalents",
    (name) => {
      const text = page("--resource", name);
      expect(text).toContain("i-00000003  web-c");
      expect(text).not.toContain("app-a");
    },
  );

  test("to a volume has the tier of the VM that it is attached to", () => {
    const text = page("--resource", "data-b");
    expect(text).toContain("Tier database");
    expect(text).not.toMatch(/Tier web|spare/);
  });

  test("is verified by the command with the same limits", () => {
    const line = page("--tier", "web", "--resource", "app-a").split("\n").at(-3);
    expect(line).toBe(
      "  pulumi-policy-outscale prove --state <file> --tier web --resource app-a --format json | sha256sum",
    );
  });

  test.each([
    [["--tier", "wob"], "`--tier wob` names nothing in this stack. The closest name is web."],
    [["--entry", "shap"], "`--entry shap` names nothing in this stack. The closest name is shop."],
    [["--resource", "web-d"], "`--resource web-d` names nothing in this stack. The closest name is web-a."],
    [["--tier", "WEBB"], "`--tier WEBB` names nothing in this stack. The closest name is web."],
    [["--resource", "WEB-A"], "`--resource WEB-A` names nothing in this stack. The closest name is web-a."],
    [
      ["--resource", "default_1_8_0"],
      "`--resource default_1_8_0` is in the state, but no page shows it. Accepted: VMs, volumes, load balancers and what these stand in, behind or are reached by.",
    ],
  ])("to what there is not is refused: %p", (selected, line) => {
    expect(run("prove", "--state", STATE, ...selected)).toEqual({ status: 2, stdout: "", stderr: `${line}\n` });
  });
});

describe("a VM that has failed since", () => {
  test.each(["quarantine", "stopped", "stopping"])("%s counts as deployed, and its state is said", (state) => {
    const failed = readFileSync(STATE, "utf8").replaceAll(/"state": "running"/g, `"state": "${state}"`);
    const { stdout } = runWith(failed, "prove", "--state", "-", "--tier", "web");
    expect(stdout).toContain("Tier web  1                     1                     1");
    expect(stdout).toContain(`state ${state}, type tinav6.c2r4p2`);
    expect(stdout).toContain("GEN.asterisk (SLA4.firewall): condition fulfilled");
  });

  test.each(["terminated", "shutting-down"])("%s is equivalent to nothing, and is said", (state) => {
    const deleted = readFileSync(STATE, "utf8").replace(
      /"state": "running"(,\s+"placementSubregionName": "cloudgouv-eu-west-1c"[^]*?"privateIp": "10.0.3.3")/,
      `"state": "${state}"$1`,
    );
    const { stdout } = runWith(deleted, "prove", "--state", "-", "--tier", "web");
    expect(stdout).toContain("Tier web  1                     1                     none");
    expect(between(stdout, "Conclusion", "Counted in each Subregion").slice(1, 4)).toEqual([
      "    GEN.asterisk (SLA4.internet SLA4.firewall): condition not fulfilled. This tier has no VM in",
      "    cloudgouv-eu-west-1c. It consists of web-a and web-b (grouped by their tag). Its VM web-c",
      "    (i-00000003) in cloudgouv-eu-west-1c is terminated, and is not counted.",
    ]);
    expect(stdout).toContain(
      "Terminated VMs, not counted: they are equivalent to nothing\n  tier web, cloudgouv-eu-west-1c:\n    i-00000003  web-c\n",
    );
  });
});

test("a VM that the program stops is named beside the tier that has none there", () => {
  expect(between(page("--tier", "app"), "Conclusion", "Counted in each Subregion").slice(-3)).toEqual([
    "    SLA10.zones (SLA10.sev1-3): condition not fulfilled. This tier has no VM in",
    "    cloudgouv-eu-west-1c. It consists of app-a and app-b (grouped by their tag). Its VM app-c",
    "    (i-00000006) in cloudgouv-eu-west-1c is stopped by the program, and is not counted.",
  ]);
});
