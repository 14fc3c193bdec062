// Checks the reference stacks, each as it is meant to be: one full of findings, the others with none.
const { spawnSync } = require("node:child_process");
const { join } = require("node:path");

const root = join(__dirname, "..");
const command = join(root, require("../package.json").bin["pulumi-policy-outscale"]);

const EXPECTED = [
  { stack: "stacks/noncompliant", exitCode: 1 },
  { stack: "stacks/three-tier-web", exitCode: 0 },
  { stack: "stacks/sensitive-vpn", config: "stacks/sensitive-vpn/policies.json", exitCode: 0 },
];

for (const { stack, config, exitCode } of EXPECTED) {
  const words = ["check", stack, ...(config ? ["--config", config] : [])];
  console.log(`> pulumi-policy-outscale ${words.join(" ")}\n`);
  const { status } = spawnSync(process.execPath, [command, ...words], { cwd: root, stdio: "inherit" });
  console.log();
  if (status !== exitCode) {
    console.error(`${stack} was expected to end with exit code ${exitCode}, and ended with ${status}.`);
    process.exitCode = 1;
  }
}
