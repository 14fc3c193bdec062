import { afterAll, describe, expect, test } from "@jest/globals";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run, runWith } from "./command";

const STATE = "test/cli/state/shop.json";
const written = readFileSync(STATE, "utf8");
const scratch = mkdtempSync(join(tmpdir(), "prove-beside-"));

afterAll(() => {
  rmSync(scratch, { recursive: true });
});

function fileOf(name: string, content: unknown): string {
  const file = join(scratch, name);
  const isWritten = typeof content === "string" || content instanceof Uint8Array;
  writeFileSync(file, isWritten ? content : JSON.stringify(content));
  return file;
}

/** A resource as a state has it. */
interface Kept {
  urn: string;
  id: string;
  inputs: Record<string, unknown>;
  outputs: Record<string, unknown>;
}

interface State {
  version: number;
  deployment: { manifest: { time: string }; resources: Kept[]; pending_operations: object[] };
}

/** The shop as it was the day before. */
function dayBefore(change: (find: (name: string) => Kept, state: State) => void): string {
  const state = JSON.parse(written) as State;
  state.deployment.manifest.time = "2026-01-30T10:11:12Z";
  const find = (name: string) => {
    const found = state.deployment.resources.find(({ urn }) => urn.endsWith(`:${name}`));
    if (!found) throw new Error(`${name} is not in the state`);
    return found;
  };
  change(find, state);
  return fileOf("before.json", state);
}

/** Has a resource told otherwise, by the program and by the provider. */
function tell(kept: Kept, values: Record<string, unknown>): void {
  Object.assign(kept.inputs, values);
  Object.assign(kept.outputs, values);
}

/** The lines of a section of the page, without its title. */
function section(title: string, ...args: string[]): string[] {
  const { status, stdout, stderr } = run("prove", "--state", STATE, ...args);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const [found] = stdout.split("\n\n").filter((part) => part.startsWith(title));
  return (found ?? "").split("\n").slice(1);
}

/** The lines of a section that compare: from the number of what is alike. */
function comparison(lines: readonly string[]): string[] {
  return lines.slice(lines.findIndex((line) => /^ {2}(Unchanged since|State and account agree on)/.test(line)));
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
  const title = "Before, by the state written";

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
    const [part] = stdout.split("\n\n").filter((each) => each.startsWith(title));
    expect(part).toContain(`${title} 2026-01-30T10:11:12`);
    expect(part).toContain("GEN.asterisk (SLA4.firewall): condition fulfilled");
    expect(part).toContain("quarantine, before: running");
  });

  test("is compared in all that both tell", () => {
    const before = dayBefore((find) => {
      tell(find("Vm::web-a"), { vmType: "tinav6.c4r8p1" });
      tell(find("LoadBalancerVms::shop-a"), { backendVmIds: ["i-00000001"] });
      tell(find("VolumeLink::data-a"), { vmId: "i-00000008" });
      tell(find("Volume::spare"), { size: 20 });
    });
    expect(comparison(section(title, "--before", before))).toEqual([
      "  Unchanged since: 16.",
      "  Compared, where both tell: VMs (state, Subregion, type, performance, Subnets, attached volumes,",
      "  root volume); load balancers (Subregion, backends); volumes (state, Subregion, type, size, IOPS,",
      "  attached to); Subnets (Subregion, Net).",
      "  VM i-00000007 database-a: attached volumes vol-0000000a, before: none",
      "  VM i-00000008 database-b: attached volumes vol-0000000b, before: vol-0000000a, vol-0000000b",
      "  VM i-00000001 web-a: type tinav6.c2r4p2, before: tinav6.c4r8p1",
      "  load balancer shop-a: backends i-00000001, i-00000002, i-00000003, before: i-00000001",
      "  volume vol-0000000a data-a: attached to i-00000007, before: i-00000008",
      "  volume vol-0000000c spare: size 10 GiB, before: 20 GiB",
    ]);
  });

  test("has a tier that is gone since, which a page may be limited to", () => {
    const before = dayBefore((find, { deployment: { resources } }) => {
      const bastion = find("Vm::bastion");
      const [urn, id] = [bastion.urn.replace("bastion", "nightly"), "i-00000099"];
      const own = { vmId: id, tags: [{ key: "tier", value: "batch" }] };
      resources.push({
        ...bastion,
        urn,
        id,
        inputs: { ...bastion.inputs, ...own },
        outputs: { ...bastion.outputs, ...own },
      });
    });
    for (const named of [
      ["--tier", "Batch"],
      ["--resource", "nightly"],
    ]) {
      const { status, stdout, stderr } = run("prove", "--state", STATE, "--before", before, ...named);
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      expect(stdout).not.toContain("Nothing is deployed");
      expect(comparison(section(title, "--before", before, ...named))).toEqual([
        "  Unchanged since: 0.",
        "  Gone since: VM i-00000099 nightly.",
      ]);
    }
  });

  test("and a VM that the page lists no more is still there", () => {
    const before = dayBefore((find) => {
      tell(find("Vm::staging"), { tags: [{ key: "tier", value: "web" }] });
    });
    expect(section(title, "--before", before).slice(-1)).toEqual([
      "  Still there, and no longer on this page: VM i-0000000d staging.",
    ]);
  });

  test("has limits of its own: what an operation was cut off on then is not known", () => {
    const before = dayBefore((find, { deployment }) => {
      deployment.pending_operations = [
        { resource: find("Vm::web-c"), type: "updating" },
        { resource: find("Vm::app-a"), type: "updating" },
      ];
    });
    const lines = section(title, "--before", before, "--tier", "web");
    expect(lines.slice(3, 12)).toEqual([
      "    GEN.asterisk (SLA4.firewall): undetermined. An operation on web-c was cut off: what became of it",
      "    is not known.",
      "    SLA10.zones (SLA10.sev1-3): undetermined. 1 reason is about what is not on this page.",
      "  An operation on urn:pulumi:prod::shop::outscale:index/vm:Vm::web-c was cut off: what became of it",
      "  is not known. `pulumi refresh` tells.",
      "  Limits of what is known about resources that this page is not about: 1.",
      "  Unchanged since: 3.",
      "  Compared, where both tell: VMs (state, Subregion, type, Subnets, attached volumes, root volume).",
    ]);
  });

  test("may be one of nothing, exported before the first deployment", () => {
    const empty = fileOf("empty.json", { version: 3, deployment: { manifest: { time: "2026-01-30T00:00:00Z" } } });
    expect(section(title, "--before", empty, "--tier", "web")).toEqual([
      "  The state holds no resource: nothing is deployed, and nothing was judged.",
      "  Unchanged since: 0.",
      "  New since: VM i-00000001 web-a, VM i-00000002 web-b, VM i-00000003 web-c.",
    ]);
  });

  test("of another stack, beside a program, or written later is refused", () => {
    const other = fileOf("other.json", written.replaceAll("urn:pulumi:prod::shop::", "urn:pulumi:prod::bank::"));
    expect(refusal("--state", STATE, "--before", other)).toBe(
      "--before is a state of bank/prod, and --state one of shop/prod. Accepted: two of one stack.",
    );
    expect(refusal("test/engine/small/program", "--before", STATE)).toMatch(/^`--before` and `--live` stand beside /);
    const before = dayBefore(() => undefined);
    expect(refusal("--state", before, "--before", STATE)).toBe(
      "--before was written at 2026-01-31T10:11:12.123456789+01:00, later than --state (2026-01-30T10:11:12Z). Accepted: the earlier one as --before.",
    );
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
      "  Compared, where both tell: VMs (state, Subregion).",
      "  VM i-00000002 web-b: state running, in the account: stopped",
    ]);
  });

  test("are compared in all that both tell, and what tells nothing is counted apart", () => {
    const disks = (...ids: string[]) =>
      ids.map((VolumeId, index) => ({ DeviceName: index === 0 ? "/dev/sda1" : "/dev/xvdb", Bsu: { VolumeId } }));
    const file = fileOf("vms.json", [
      { VmId: "i-00000001", VmType: "tinav6.c4r8p1", SubnetId: "subnet-0000000a" },
      { VmId: "i-00000002", SubnetId: "subnet-0000000c", BlockDeviceMappings: disks("vol-a0000002", "vol-1") },
      { VmId: "i-00000003" },
      { VmId: "i-00000004", VmType: "tinav6.c4r8", Performance: "medium" },
    ]);
    expect(section(title, "--live", file, "--tier", "web", "app")).toEqual([
      "  State and account agree on: 0.",
      "  Only their presence was compared: 1.",
      "  Compared, where both tell: VMs (type, performance, Subnets, attached volumes, root volume).",
      "  VM i-00000004 app-a: performance high, in the account: medium",
      "  VM i-00000001 web-a: type tinav6.c2r4p2, in the account: tinav6.c4r8p1",
      "  VM i-00000002 web-b: Subnets subnet-0000000b, in the account: subnet-0000000c",
      "  VM i-00000002 web-b: attached volumes none, in the account: vol-1",
      "  In the state, and not in the account: VM i-00000005 app-b, VM i-00000006 app-c.",
    ]);
  });

  test("of volumes and load balancers, on the whole page and on one that is limited", () => {
    const file = fileOf("both.json", {
      LoadBalancers: [
        { LoadBalancerName: "shop-a", BackendVmIds: ["i-00000003", "i-00000001", "i-00000002"] },
        { LoadBalancerName: "shop-b", BackendVmIds: [] },
      ],
      Volumes: [
        { VolumeId: "vol-0000000a", Size: 100, VolumeType: "io1", LinkedVolumes: [{ VmId: "i-00000007" }] },
        { VolumeId: "vol-0000000b", LinkedVolumes: [] },
        { VolumeId: "vol-0000000c", State: "in-use", VolumeType: "gp2" },
        { VolumeId: "vol-a0000001" },
        { VolumeId: "vol-b000000a", Size: 40 },
        { VolumeId: "vol-ffffffff" },
      ],
    });
    expect(section(title, "--live", file)).toEqual([
      "  State and account agree on: 2.",
      "  Compared, where both tell: load balancers (backends); volumes (state, type, size, attached to).",
      "  load balancer shop-b: backends i-00000001, i-00000002, i-00000003, in the account: none",
      "  volume vol-0000000b data-b: attached to i-00000008, in the account: none",
      "  volume vol-0000000c spare: state available, in the account: in-use",
      "  volume vol-0000000c spare: type standard, in the account: gp2",
      "  volume vol-b000000a: size 50 GiB, in the account: 40 GiB",
      "  In the account, and not in the state: volume vol-ffffffff.",
    ]);
    expect(section(title, "--live", file, "--entry", "shop")).toEqual([
      "  State and account agree on: 1.",
      "  Compared, where both tell: load balancers (backends).",
      "  load balancer shop-b: backends are not the same, and not shown on this page",
    ]);
  });

  test("are held against the whole state: what the page leaves out is in it all the same", () => {
    const file = fileOf("staging.json", { Vms: vms({ "i-0000000d": "running" }) });
    const lines = section(title, "--live", file);
    expect(lines[0]).toBe("  State and account agree on: 0.");
    expect(lines.join("\n")).not.toMatch(/In the account|staging/);
  });

  test("stand beside, as the page says", () => {
    const file = fileOf("list.json", vms(WEB, PLACES));
    const { stdout } = run("prove", "--state", STATE, "--live", file);
    expect(stdout.replaceAll("\n", " ")).toContain(
      "with the provider's answers. What the API itself answered stands beside it, in a section of its own. The state",
    );
    expect(stdout).not.toContain("was not asked again");
    const json = run("prove", "--state", STATE, "--live", file, "--format", "json").stdout;
    expect((JSON.parse(json) as { live: object }).live).toMatchObject({ alike: 3, presentOnly: 0, kinds: ["vm"] });
  });

  test("are read whole, or as the list that they hold, of several calls", () => {
    const list = fileOf("list.json", vms({ "i-00000001": "running" }));
    const balancers = fileOf("balancers.json", {
      LoadBalancers: [{ LoadBalancerName: "shop-a", SubregionNames: ["cloudgouv-eu-west-1c"] }],
      ...{ NextPageToken: null, HasMoreItems: false, Errors: [] },
    });
    const { stdout } = run("prove", "--state", STATE, "--live", list, balancers);
    const [part = ""] = stdout.split("\n\n").filter((each) => each.startsWith(title));
    expect(part.split("\n")[0]).toBe(`${title} (VMs, load balancers)`);
    expect(part).toContain(
      "load balancer shop-a: Subregion cloudgouv-eu-west-1a, in the account: cloudgouv-eu-west-1c",
    );
    expect(part).toContain("In the state, and not in the account:");
  });

  test("a list alone is of one kind, by the most particular id of its elements", () => {
    const list = vms(WEB, PLACES).map((vm) => ({ ...vm, SubnetId: "subnet-0000000a" }));
    const { stdout } = run("prove", "--state", STATE, "--live", fileOf("list.json", list));
    expect(stdout).toContain(`${title} (VMs)\n`);
  });

  const NO_ANSWER = "is no answer of the API. Accepted: those of ReadVms, ReadLoadBalancers, ReadVolumes, ReadSubnets.";
  const [first] = vms(WEB);

  test.each<[string, unknown, string]>([
    ["that breaks off", '{"Vms": [', "is not JSON, or breaks off."],
    ["of another call", { Nets: [] }, NO_ANSWER],
    ["that is an error", { Errors: [{ Code: "4120" }] }, "is an error of the API."],
    [
      "that is one page",
      { Vms: vms(WEB), NextPageToken: { next: 2 } },
      "is one page of several (`NextPageToken`): give the answer whole.",
    ],
    [
      "that has more items",
      { Vms: vms(WEB), HasMoreItems: true },
      "is one page of several (`HasMoreItems`): give the answer whole.",
    ],
    [
      "of another account",
      { Vms: vms({ "i-0000aaaa": "running" }) },
      "has nothing in common with the state: it seems to be of another account or region.",
    ],
    ["without a list", { Vms: null }, "has a `Vms` that is no list."],
    ["with an element without its id", { Vms: [first, { State: "running" }] }, "has no `VmId` at `Vms[1]`."],
    ["of a list of two kinds", [first, { SubnetId: "subnet-0000000a" }], "has no `VmId` at `[1]`."],
    ["of NICs, which name a Subnet too", [{ NicId: "eni-1", SubnetId: "subnet-0000000a" }], NO_ANSWER],
    [
      "that contradicts itself",
      { Vms: [first, { ...first, State: "stopped" }] },
      "answers twice of i-00000001, and not alike.",
    ],
    [
      "in UTF-16",
      Buffer.from(`\ufeff${JSON.stringify({ Vms: vms(WEB) })}`, "utf16le"),
      "is in UTF-16. Accepted: UTF-8; in PowerShell, `| Out-File -Encoding utf8`.",
    ],
    [
      "in Latin-1",
      Buffer.from('{"Vms": [{"VmId": "é"}]}', "latin1"),
      "is not in UTF-8, and perhaps in Latin-1. Accepted: UTF-8.",
    ],
  ])("%s are refused in one line", (_what, content, why) => {
    const file = fileOf("wrong.json", content);
    expect(refusal("--state", STATE, "--live", file)).toBe(`${file} ${why}`);
  });

  test("that contradict each other, or are of two accounts, are refused too", () => {
    const one = fileOf("one.json", { Vms: vms({ "i-00000001": "running" }) });
    const other = fileOf("other.json", { Vms: vms({ "i-00000001": "stopped" }) });
    expect(refusal("--state", STATE, "--live", one, other)).toBe(
      `${other} answers of i-00000001 otherwise than another file does: --live takes one answer of each.`,
    );
    const [vm] = vms({ "i-00000002": "running" });
    const foreign = fileOf("foreign.json", { Vms: [{ ...vm, Nics: [{ AccountId: "999999999999" }] }] });
    expect(refusal("--state", STATE, "--live", one, foreign)).toBe(
      "--live has answers of several accounts, 012345678910, 999999999999. Accepted: those of one.",
    );
  });
});

test.each([
  ["--state", "-", "--before", "-"],
  ["--state", "-", "--live", "-"],
  ["--state", STATE, "--live", "-", "-"],
  ["--state", "-", "--with-state", "-"],
])("the standard input can be given once: %s %s %s %s", (...args) => {
  expect(runWith(written, "prove", ...args)).toEqual({
    ...{ status: 2, stdout: "", stderr: "The standard input (`-`) can be given once.\n" },
  });
});

test("a name with a line break is named on one line", () => {
  expect(refusal("--state", STATE, "--live", "no\nsuch")).toBe("no\\nsuch cannot be read (ENOENT).");
  expect(refusal("--state", STATE, "--before", "no\u2028such")).toBe("no\\u2028such cannot be read (ENOENT).");
  expect(refusal("--state", STATE, "--tier", "a\u001b[2Jb")).toBe(
    "`--tier a\\u001b[2Jb` names nothing in this stack. The closest name is app.",
  );
});
