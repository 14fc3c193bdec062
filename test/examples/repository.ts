import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

const root = join(__dirname, "..", "..");

/** The program's folder in the repository. */
export const PROGRAM = "infra";

/** What is asked of each program: a few policies stand for all, of which there will be more. */
const ASKED = [
  "no-public-admin-port",
  "require-explicit-host-action",
  "require-subnets-in-every-subregion",
  "require-tier-in-every-subregion",
  "verdicts-are-known",
  "commitments-are-enforceable",
]
  .map((policy) => `--policy ${policy}`)
  .join(" ");

/** A team's repository with the files of an example, the program of examples/minimal, and what `npm ci` installs. */
export class Repository {
  readonly path = mkdtempSync(join(tmpdir(), "repository-"));
  readonly #bin = join(this.path, "bin");

  constructor(example: string) {
    const program = join(this.path, PROGRAM);
    const modules = join(program, "node_modules");
    cpSync(join(root, "examples", example), this.path, { recursive: true });
    cpSync(join(root, "examples", "minimal"), program, { recursive: true });
    mkdirSync(join(modules, ".bin"), { recursive: true });
    symlinkSync(root, join(modules, "pulumi-policy-outscale"));
    symlinkSync(join(root, "node_modules", "@pulumi"), join(modules, "@pulumi"));
    const command = `exec node "${join(root, "dist", "src", "cli", "main.js")}" "$@" ${ASKED}`;
    writeCommand(join(modules, ".bin", "pulumi-policy-outscale"), command);
    mkdirSync(this.#bin);
    this.previewPrints({});
  }

  /** Puts a stand-in for the Pulumi CLI on the PATH, which answers a preview and nothing else. */
  previewPrints(preview: object): void {
    writeFileSync(join(this.#bin, "preview.json"), JSON.stringify(preview));
    const answers = [
      `"preview --stack dev --json --show-sames") cat "${join(this.#bin, "preview.json")}" ;;`,
      `"preview --stack dev --policy-pack "*) cat "$5/PulumiPolicy.yaml" ;;`,
      `*) exit 64 ;;`,
    ];
    writeCommand(join(this.#bin, "pulumi"), ['case "$*" in', ...answers, "esac"].join("\n"));
  }

  /** Runs a script as the runners of both platforms do. */
  run(folder: string, script: string, variables: Readonly<Record<string, string>>): SpawnSyncReturns<string> {
    const PATH = [this.#bin, process.env["PATH"]].join(delimiter);
    return spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], {
      cwd: join(this.path, folder),
      encoding: "utf8",
      env: { PATH, HOME: this.path, CI: "true", LANG: "C", ...variables },
    });
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}

function writeCommand(file: string, script: string): void {
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
}
