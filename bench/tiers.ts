import { readdirSync } from "node:fs";
import { join, parse } from "node:path";
import { POLICIES } from "../policies";
import { judgementOf } from "../test/support/judgement";
import { median } from "./median";
import { stackOfVms } from "./stack-of-vms";

const ROUNDS = 7;
const MOST_MILLISECONDS = 1000;
/** Of the time for ten times the resources. */
const MOST_GROWTH = 12;

const names = readdirSync(join(__dirname, "..", "policies", "availability")).map((file) => parse(file).name);
const availability = POLICIES.filter(({ name }) => names.includes(name));

/** Milliseconds in which the availability policies judge a new stack. */
function timed(count: number): number {
  const judgement = judgementOf(stackOfVms(count), availability);
  const started = performance.now();
  judgement.outcomes();
  return performance.now() - started;
}

function medianOf(count: number): number {
  return median(Array.from({ length: ROUNDS }, () => timed(count)));
}

medianOf(100);
const [few, some, many] = [medianOf(1_000), medianOf(5_000), medianOf(10_000)];
const growth = many / few;
console.log(
  `availability policies, 5000 VMs in 200 tiers: ${some.toFixed(0)} ms, limit ${String(MOST_MILLISECONDS)}; ` +
    `10000 over 1000 VMs: ${growth.toFixed(1)}, limit ${String(MOST_GROWTH)}`,
);
if (some > MOST_MILLISECONDS || growth > MOST_GROWTH) process.exitCode = 1;
