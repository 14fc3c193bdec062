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

describe("a page that is limited", () => {
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
});
