import { EVERY_PORT } from "../src/outscale/provider/ports";
import { toBox } from "../src/outscale/openings/box";
import { OpeningSet } from "../src/outscale/openings/opening-set";
import { PUBLIC_SPACE } from "../src/outscale/openings/public-space";
import { numbers } from "../test/support/numbers";

const ROUNDS = 7;
const RULES = 10_000;
const TIMES_MORE = 10;
const LIMIT_MILLISECONDS = 200;
const LIMIT_RATIO = 13;

interface Rule {
  readonly protocol: string;
  readonly from: number;
  readonly to: number;
  readonly range: string;
}

/** Rules whose port ranges and address ranges nearly all differ: no two can be taken together. */
function randomRules(count: number): Rule[] {
  const below = numbers(count);
  return Array.from({ length: count }, () => {
    const [one, other] = [below(EVERY_PORT.last), below(EVERY_PORT.last)];
    const range =
      below(4) === 0
        ? `2001:${below(65536).toString(16)}:${below(65536).toString(16)}::/${String(48 + below(17))}`
        : `${String(1 + below(223))}.${String(below(256))}.${String(below(256))}.0/${String(8 + below(25))}`;
    return { protocol: below(2) === 0 ? "tcp" : "udp", from: Math.min(one, other), to: Math.max(one, other), range };
  });
}

/** The same openings as other rules: each cut in two by ports, in another order. */
function split(rules: readonly Rule[]): Rule[] {
  const below = numbers(rules.length + 1);
  const halves = rules.flatMap((rule) => {
    const middle = rule.from + Math.floor((rule.to - rule.from) / 2);
    return middle === rule.to
      ? [rule]
      : [
          { ...rule, to: middle },
          { ...rule, from: middle + 1 },
        ];
  });
  for (let last = halves.length - 1; last > 0; last -= 1) {
    const other = below(last + 1);
    const [one, two] = [halves[last], halves[other]];
    if (one && two) [halves[last], halves[other]] = [two, one];
  }
  return halves;
}

function opened(rules: readonly Rule[]): OpeningSet {
  return OpeningSet.of(
    rules.flatMap(({ protocol, from, to, range }) => {
      return toBox({ ipProtocol: protocol, fromPortRange: from, toPortRange: to }, range) ?? [];
    }),
  );
}

/**
 * Milliseconds of processor time to read rules, to compare what they open together with what the same rules open
 * written otherwise, and to ask what is open to all. What else runs on the machine hardly counts.
 */
function elapsed(rules: readonly Rule[], others: readonly Rule[]): number {
  const started = process.cpuUsage();
  const union = opened(rules);
  const other = opened(others);
  const answers = [union.equals(other), other.isSubsetOf(union), union.servicesOpenTo(PUBLIC_SPACE).length === 0];
  const { user, system } = process.cpuUsage(started);
  if (answers.includes(false)) throw new Error(`Wrong answers: ${answers.join(", ")}.`);
  return (user + system) / 1000;
}

function main(): void {
  const few = randomRules(RULES);
  const many = randomRules(RULES * TIMES_MORE);
  const [fewSplit, manySplit] = [split(few), split(many)];
  const times = { few: [] as number[], many: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.few.push(elapsed(few, fewSplit));
    times.many.push(elapsed(many, manySplit));
  }
  // The quickest rounds: collecting what the others left behind falls on any of them.
  const [short, long] = [Math.min(...times.few), Math.min(...times.many)];
  const ratio = long / short;
  console.log(
    `openings: ${short.toFixed(0)} ms for ${String(RULES)} rules, limit ${String(LIMIT_MILLISECONDS)} ms, ` +
      `${long.toFixed(0)} ms for ${String(RULES * TIMES_MORE)}, ratio ${ratio.toFixed(1)}, limit ${String(LIMIT_RATIO)}`,
  );
  if (short > LIMIT_MILLISECONDS || ratio > LIMIT_RATIO) process.exitCode = 1;
}

main();
