import { afterAll, describe, expect, test } from "@jest/globals";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "./command";

const STATE = "test/cli/state/shop.json";
const written = readFileSync(STATE, "utf8");
const scratch = mkdtempSync(join(tmpdir(), "prove-beside-"));

afterAll(() => {
  rmSync(scratch, { recursive: true });
});

function fileOf(name: string, content: unknown): string {
  const file = join(scratch, name);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

/** The lines of a section of the page, without its title. */
function section(title: string, ...args: string[]): string[] {
  const { status, stdout, stderr } = run("prove", "--state", STATE, ...args);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const [found] = stdout.split("\n\n").filter((part) => part.startsWith(title));
  return (found ?? "").split("\n").slice(1);
}

/** The line that refuses an input. */
function refusal(...args: string[]): string {
  const { status, stdout, stderr } = run("prove", ...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  return stderr.trimEnd();
}

/** VMs as `ReadVms` answers them. */
function vms(states: Readonly<Record<string, string>>, letter: Readonly<Record<string, string>> = {}) {
  return Object.entries(states).map(([VmId, State]) => ({
    ...{ VmId, State, Placement: { SubregionName: `cloudgouv-eu-west-1${letter[VmId] ?? "a"}`, Tenancy: "default" } },
    Nics: [{ AccountId: "012345678910", NicId: "eni-1" }],
  }));
}

const WEB = { "i-00000001": "running", "i-00000002": "running", "i-00000003": "running" };
const PLACES = { "i-00000002": "b", "i-00000003": "c" };

describe("an earlier state", () => {
  test("says what has changed since, and how the condition stood then", () => {
    const before = fileOf(
      "before.json",
      written.replace('"time": "2026-01-31T10:11:12', '"time": "2026-01-30T10:11:12'),
    );
    const during = fileOf(
      "during.json",
      written.replace(
        /("vmId": "i-00000003"[^]*?"state": )"running"|("state": )"running"([^]*?"vmId": "i-00000003")/,
        '$1$2"quarantine"$3',
      ),
    );
    const { status, stdout } = run("prove", "--state", during, "--before", before, "--tier", "web");
    expect(status).toBe(0);
    const [part] = stdout.split("\n\n").filter((each) => each.startsWith("Before, by the state written"));
    expect(part).toContain("2026-01-30T10:11:12");
    expect(part).toContain("GEN.asterisk (SLA4.firewall): condition fulfilled");
    expect(part).toContain("quarantine, before: running");
  });

  test("of another stack, or beside a program, is refused", () => {
    const other = fileOf("other.json", written.replaceAll("urn:pulumi:prod::shop::", "urn:pulumi:prod::bank::"));
    expect(refusal("--state", STATE, "--before", other)).toBe(
      "--before is a state of bank/prod, and --state one of shop/prod. Accepted: two of one stack.",
    );
    expect(refusal("test/engine/small/program", "--before", STATE)).toMatch(/^`--before` and `--live` stand beside /);
  });
});

describe("the API's own answers", () => {
  const title = "What the API itself answers";

  test("agree with the state, or do not, VM by VM", () => {
    const answer = {
      Vms: vms({ ...WEB, "i-00000002": "stopped", "i-0000ffff": "running" }, PLACES),
      ResponseContext: {},
    };
    const lines = section(title, "--live", fileOf("vms.json", answer), "--tier", "web");
    expect(lines).toEqual([
      "  State and account agree on: 2.",
      "  VM i-00000002 web-b: state running, in the account: stopped",
    ]);
  });

  test("are read whole, or as the list that they hold, of several calls", () => {
    const list = fileOf("list.json", vms({ "i-00000001": "running" }));
    const balancers = fileOf("balancers.json", {
      LoadBalancers: [{ LoadBalancerName: "shop-a", SubregionNames: ["cloudgouv-eu-west-1c"] }],
    });
    const { stdout } = run("prove", "--state", STATE, "--live", list, balancers);
    const [part = ""] = stdout.split("\n\n").filter((each) => each.startsWith(title));
    expect(part.split("\n")[0]).toBe(`${title} (VMs, load balancers)`);
    expect(part).toContain(
      "load balancer shop-a: Subregion cloudgouv-eu-west-1a, in the account: cloudgouv-eu-west-1c",
    );
    expect(part).toContain("In the state, and not in the account:");
  });

  test.each([
    ["that breaks off", '{"Vms": [', "is not JSON, or breaks off."],
    [
      "of another call",
      { Nets: [] },
      "is no answer of the API. Accepted: those of ReadVms, ReadLoadBalancers, ReadVolumes, ReadSubnets.",
    ],
    ["that is an error", { Errors: [{ Code: "4120" }] }, "is an error of the API."],
    [
      "that is one page",
      { Vms: vms(WEB), NextPageToken: "x" },
      "is one page of several (`NextPageToken`): give the answer whole.",
    ],
    [
      "of another account",
      { Vms: vms({ "i-0000aaaa": "running" }) },
      "has nothing in common with the state: it seems to be of another account or region.",
    ],
  ])("%s are refused in one line", (_what, content, why) => {
    const file = fileOf("wrong.json", content);
    expect(refusal("--state", STATE, "--live", file)).toBe(`${file} ${why}`);
  });
});
