import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { availabilityOf, figuresOf } from "../../src/resilience/availability";

const page = readFileSync(join(__dirname, "..", "..", "docs", "resilience.md"), "utf8");
const rows = [...page.matchAll(/^\| (\d) +\| (\d) +\| ([\d.]+) +\|$/gm)].map((row) => row.slice(1).map(Number));

test("the page's estimates are those that are counted", () => {
  expect(rows).toHaveLength(4);
  const counted = rows.map(([subregions = 0, loadBalancers = 0]) => {
    const estimate = availabilityOf({ needed: [], subregions, loadBalancers, facesInternet: true });
    return [subregions, loadBalancers, Number(estimate.toFixed(5))];
  });
  expect(counted).toEqual(rows);
});

test("the page names every figure that enters an estimate", () => {
  const named = [...page.matchAll(/`(SLA\d+\.\w+)`/g)].map(([, clause]) => clause);
  const figures = figuresOf({ needed: [], subregions: 3, loadBalancers: 3, facesInternet: true });
  expect([...new Set(named)].sort()).toEqual([...figures].sort());
});
