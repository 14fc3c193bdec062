// Tries inputs one after another, until the time is over: what main.ts starts and watches.
//
//   tsx fuzz/inputs.ts <seconds> <seed> <file that holds the input being read> [kind ...]
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Bases, readBases } from "./bases";
import { Dice } from "./dice";
import { FOLDER } from "./files";
import { type Json, MOST_SIGNS, sizeOf, writeJson } from "./json";
import { type Broken, findBroken } from "./promises";
import type { Reader } from "./reader";
import { analyzer } from "./readers/analyzer";
import { before, live, otherStacks } from "./readers/beside";
import { previewOf, previews, stateOf, states } from "./readers/documents";
import { changedResources } from "./readers/documents";
import { programs } from "./readers/programs";
import { rewritings } from "./readers/rewritings";
import { answers, configurations, penalties } from "./readers/settings";
import { certificates, eimDocuments, manifests, userData } from "./readers/texts";
import { makeSmaller } from "./smaller";

const READERS: readonly Reader[] = [
  ...[states, previews, programs, analyzer, configurations, answers, live, before, otherStacks, penalties],
  ...[userData, manifests, eimDocuments, certificates, rewritings],
];

/** From how many signs on an input is large, and how long one may take, in milliseconds of this process's own time. */
const LARGE_SIGNS = 50_000;
const LIMITS = { large: 2000, small: 1000 };

interface Tried {
  inputs: number;
  slowest: number;
}

interface Finding extends Broken {
  readonly kind: string;
  readonly file: string;
}

class Fuzzer {
  readonly #bases: Bases;
  readonly #current: string;
  readonly #findings = new Map<string, Finding>();
  readonly #tried = new Map<string, Tried>();

  readonly #smallerMilliseconds: number;

  /** @param seconds for all inputs: a tenth of that for making one smaller */
  constructor(bases: Bases, current: string, seconds: number) {
    this.#bases = bases;
    this.#current = current;
    this.#smallerMilliseconds = Math.min(20_000, seconds * 100);
  }

  /** Makes an input and reads it; what is wrong is made smaller and kept. */
  async tryOne(reader: Reader, dice: Dice): Promise<void> {
    const input = reader.make(dice, this.#bases);
    if (sizeOf(input) > MOST_SIGNS) return;
    const { broken, took } = await this.#read(reader, input);
    const tried = this.#tried.get(reader.kind) ?? { inputs: 0, slowest: 0 };
    this.#tried.set(reader.kind, { inputs: tried.inputs + 1, slowest: Math.max(tried.slowest, took) });
    for (const each of broken) {
      const key = `${each.promise}: ${each.what}`;
      if (!this.#findings.has(key)) this.#findings.set(key, await this.#keep(reader, input, each));
    }
  }

  async #keep(reader: Reader, input: Json, broken: Broken): Promise<Finding> {
    const started = cpuMilliseconds();
    const smallest = await makeSmaller(
      input,
      async (smaller) => {
        const found = await this.#read(reader, smaller);
        return found.broken.some(({ promise, what }) => promise === broken.promise && what === broken.what);
      },
      () => cpuMilliseconds() - started < this.#smallerMilliseconds,
    );
    const file = join(FOLDER, `finding-${String(this.#findings.size + 1)}.json`);
    writeFileSync(file, JSON.stringify({ kind: reader.kind, ...broken, input: smallest }, undefined, 2));
    console.log(`${reader.kind}: ${broken.promise}: ${oneLine(broken.what)}\n  ${file}`);
    return { ...broken, kind: reader.kind, file };
  }

  /** Reads an input, and what is slow twice: the first time much is loaded and compiled. */
  async #read(reader: Reader, input: Json): Promise<{ broken: Broken[]; took: number }> {
    // Should this input never end, main.ts reads it from this file.
    writeFileSync(this.#current, JSON.stringify({ kind: reader.kind, input }));
    const limit = sizeOf(input) > LARGE_SIGNS ? LIMITS.large : LIMITS.small;
    const first = await readOnce(reader, input);
    if (first.took <= limit) return first;
    const second = await readOnce(reader, input);
    if (second.took <= limit) return second;
    const what = `${reader.kind} take too long`;
    const details = `${Math.min(first.took, second.took).toFixed(0)} ms`;
    return { ...second, broken: [...second.broken, { promise: "quick", what, details }] };
  }

  /** Some documents through the command itself, in a process of its own. */
  tryCommand(dice: Dice, times: number): void {
    for (let time = 0; time < times; time += 1) {
      const [door, around] = dice.oneIn(2) ? (["--state", stateOf] as const) : (["--preview", previewOf] as const);
      const document = around(changedResources(dice, this.#bases));
      const args = ["src/cli/main.ts", "check", door, "-", "--lang", dice.oneOf(["en", "fr"])];
      const { status, stdout, stderr } = spawnSync(process.execPath, [...process.execArgv, ...args], {
        cwd: join(__dirname, ".."),
        input: writeJson(document),
        encoding: "utf8",
        env: { PATH: process.env["PATH"], NO_COLOR: "1" },
      });
      const input = { as: { door }, document };
      const said = { printed: stdout + stderr, format: "text" as const, exitCode: status ?? -1 };
      const broken = findBroken(said, input);
      if (stderr.trimEnd().includes("\n"))
        broken.push({ promise: "one line", what: "of the command", details: stderr });
      const tried = this.#tried.get(COMMAND) ?? { inputs: 0, slowest: 0 };
      this.#tried.set(COMMAND, { ...tried, inputs: tried.inputs + 1 });
      for (const each of broken) {
        const file = join(FOLDER, `finding-${String(this.#findings.size + 1)}.json`);
        writeFileSync(file, JSON.stringify({ kind: COMMAND, ...each, input }, undefined, 2));
        this.#findings.set(`${COMMAND}: ${each.promise}: ${each.what}`, { ...each, kind: COMMAND, file });
      }
    }
  }

  report(seed: number): number {
    console.log(`\nSeed ${String(seed)}. Inputs tried, and the slowest of each kind:`);
    for (const [kind, { inputs, slowest }] of this.#tried) {
      console.log(`${String(inputs).padStart(8)}  ${slowest.toFixed(0).padStart(5)} ms  ${kind}`);
    }
    for (const { kind, promise, what, file } of this.#findings.values()) {
      console.log(`${kind}: ${promise}: ${oneLine(what)}\n  ${file}`);
    }
    const inputs = [...this.#tried.values()].reduce((sum, tried) => sum + tried.inputs, 0);
    console.log(`${String(inputs)} inputs, ${String(this.#findings.size)} findings`);
    return this.#findings.size;
  }
}

const COMMAND = "the command itself";

async function readOnce(reader: Reader, input: Json): Promise<{ broken: Broken[]; took: number }> {
  const started = cpuMilliseconds();
  try {
    const said = await reader.read(input);
    const took = cpuMilliseconds() - started;
    return { broken: findBroken(said, input), took };
  } catch (error) {
    const took = cpuMilliseconds() - started;
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { broken: [{ promise: "no exception", what: originOf(details), details }], took };
  }
}

/** The kind of an exception, and the first line of our own sources in its stack trace. */
function originOf(stack: string): string {
  const place = /\/((?:src|policies|fuzz)\/[^:)]+:\d+)/.exec(stack)?.[1] ?? "";
  const kind = /^[\w ]*Error/.exec(stack)?.[0] ?? stack.slice(0, 80);
  return `${kind} at ${place}`;
}

function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function oneLine(text: string): string {
  return JSON.stringify(text.slice(0, 200)).slice(1, -1);
}

async function main([seconds = "30", seed = "1", current = "", ...kinds]: readonly string[]): Promise<void> {
  const readers = READERS.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
  const unknown = kinds.find((kind) => !READERS.some((reader) => reader.kind === kind));
  if (unknown !== undefined) {
    console.error(`--only takes no "${unknown}". Accepted: ${READERS.map(({ kind }) => `"${kind}"`).join(", ")}.`);
    process.exitCode = 2;
    return;
  }
  const fuzzer = new Fuzzer(await readBases(), current, Number(seconds));
  const dice = new Dice(Number(seed));
  if (kinds.length === 0) fuzzer.tryCommand(dice, Number(seconds) < 60 ? 3 : 10);
  // From here on: on a busy machine all that comes before may take as long as was asked for.
  const started = performance.now();
  const isOver = () => performance.now() - started > Number(seconds) * 1000;
  const tryEach = async (mayTry: () => boolean) => {
    for (const reader of readers) if (mayTry()) await fuzzer.tryOne(reader, new Dice(dice.below(2 ** 31)));
  };
  // Once at least, however little time there is.
  await tryEach(() => true);
  while (!isOver()) await tryEach(() => !isOver());
  process.exitCode = fuzzer.report(Number(seed)) > 0 ? 1 : 0;
}

void main(process.argv.slice(2));
