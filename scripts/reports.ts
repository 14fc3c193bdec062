// Writes every report of the command into a folder: of each stack, example and page's example, in each format and
// language. Two folders, written by two builds, are compared with `diff -r`: a change that should change no report
// changes no byte.
//
//   npm run reports -- <folder> [<a built checkout, whose command is run>]
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { CLAUSE_IDS } from "../src/contract";
import { POLICIES } from "../policies";
import { bin } from "../package.json";
import { previewDocument } from "../test/support/engine-documents";
import { ExampleRunner, pageExamples } from "../test/docs/page-examples";

const root = join(__dirname, "..");
const LANGUAGES = ["en", "fr"];

interface Run {
  /** The file that takes what the command says, from the folder of reports. */
  readonly file: string;
  readonly args: readonly string[];
}

/** What is said of one input, which the arguments name. */
function runsOf(name: string, ...input: string[]): Run[] {
  const of = (command: string, ...args: string[]): Run[] =>
    LANGUAGES.map((lang) => {
      const file = join(name, [command, ...args, lang].map((word) => word.replace(/^-+/, "")).join("-"));
      return { file, args: [command, ...input, ...args, "--lang", lang] };
    });
  return [
    ...["text", "json"].flatMap((format) => of("check", "--format", format)),
    ...["text", "json"].flatMap((format) => of("prove", "--format", format)),
    ...["text", "json", "mermaid"].flatMap((format) => of("reach", "--from", "internet", "--format", format)),
  ];
}

function runsOfNames(): Run[] {
  const said = [
    ...["policy", "clause"].map((by) => ["list", "--by", by]),
    ...[...POLICIES.map(({ name }) => name), ...CLAUSE_IDS].map((name) => ["explain", name]),
  ];
  return said.flatMap((args) =>
    LANGUAGES.map((lang) => ({ file: join("names", [...args, lang].join("-")), args: [...args, "--lang", lang] })),
  );
}

/** The programs that run without a compiler or SDK of another language. */
const PROGRAMS = [
  ...readdirSync(join(root, "stacks")).map((name) => join("stacks", name)),
  "examples/minimal",
  "examples/automation-api/web.ts",
  "examples/several-stacks/network",
  "examples/several-stacks/app",
];
const STATES = ["examples/several-stacks/network.json", "test/cli/state/shop.json"];

async function runsOfPages(folder: string): Promise<Run[]> {
  const runner = new ExampleRunner();
  await runner.start();
  const runs: Run[] = [];
  for (const { policy, heading, number, code } of pageExamples()) {
    const name = `${policy}-${heading}-${String(number)}`;
    const file = join(folder, `${name}.json`);
    writeFileSync(file, previewDocument(await runner.run(code)));
    // Under one name, whatever the folder: some errors say the file's name.
    runs.push(...runsOf(join("pages", name), "--preview", file));
  }
  runner.stop();
  return runs;
}

/** Runs the command and writes all that it says: standard output and error, and the exit code. */
async function write({ file, args }: Run, folder: string, command: string): Promise<void> {
  const { PATH } = process.env;
  const env = { PATH, LANG: "C", NO_COLOR: "1" };
  const child = spawn(process.execPath, [command, ...args], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  const said = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said.stderr += text));
  const code = await new Promise<number | null>((done) => child.once("close", done));
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `exit code ${String(code)}\n--- stdout\n${said.stdout}--- stderr\n${said.stderr}`);
}

async function main([target, checkout = root]: readonly string[]): Promise<void> {
  if (target === undefined || (existsSync(target) && readdirSync(target).length > 0)) {
    // A report left there by an earlier build would pass for one of this build.
    console.error("Give the folder that takes the reports: a new one, or an empty one.");
    process.exitCode = 2;
    return;
  }
  const command = resolve(checkout, bin["pulumi-policy-outscale"]);
  const scratch = mkdtempSync(join(tmpdir(), "reports-"));
  try {
    const pages = await runsOfPages(scratch);
    const programs = PROGRAMS.flatMap((path) => runsOf(path, path));
    const states = STATES.flatMap((path) => runsOf(path, "--state", path));
    const pending = [...runsOfNames(), ...states, ...pages, ...programs];
    const count = pending.length;
    const work = async () => {
      for (let next = pending.pop(); next; next = pending.pop()) await write(next, target, command);
    };
    await Promise.all(Array.from({ length: availableParallelism() }, work));
    console.log(`${String(count)} reports of ${relative(root, command) || command} in ${target}`);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

void main(process.argv.slice(2));
