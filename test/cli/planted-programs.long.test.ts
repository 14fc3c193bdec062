import { afterAll, describe, expect, test } from "@jest/globals";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { INPUT_SHAPES } from "../../src/outscale/provider/shapes";
import { run } from "./command";
import { writeProgram } from "./program";

const scratch = mkdtempSync(join(tmpdir(), "planted-"));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

/** A program in a folder of its own, that begins with a function which makes one secret after another. */
function makeProgram(name: string, lines: string, config = ""): string {
  const folder = join(scratch, name);
  writeProgram(
    folder,
    `const pulumi = require("@pulumi/pulumi");
    const outscale = require("@pulumi/outscale");
    let planted = 0;
    const next = () => "Zq7x" + String(++planted).padStart(5, "0") + "vK";
    ${lines}`,
  );
  writeFileSync(join(folder, "Pulumi.dev.yaml"), config);
  return folder;
}

/** Each property of each type, marked: alone, in an output, or by the options of the resource. */
const MARKED = `
  const TYPES = ${JSON.stringify(INPUT_SHAPES)};
  const secretIn = (shape) => {
    if (shape === "text") return next();
    if (shape === "map") return { [next()]: next() };
    if (Array.isArray(shape)) return shape.map(secretIn);
    if (shape === "boolean") return true;
    return typeof shape === "object" ? Object.fromEntries(Object.entries(shape).map(([k, v]) => [k, secretIn(v)])) : 22;
  };
  for (const [type, shapes] of Object.entries(TYPES)) {
    const names = Object.keys(shapes);
    const marked = names.map((name, index) => {
      const value = secretIn(shapes[name]);
      return [name, index % 2 === 0 ? pulumi.secret(value) : pulumi.output(Promise.resolve(value)).apply(pulumi.secret)];
    });
    new pulumi.CustomResource(type, "each", Object.fromEntries(marked));
  }
`;

/** What nothing marks, in values that no report shows. */
const UNMARKED = `
  const script = () => "#!/bin/bash\\n" + Array.from({ length: 20 }, () => "export P=" + next() + "\\nmysql -p" + next()).join("\\n");
  const net = new outscale.Net("net", { ipRange: "10.0.0.0/16" });
  const subnet = new outscale.Subnet("subnet", { netId: net.netId, ipRange: "10.0.0.0/24", subregionName: "cloudgouv-eu-west-1a" });
  for (const name of ["web", "app"])
    new outscale.Vm(name, { imageId: "ami-12345678", vmType: "tinav6.c1r1p2", subnetId: subnet.subnetId, userData: script() });
  new outscale.SecurityGroup("open", { description: next(), netId: net.netId });
  new outscale.Keypair("key", { keypairName: "key", publicKey: "ssh-ed25519 " + next() });
  new outscale.Policy("policy", { policyName: "all", description: next(), document: JSON.stringify({ Statement: [{ Sid: next(), Effect: "Allow", Action: "*", Resource: "*" }] }) });
  new outscale.ServerCertificate("cert", { name: "cert", body: next(), privateKey: next() });
  console.log("the password is " + next());
`;

const ASKED = ["check", "prove", "reach"].flatMap((command) => [
  [command, "text", "en"],
  [command, "json", "fr"],
]);

describe("of a hundred secrets in a program, no command shows one:", () => {
  test.each<[string, string]>([
    ["marked in every property of every type", MARKED],
    ["not marked, in scripts, keys, certificates and descriptions", UNMARKED],
  ])("%s", (name, lines) => {
    const folder = makeProgram(
      name.slice(0, 6).trim(),
      lines,
      "config:\n  shop:token:\n    secure: AAABAZq7x99999vK\n",
    );
    for (const [command = "", format = "", language = ""] of ASKED) {
      const from = command === "reach" ? ["--from", "internet"] : [];
      const { status, stdout, stderr } = run(command, folder, "--format", format, "--lang", language, ...from);
      expect(`${stdout}${stderr}`.match(/.{0,60}Zq7x\d{5}vK/gi)).toBe(null);
      expect({ isJudged: status === 0 || status === 1, stderr }).toEqual({ isJudged: true, stderr: "" });
    }
  });

  test("marked, and said by the error that the program stops with", () => {
    const stopping = `
      const password = next();
      new outscale.Keypair("key", { keypairName: "key", publicKey: pulumi.secret(password) });
      console.log(password);
      setTimeout(() => { throw new Error("refused: " + password + " is too short"); }, 200);
    `;
    const { status, stdout, stderr } = run("check", makeProgram("stops", stopping), "--debug");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/the program stopped: refused: \[secret\] is too short/);
    expect(stderr).not.toMatch(/Zq7x\d{5}vK/i);
  });
});
