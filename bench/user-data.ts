import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packed } from "./packs";

/** The most user data that Outscale takes. */
const SIZE = 500 * 1024;
const LIMIT_MILLISECONDS = 50;
/** For dense shell, of what the parser alone takes for all of the script, on the same machine in the same run. */
const LIMIT_RATIO = 3;

/**
 * Milliseconds of processor time by document, in a Node of its own as the pack has one: what compiles this file as it
 * is loaded would compile the parser too, to slower code.
 */
const MEASURING = `
  const { readFileSync } = require("node:fs");
  const { readUserData } = require("./dist/src/outscale/user-data");
  const { forEachChild, parse } = require("unbash");
  const elapsed = (run) => {
    const started = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  };
  const documents = JSON.parse(readFileSync(process.argv[1], "utf8"));
  const visit = (node) => forEachChild(node, visit);
  const runs = { parser: () => visit(parse(documents.script)) };
  for (const [name, text] of Object.entries(documents)) runs[name] = () => readUserData(text);
  // The quickest rounds: the first ones run code that is not compiled yet, and what else the machine does falls on any.
  const quickest = (run) => Math.min(...Array.from({ length: 40 }, () => elapsed(run)));
  const times = Object.fromEntries(Object.entries(runs).map(([name, run]) => [name, quickest(run)]));
  console.log(JSON.stringify(times));
`;

const corpus = join(__dirname, "..", "test", "user-data");
const read = (name: string) => readFileSync(join(corpus, name), "utf8");

/** A cloud-config, as they become large: with scripts, units and certificates in files, some in Base64, and commands. */
function cloudConfig(): string {
  const script = indented(read("does/luks-first-boot.sh"));
  const unit = indented("[Service]\nExecStart=/usr/bin/app --config /etc/app.yaml\n".repeat(3));
  const certificate = indented("MIIBszCCAVmgAwIBAgIUQ2xvdWRnb3V2LWV1LXdlc3QtMQowCgYIKoZIzj0EAwIw\n".repeat(25));
  const encoded = Buffer.from(read("does/s3fs-install-and-mount.sh")).toString("base64");
  let files = "";
  let commands = "  - [sh, /opt/script-0]\n";
  for (let number = 0; files.length + commands.length < SIZE; number += 1) {
    const name = String(number);
    files += `  - path: /opt/script-${name}\n    content: |\n${script}`;
    files += `  - path: /opt/encoded-${name}\n    encoding: b64\n    content: ${encoded}\n`;
    files += `  - path: /etc/systemd/system/app-${name}.service\n    content: |\n${unit}`;
    files += `  - path: /etc/ssl/${name}.pem\n    content: |\n${certificate.repeat(3)}`;
    commands += `  - apt-get install -y app-${name}\n  - [systemctl, enable, --now, app-${name}]\n`;
  }
  return `#cloud-config\nruncmd:\n${commands}write_files:\n${files}`;
}

/** A shell script that is mostly the text of the files that it writes. */
function heredocs(): string {
  const text = "option = value   # told in words\nserver { listen 443; root /var/www; }\n".repeat(100);
  let script = "#!/bin/bash\n";
  for (let number = 0; script.length < SIZE; number += 1) {
    const folder = `/etc/app-${String(number)}`;
    script += `mkdir -p ${folder}\ncat > ${folder}/app.conf <<'EOF'\n${text}EOF\n`;
    script += `cat > ${folder}/host.conf <<EOF\nname = $HOSTNAME\n${text}EOF\nsystemctl restart app\n`;
  }
  return script;
}

/** A cloud-config that is mostly files in Base64. */
function payloads(): string {
  const payload = Buffer.from("what an application is told, line after line\n".repeat(400)).toString("base64");
  let text = "#cloud-config\nruncmd: [systemctl restart app]\nwrite_files:\n";
  for (let number = 0; text.length < SIZE; number += 1) {
    text += `  - path: /opt/app-${String(number)}\n    encoding: b64\n    content: ${payload}\n`;
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

function main(): void {
  const folder = mkdtempSync(join(tmpdir(), "user-data-"));
  try {
    const file = join(folder, "documents.json");
    const documents = { script: shellScript(), config: cloudConfig(), heredocs: heredocs(), payloads: payloads() };
    writeFileSync(file, JSON.stringify(documents));
    const output = execFileSync(process.execPath, ["--no-warnings", "-e", MEASURING, file], {
      cwd: packed(folder),
      encoding: "utf8",
    });
    const times = JSON.parse(output) as Record<keyof typeof documents | "parser", number>;
    const { script, parser } = times;
    const others = [times.config, times.heredocs, times.payloads];
    const ratio = script / parser;
    const [config, heredoc, payload] = others.map((time) => time.toFixed(0));
    console.log(
      `user data of 500 KiB: cloud-config in ${String(config)} ms, heredocs in ${String(heredoc)} ms, Base64 in ` +
        `${String(payload)} ms, limit ${String(LIMIT_MILLISECONDS)} ms; dense shell in ${script.toFixed(0)} ms, ` +
        `${ratio.toFixed(1)} times the parser's ${parser.toFixed(0)} ms, limit ${String(LIMIT_RATIO)} times`,
    );
    const isQuick = others.every((time) => time <= LIMIT_MILLISECONDS) && ratio <= LIMIT_RATIO;
    if (!isQuick) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

main();
