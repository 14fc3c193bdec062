import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "unbash";
import { readUserData } from "../src/outscale/user-data";

const ROUNDS = 15;
/** The most user data that Outscale takes. */
const SIZE = 500 * 1024;
/** Of the time that the parser alone takes for the script, on the same machine in the same run. */
const LIMIT_RATIO = 12;

const corpus = join(__dirname, "..", "test", "user-data");
const read = (name: string) => readFileSync(join(corpus, name), "utf8");

/** A cloud-config of that size, as they become large: with scripts, units and certificates in files that it writes. */
function cloudConfig(): string {
  const script = indented(read("does/luks-first-boot.sh"));
  const unit = indented("[Service]\nExecStart=/usr/bin/app --config /etc/app.yaml\n".repeat(3));
  const certificate = indented("MIIBszCCAVmgAwIBAgIUQ2xvdWRnb3V2LWV1LXdlc3QtMQowCgYIKoZIzj0EAwIw\n".repeat(25));
  let text = "#cloud-config\nruncmd: [[sh, /opt/script-0]]\nwrite_files:\n";
  for (let number = 0; text.length < SIZE; number += 1) {
    const name = String(number);
    text += `  - path: /opt/script-${name}\n    content: |\n${script}`;
    text += `  - path: /etc/systemd/system/app-${name}.service\n    content: |\n${unit}`;
    text += `  - path: /etc/ssl/${name}.pem\n    content: |\n${certificate.repeat(3)}`;
  }
  return text;
}

/** A shell script of that size, in which one step follows another. */
function shellScript(): string {
  const steps = ["s3fs-install-and-mount.sh", "luks-several-devices.sh", "goofys-function.sh"].map((name) =>
    read(`does/${name}`),
  );
  let text = "#!/bin/bash\n";
  for (let number = 0; text.length < SIZE; number += 1) text += steps[number % steps.length] ?? "";
  return text;
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, "      ");
}

/** Milliseconds of processor time. What else runs on the machine hardly counts. */
function elapsed(run: () => unknown): number {
  const started = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(started);
  return Math.round((user + system) / 1000);
}

function main(): void {
  const [script, config] = [shellScript(), cloudConfig()];
  const times = { script: [] as number[], parse: [] as number[], config: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.script.push(elapsed(() => readUserData(script)));
    times.parse.push(elapsed(() => parse(script)));
    times.config.push(elapsed(() => readUserData(config)));
  }
  // The quickest rounds: collecting what the others left behind falls on any of them.
  const [followed, parsed, configured] = [times.script, times.parse, times.config].map((list) => Math.min(...list));
  const ratios = [followed, configured].map((time = NaN) => time / (parsed ?? NaN));
  const [ofScript, ofConfig] = ratios.map((ratio) => ratio.toFixed(1));
  console.log(
    `user data of 500 KiB: parsed as shell in ${String(parsed)} ms; script read in ${String(followed)} ms, ` +
      `ratio ${String(ofScript)}; cloud-config in ${String(configured)} ms, ratio ${String(ofConfig)}; ` +
      `limit ${String(LIMIT_RATIO)}`,
  );
  if (ratios.some((ratio) => !(ratio <= LIMIT_RATIO))) process.exitCode = 1;
}

main();
