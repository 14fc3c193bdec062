import { describe, expect, test } from "@jest/globals";
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Printed } from "./cli";
import { engineEnvironment, hasEngine } from "./environment";
import { withFolder } from "./temporary";

const root = join(__dirname, "..", "..");
const URN = "urn:pulumi:dev::automation-api::outscale:index";

const SSH = [
  `no-public-admin-port ${URN}/securityGroupRule:SecurityGroupRule::web-ssh`,
  "Administration ports are not open to the Internet",
  "Port 22 is open to 0.0.0.0/0.",
];
const TIER = [
  `require-tier-in-every-subregion ${URN}/vm:Vm::web-0`,
  "Every production tier runs in all Subregions",
  "web: This tier has no VM in cloudgouv-eu-west-1c. It consists of web-0 and web-1 (grouped by their tag).",
];
const LOST = [
  "commitments-are-enforceable urn:pulumi:dev::automation-api::pulumi:pulumi:Stack::automation-api-dev",
  "Every commitment can be claimed",
  "Forfeited: SLA4.firewall and SLA10.sev1-3 for tier web (require-tier-in-every-subregion).",
];
const SUBNETS = [
  `require-subnets-in-every-subregion ${URN}/net:Net::net`,
  "Nets have their Subnets in all Subregions",
  "net/web: The Net has no Subnet for this role in cloudgouv-eu-west-1c, only web-0 and web-1.",
];

function hostAction(vm: string): string[] {
  return [
    `require-explicit-host-action ${URN}/vm:Vm::${vm}`,
    "VMs say whether they restart after their host fails",
    "Nothing says what becomes of the VM when its host fails.",
  ];
}

function advisory(...findings: readonly (readonly string[])[]): string[] {
  return findings.map((lines) => `advisory ${lines.join("\n")}`);
}

(hasEngine() ? describe : describe.skip)("the example for the Automation API", () => {
  test("prints the violations, and ends with 1 for a mandatory one", async () => {
    const { exitCode, stdout, stderr } = await run();
    expect({ exitCode, said: violationsIn(stdout), stderr }).toEqual({
      exitCode: 1,
      said: [...advisory(LOST, hostAction("web-0"), hostAction("web-1"), SUBNETS, TIER), `mandatory ${SSH.join("\n")}`],
      stderr: "",
    });
  });

  test("ends with 0 when all are advisory", async () => {
    const { exitCode, stdout, stderr } = await run({ "policies.json": '{ "all": "advisory" }' });
    expect({ exitCode, said: violationsIn(stdout), stderr }).toEqual({
      exitCode: 0,
      said: advisory(LOST, SSH, hostAction("web-0"), hostAction("web-1"), SUBNETS, TIER),
      stderr: "",
    });
  });

  test("ends with 2, and Pulumi's own words, when something else stops the preview", async () => {
    const program = 'export const web = () => Promise.reject(new Error("no Net"));\n';
    const { exitCode, stdout, stderr } = await run({ "web.ts": program });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain("error: Unhandled exception: Error: no Net");
  });
});

/** Runs a copy of the example, with these files changed, beside what `npm install` puts there. */
async function run(changed: Readonly<Record<string, string>> = {}): Promise<Printed> {
  return withFolder(async (home) => {
    const folder = join(home, "automation-api");
    const modules = join(folder, "node_modules");
    cpSync(join(root, "examples", "automation-api"), folder, { recursive: true });
    for (const [file, text] of Object.entries(changed)) writeFileSync(join(folder, file), text);
    mkdirSync(modules);
    symlinkSync(root, join(modules, "pulumi-policy-outscale"));
    symlinkSync(join(root, "node_modules", "@pulumi"), join(modules, "@pulumi"));
    return start(folder, home);
  });
}

/** As `npm start` does there. */
async function start(folder: string, home: string): Promise<Printed> {
  const args = ["--import", require.resolve("tsx"), "preview.ts"];
  const env = { ...process.env, ...engineEnvironment(home), PULUMI_POLICY_OUTSCALE_LANG: "en" };
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: folder, env }, (error, stdout, stderr) => {
      resolve({ exitCode: error ? Number(error.code ?? 1) : 0, stdout, stderr });
    });
  });
}

/** The policies whose words are held here: these stand for all, of which there will be more. */
const HELD = [LOST, SSH, hostAction(""), SUBNETS, TIER].map(([head = ""]) => head.split(" ")[0] ?? "");

/** In an order that does not hang on which resource came first, and without the reasons that the pages give. */
function violationsIn(printed: string): string[] {
  const texts = printed.split("\n\n").filter((text) => HELD.some((policy) => text.split(" ")[1] === policy));
  return texts.map((text) => text.split("\n").slice(0, 3).join("\n")).sort();
}
