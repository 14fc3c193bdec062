import { afterAll, describe, expect, test } from "@jest/globals";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PACK_POLICIES } from "../../src/policy";
import { run, runWith } from "./command";

const root = join(__dirname, "..", "..");
const program = "test/engine/small/program";
const scratch = mkdtempSync(join(tmpdir(), "cli-"));

afterAll(() => {
  rmSync(scratch, { recursive: true });
});

function config(content: unknown): string {
  const file = join(scratch, `${String(Math.random()).slice(2)}.json`);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

test("reports what a program would deploy, for people", () => {
  const { status, stdout, stderr } = run("check", program);
  expect(stderr).toBe("");
  expect(stdout).toMatchSnapshot();
  expect(status).toBe(1);
});

test("reports in French", () => {
  expect(run("check", program, "--lang", "fr", "--policy", "no-public-admin-port").stdout).toMatchSnapshot();
});

/** A state with a rule that opens SSH, which is read sooner than a program that makes it. */
const opened = join(scratch, "opened.json");

describe("reads a rule that opens SSH", () => {
  const urn = "urn:pulumi:dev::small::outscale:index/securityGroupRule:SecurityGroupRule::ssh";
  const type = "outscale:index/securityGroupRule:SecurityGroupRule";
  const inputs = { flow: "Inbound", ipProtocol: "tcp", fromPortRange: 22, toPortRange: 22, ipRange: "0.0.0.0/0" };
  const rule = { urn, type, inputs, sourcePosition: "project:///index.ts#9,1" };
  const preview = JSON.stringify({ steps: [{ op: "create", urn, newState: rule }] });
  const state = JSON.stringify({ version: 3, deployment: { manifest: {}, resources: [rule] } });
  writeFileSync(opened, state);

  test.each([
    ["in a preview", "preview", preview, ["--preview", "-"]],
    ["in a state", "state", state, ["--state", "-"]],
    ["in a file", "state", undefined, ["--state", opened]],
  ])("%s", (_where, source, input, args) => {
    const { status, stdout } = runWith(input, "check", ...args, "--policy", "no-public-admin-port", "--format", "json");
    const { stack, findings } = JSON.parse(stdout) as { stack: object; findings: object[] };
    expect({ status, stack }).toEqual({ status: 1, stack: { project: "small", name: "dev", source, accounts: [] } });
    expect(findings).toEqual([
      expect.objectContaining({
        message: "Port 22 is open to 0.0.0.0/0.",
        position: { file: "index.ts", line: 9, column: 1 },
      }),
    ]);
  });
});

test("says beside a finding what to do about it, where it has a fix of its own", () => {
  const type = "outscale:index/securityGroupRule:SecurityGroupRule";
  const resources = [
    { name: "api", ipProtocol: "tcp", fromPortRange: 8443, toPortRange: 8443 },
    { name: "tunnel", ipProtocol: "gre" },
  ].map(({ name, ...rule }) => ({
    ...{ urn: `urn:pulumi:dev::small::${type}::${name}`, type },
    inputs: { flow: "Inbound", securityGroupId: "sg-12345678", ipRange: "0.0.0.0/0", ...rule },
  }));
  const check = (...of: typeof resources) => {
    const state = JSON.stringify({ version: 3, deployment: { manifest: {}, resources: of } });
    const { stdout } = runWith(state, "check", "--state", "-", "--policy", "limit-public-ports");
    return stdout.slice(stdout.indexOf("✗"), stdout.indexOf("Clauses of the convention")).trimEnd().split("\n");
  };
  const heading = [
    "✗ limit-public-ports  mandatory, severity high  SLA4.minimal SLA4.defaultdeny",
    "  Only what is meant for everybody is open to the Internet",
    '    -  SecurityGroupRule "api", ipRange',
    "      Beyond what is meant for everybody, 0.0.0.0/0 reaches TCP 8443.",
    '      Fix  Set `ipRange` to those it is meant for, or, where that is everybody, add `"8443/tcp"` to',
    '           `pack-settings.publicPorts`, beside `"443/tcp"` and `"80/tcp"`.',
  ];
  const why = [
    "    Why  Outscale closes everything that comes in, and the convention asks that the client open as",
    "         little of it as possible: each service more is one more that anybody may attack.",
  ];
  expect(check(...resources.slice(0, 1))).toEqual([...heading, ...why, "         docs/policies/limit-public-ports.md"]);
  expect(check(...resources)).toEqual([
    ...heading,
    '    -  SecurityGroupRule "tunnel", ipRange',
    "      Beyond what is meant for everybody, 0.0.0.0/0 reaches GRE.",
    ...why,
    "    Fix  Narrow `fromPortRange`, `toPortRange` and `ipProtocol` to what is meant for everybody, set",
    "         `ipRange` to those it is meant for, or add the port to `publicPorts`.",
    "         docs/policies/limit-public-ports.md",
  ]);
});

describe("says that the algorithms of a VPN are never shown", () => {
  const said = {
    en: expect.stringContaining("algorithms of a VPN"),
    fr: expect.stringContaining("algorithmes d'un VPN"),
  };
  const stateOf = (type: string) => {
    const urn = `urn:pulumi:dev::small::${type}::site`;
    return JSON.stringify({ version: 3, deployment: { manifest: {}, resources: [{ urn, type, inputs: {} }] } });
  };
  const limits = (type: string, language: string) => {
    const { stdout } = runWith(stateOf(type), "check", "--state", "-", "--format", "json", "--lang", language);
    return (JSON.parse(stdout) as { limits: string[] }).limits;
  };
  const vpn = "outscale:index/vpnConnection:VpnConnection";

  test.each(["en", "fr"] as const)("where a stack has one, in %s", (language) => {
    expect(limits(vpn, language)).toEqual([said[language]]);
  });

  test("and not where it has none", () => {
    expect(limits("outscale:index/virtualGateway:VirtualGateway", "en")).toEqual([]);
  });
});

test("reports for machines, whole or not at all", () => {
  const output = join(scratch, "report.json");
  const { status, stdout } = run("check", program, "--format", "json", "--output", output);
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  const report = JSON.parse(readFileSync(output, "utf8")) as {
    findings: { policy: string; evidence?: string }[];
    policies: { name: string }[];
    evidence: object[];
  };
  expect(Object.keys(report)).toEqual([
    ...["schemaVersion", "stack", "configuration", "settings", "findings", "policies"],
    ...["commitments", "duties", "evidence", "resilience", "limits", "notices", "leftOut", "edition", "summary"],
  ]);
  expect(report.policies.find(({ name }) => name === "no-public-admin-port")).toEqual({
    ...{ name: "no-public-admin-port", level: "mandatory", ground: "recommendation" },
    ...{ compliant: 0, violation: 1, undetermined: 0, exempted: 0, notApplicable: 0 },
  });
  expect(report.findings.find(({ policy }) => policy === "no-public-admin-port")).toEqual({
    policy: "no-public-admin-port",
    clauses: ["SLA4.ports"],
    severity: "critical",
    level: "mandatory",
    verdict: "violation",
    subject: {
      kind: "part",
      urn: "urn:pulumi:dev::small::outscale:index/securityGroupRule:SecurityGroupRule::ssh",
      type: "outscale:index/securityGroupRule:SecurityGroupRule",
      name: "ssh",
    },
    related: [],
    message: "Port 22 is open to 0.0.0.0/0.",
    why: expect.stringContaining("convention"),
    fix: expect.stringContaining("`ipRange`"),
    url: "docs/policies/no-public-admin-port.md",
    path: "ipRange",
    position: { file: "index.ts", line: 9, column: 1 },
    fingerprint: "62d11d55fd1decbb",
  });
  expect(report.evidence).toEqual([
    {
      policy: "require-encrypted-sensitive-volume",
      subject: {
        kind: "part",
        urn: "urn:pulumi:dev::small::outscale:index/vm:Vm::vm",
        type: "outscale:index/vm:Vm",
        name: "vm",
      },
      path: "imageId",
      grade: "none",
    },
  ]);
  const ofVolumes = report.findings.filter(({ policy }) => policy === "require-encrypted-sensitive-volume");
  expect(ofVolumes.map(({ evidence }) => evidence)).toEqual(["none"]);
  expect(readdirSync(scratch).filter((name) => name.startsWith(".report"))).toEqual([]);
});

describe("ends with", () => {
  const stateOf = (name: string, type: string, inputs: object) => {
    const file = join(scratch, `${name}.json`);
    const resources = [{ urn: `urn:pulumi:dev::small::${type}::one`, type, inputs }];
    writeFileSync(file, JSON.stringify({ version: 3, deployment: { manifest: {}, resources } }));
    return file;
  };
  // A lone VM named like what stands alone by its nature, which no tag declares.
  const inputs = { imageId: "ami-12345678", subnetId: "subnet-12345678" };
  const unsure = stateOf("unsure", "outscale:index/vm:Vm", inputs);
  const bare = stateOf("bare", "pulumi:pulumi:Stack", {});
  const only = ["--state", opened, "--policy", "no-public-admin-port"];
  const unknown = ["--state", unsure, "--policy", "require-tier-in-every-subregion"];
  const advisory = config({ "no-public-admin-port": "advisory" });
  test.each([
    ["1 for a mandatory violation", 1, only],
    ["0 for an advisory one", 0, [...only, "--config", advisory]],
    ["1 for an advisory one that fails", 1, [...only, "--config", advisory, "--fail-on", "advisory"]],
    ["0 where nothing fails", 0, [...only, "--fail-on", "never"]],
    ["0 for an undetermined verdict", 0, unknown],
    ["3 for an undetermined verdict, strictly", 3, [...unknown, "--strict"]],
    ["4 where every policy is disabled", 4, [...only, "--config", config({ all: "disabled" })]],
    ["0 for the same, where that may be", 0, [...only, "--config", config({ all: "disabled" }), "--allow-empty"]],
    ["0 for one policy with nothing to look at", 0, ["--state", opened, "--policy", "require-net"]],
    ["4 for a stack without anything to judge", 4, ["--state", bare, "--strict"]],
    ["0 for the same, where that may be", 0, ["--state", bare, "--allow-empty"]],
  ])("%s", (_name, status, args) => {
    expect(run("check", ...args).status).toBe(status);
  });
});

test("reads the configuration in the program's folder, and says so", () => {
  const folder = join(scratch, "configured");
  cpSync(join(root, program), folder, { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const file = join(folder, "pulumi-policy-outscale.json");
  writeFileSync(file, JSON.stringify({ all: "advisory" }));
  const { status, stdout } = run("check", folder);
  expect({ status, said: stdout.split("\n")[1] }).toEqual({ status: 0, said: `Configuration: ${file}` });
  expect(run("check", folder, "--config", config({})).status).toBe(1);
});

test("an exempted finding is said, and does not fail", () => {
  const exemption = {
    policy: "no-public-admin-port",
    subject: "ssh",
    reason: "Migration",
    owner: "ops@example.com",
    approver: "ciso@example.com",
    expires: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
  };
  const file = config({ "pack-settings": { exemptions: [exemption] } });
  const { status, stdout } = run("check", "--state", opened, "--config", file, "--policy", "no-public-admin-port");
  expect(stdout).toContain(
    `      accepted by ciso@example.com until ${exemption.expires}, owner ops@example.com: Migration\n`,
  );
  expect(stdout).toContain(
    [
      "Exemptions that expire soon",
      `  The exemption from no-public-admin-port for "ssh" expires on ${exemption.expires}, in 30 days: have it`,
      "  approved again.",
    ].join("\n"),
  );
  expect(stdout).toContain("0 undetermined verdicts, 1 exempted.");
  expect(status).toBe(0);
});

test("an exemption stands in the report for machines, with a notice before it expires", () => {
  const expires = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const approval = { reason: "Migration", owner: "ops@example.com", approver: "ciso@example.com", expires };
  const exemption = { policy: "no-public-admin-port", subject: "ssh", fingerprint: "2524daf7ec5dbbe8", ...approval };
  const report = (change: object) => {
    const file = config({ "pack-settings": { exemptions: [{ ...exemption, ...change }] } });
    const asked = ["--policy", "no-public-admin-port", "--policy", "exemptions-are-valid", "--lang", "fr"];
    const { status, stdout } = run("check", "--state", opened, "--config", file, ...asked, "--format", "json");
    const { findings, notices } = JSON.parse(stdout) as { findings: object[]; notices: string[] };
    return { status, findings, notices };
  };
  const finding = { policy: "no-public-admin-port", message: "Le port 22 est ouvert à 0.0.0.0/0." };
  expect(report({ stack: "d?v" })).toEqual({
    status: 0,
    findings: [expect.objectContaining({ ...finding, verdict: "exempted", exemption: approval })],
    notices: [
      `La dérogation à no-public-admin-port pour "ssh" expire le ${expires}, dans 20 jours : faites-la approuver à nouveau.`,
    ],
  });
  expect(report({ stack: "other/dev" })).toEqual({
    status: 1,
    findings: [expect.objectContaining({ ...finding, verdict: "violation" })],
    notices: [],
  });
  expect(report({ fingerprint: "f2abd0a7c930fedf" })).toEqual({
    status: 1,
    findings: [
      expect.objectContaining({ ...finding, verdict: "violation" }),
      expect.objectContaining({
        policy: "exemptions-are-valid",
        message:
          "La dérogation à no-public-admin-port pour \"ssh\" n'est pas valable : son empreinte est de l'ancien type, qui ne contenait aucun fait ; ce qu'elle visait a maintenant `2524daf7ec5dbbe8`.",
        path: "exemptions[0]",
      }),
    ],
    notices: [],
  });
});

describe("under --clean-env a program gets what it needs, what --env names and what its run sets:", () => {
  const variables = (...args: string[]) => {
    const { status, stdout, stderr } = run(...args, "--clean-env", "--env", "LANG", "--env", "ABSENT");
    const names = JSON.parse(/\[.*\]/.exec(stderr)?.[0] ?? "") as string[];
    return { status, stdout, names: names.filter((name) => !name.startsWith("PULUMI_")) };
  };

  // The command itself is started with PATH, LANG and NO_COLOR.
  test.each([["check"], ["prove"], ["reach", "--from", "internet"]])("%s", (command, ...args) => {
    const found = variables(command, "test/dryrun/programs/environment", ...args);
    expect(found).toEqual({ status: 2, stdout: "", names: ["LANG", "PATH"] });
  });
});

test("a program may print more than is kept, and --debug shows the first and the last of it", () => {
  const folder = join(scratch, "talks");
  mkdirSync(folder);
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "Pulumi.yaml"), "name: talks\nruntime: nodejs\n");
  const print = "for (let line = 0; line < 1e5; line++) console.log(`line ${line} of many`);\nprocess.exitCode = 3;\n";
  writeFileSync(join(folder, "index.js"), print);
  const { stderr } = run("check", folder, "--debug");
  const lines = stderr.split("\n");
  const cut = "[... the program printed 1888890 characters: what lies between is left out ...]";
  const at = lines.indexOf(cut);
  expect(at).toBeGreaterThan(0);
  expect(lines.slice(at - 20, at)).toEqual(Array.from({ length: 20 }, (_, line) => `line ${String(line)} of many`));
  expect(lines.slice(at + 1, at + 21)).toEqual(
    Array.from({ length: 20 }, (_, line) => `line ${String(99_980 + line)} of many`),
  );
  expect(run("check", folder, "--debug", "--lang", "fr").stderr).toContain(
    "[... le programme a écrit 1888890 caractères\u00a0: le milieu est laissé de côté ...]",
  );
});

test("a timeout may be longer than a timer of Node's", () => {
  const { status, stderr } = run("check", program, "--timeout", "1e9", "--policy", "no-public-admin-port");
  expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
});

test("lists the policies", () => {
  const { status, stdout } = run("list");
  expect(stdout).toMatch(/^require-explicit-subregion +advisory +medium +good practice +SLA1\.zone +Zonal resources/m);
  expect(stdout.trimEnd().split("\n")).toHaveLength(
    readdirSync(join(root, "test/policies")).length + PACK_POLICIES.length,
  );
  expect(run("list", "--lang", "fr").stdout).toMatch(
    /^require-explicit-subregion +non bloquante +moyenne +bonne pratique +SLA1\.zone +/m,
  );
  expect(status).toBe(0);
});

test("another loss is simulated beside those of each Subregion", () => {
  const { stdout } = run("check", "--state", "test/cli/state/shop.json", "--without", "b,c", "tier:database");
  const lines = stdout.split("\n");
  const start = lines.indexOf("  cloudgouv-eu-west-1b, cloudgouv-eu-west-1c and tier database");
  expect(lines.slice(start + 1, start + 3)).toEqual([
    "      tiers that stop: database, worker",
    expect.stringMatching(/^ {6}(entries that no longer answer: shop|not known: .*|tiers without their data: .*)$/),
  ]);
});

describe("refuses, in one line and with code 2,", () => {
  const empty = join(scratch, "empty");
  mkdirSync(empty);
  const ONE_OF_THREE =
    "Give one of the three: the folder or the file of a Pulumi program, `--preview <file>` or `--state <file>`.";
  const malformed = config("{");
  test.each([
    ["nothing to check", ["check"], ONE_OF_THREE],
    ["two things to check", ["check", program, "--state", "-"], ONE_OF_THREE],
    [
      "answers for what is no program",
      ["check", "--state", "-", "--data", "-"],
      "`--data` is for programs: a preview and a state have real answers.",
    ],
    ["a state that is not there", ["check", "--state", "nowhere.json"], "nowhere.json cannot be read (ENOENT)."],
    [
      "an unknown option",
      ["check", program, "--fromat", "json"],
      "--fromat is not an option. `--help` lists those accepted.",
    ],
    [
      "an unknown command",
      ["chekc"],
      "chekc is not a command. Accepted: check, claim, explain, facts, list, prove, reach.",
    ],
    [
      "a loss of what there is not",
      ["check", "--state", "test/cli/state/shop.json", "--without", "tier:databas"],
      `--without is "tier:databas". Accepted: the Subregions cloudgouv-eu-west-1a, cloudgouv-eu-west-1b and cloudgouv-eu-west-1c, by their letter too, and tiers of this stack as \`tier:<name>\`; the closest is tier:database.`,
    ],
    [
      "a loss of nothing",
      ["check", "--state", "test/cli/state/shop.json", "--without", ","],
      '--without is "". Accepted: the Subregions cloudgouv-eu-west-1a, cloudgouv-eu-west-1b and cloudgouv-eu-west-1c, by their letter too, and tiers of this stack as `tier:<name>`.',
    ],
    ["an unknown format", ["check", program, "--format", "xml"], '--format is "xml". Accepted: text, json.'],
    ["an unknown language", ["check", program, "--lang", "de"], '--lang is "de". Accepted: en, fr.'],
    ["a timeout of nothing", ["check", program, "--timeout", "0"], '--timeout is "0". Accepted: a number above 0.'],
    [
      "a variable to keep of an environment that is not taken away",
      ["check", program, "--env", "A"],
      "`--env` needs `--clean-env`: without it the program gets the whole environment.",
    ],
    [
      "a variable with its value",
      ["check", program, "--clean-env", "--env", "A=secret"],
      "`--env` takes the name of one variable, without its value, and is given once for each.",
    ],
    [
      "several variables at once",
      ["check", program, "--clean-env", "--env", "A,B"],
      "`--env` takes the name of one variable, without its value, and is given once for each.",
    ],
    [
      "an environment for what is no program",
      ["check", "--state", "-", "--clean-env"],
      "`--clean-env` is for programs: a preview and a state run nothing.",
    ],
    ["two programs", ["check", program, program], "Too many arguments. Accepted: 1."],
    [
      "an unknown policy",
      ["check", program, "--policy", "no-public-admin"],
      "--policy no-public-admin is no policy. The closest name is no-public-admin-port; `list` shows them all.",
    ],
    ["malformed configuration", ["check", program, "--config", malformed], `${malformed}: The file is not valid JSON.`],
    [
      "an unwritable output",
      ["check", program, "--output", join(scratch, "nowhere", "report.txt")],
      `--output ${join(scratch, "nowhere", "report.txt")} cannot be written (ENOENT). Accepted: a file in an existing folder that you may write to.`,
    ],
  ])("%s", (_name, args, message) => {
    expect(run(...args)).toEqual({ status: 2, stdout: "", stderr: `${message}\n` });
    expect(existsSync(join(scratch, "nowhere"))).toBe(false);
  });

  test("a folder that is no program", () => {
    const { status, stdout, stderr } = run("check", empty);
    expect({ status, stdout, lines: stderr.trimEnd().split("\n").length }).toEqual({ status: 2, stdout: "", lines: 1 });
    expect(stderr).toContain("Pulumi.yaml");
  });

  test("in French too", () => {
    expect(run("check", program, "--format", "xml", "--lang", "fr").stderr).toBe(
      '--format vaut "xml". Accepté : text, json.\n',
    );
  });
});
