import { describe, expect, test } from "@jest/globals";
import { join } from "node:path";
import { readPackSettings } from "../../src/config";
import { System } from "../../src/outscale";
import { OUTSCALE_PACKAGE } from "../../src/outscale/provider/package";
import { estimateResilience, type Loss, type LossAnswer } from "../../src/resilience";
import { readProgram } from "../../src/sources";

async function lossesOf(name: string): Promise<readonly Loss[]> {
  const path = join(__dirname, "..", "..", "stacks", name);
  const { stack } = await readProgram({ path, packages: [OUTSCALE_PACKAGE] });
  return estimateResilience(new System(stack, readPackSettings({}).shared), []).losses;
}

/** All that is not as it was: what is lost, and what is not known. */
function effectsOf({ tiers, entries, volumes }: Loss): string[] {
  return [
    ...tiers.flatMap(({ tier, runs, findsItsWayOut, reachesItsData }) => [
      ...said(`tier ${tier.name} runs`, runs),
      ...said(`tier ${tier.name} finds its way out`, findsItsWayOut),
      ...said(`tier ${tier.name} reaches its data`, reachesItsData),
    ]),
    ...entries.flatMap(({ entry, answers }) => said(`entry ${entry.name} answers`, answers)),
    ...volumes.flatMap(({ volume, isReachable }) => said(`volume ${volume.name} is reachable`, isReachable)),
  ];
}

function said(what: string, answer: LossAnswer): string[] {
  if (answer.why) return [`${what}: not known`];
  return answer.value ? [] : [`${what}: no`];
}

describe("the loss of a Subregion", () => {
  test("takes nothing from three-tier-web, whichever it is", async () => {
    const losses = await lossesOf("three-tier-web");
    expect(losses.map((loss) => [loss.lost.subregions[0] ?? "", effectsOf(loss)])).toEqual([
      ["cloudgouv-eu-west-1a", []],
      ["cloudgouv-eu-west-1b", []],
      ["cloudgouv-eu-west-1c", []],
    ]);
    expect(losses[0]?.tiers.map(({ tier, left, of }) => [tier.name, left, of])).toEqual([
      ["app", 2, 3],
      ["database", 2, 3],
      ["web", 2, 3],
    ]);
    expect(losses[0]?.entries.map(({ entry }) => entry.name)).toEqual(["shop"]);
  });

  test("takes from the noncompliant stack what stands there alone", async () => {
    const losses = await lossesOf("noncompliant");
    expect(Object.fromEntries(losses.map((loss) => [loss.lost.subregions[0] ?? "", effectsOf(loss)]))).toEqual({
      "cloudgouv-eu-west-1a": [
        "tier billing runs: no",
        "tier archive runs: no",
        "tier archive reaches its data: no",
        "tier backup finds its way out: no",
        "tier bare runs: no",
        "tier impatient runs: no",
        "tier ledger finds its way out: no",
        "tier mail runs: no",
        "tier mail reaches its data: no",
        "tier media runs: no",
        "tier portal finds its way out: no",
        "tier queue finds its way out: no",
        "tier reports finds its way out: no",
        "tier sealed finds its way out: no",
        "tier search finds its way out: no",
        "tier session runs: no",
        "tier spool runs: no",
        "tier spool reaches its data: no",
        "tier uploads runs: no",
        "tier vault finds its way out: no",
        "tier vault reaches its data: no",
        "tier watcher finds its way out: no",
        "tier web finds its way out: no",
        "entry portal answers: no",
        "volume journal is reachable: no",
        "volume move-from is reachable: no",
      ],
      "cloudgouv-eu-west-1b": [
        "tier backup runs: no",
        "tier ledger runs: no",
        "tier ledger reaches its data: no",
        "tier queue runs: no",
        "tier reports runs: no",
        "tier sealed runs: no",
        "tier watcher runs: no",
        "entry portal answers: no",
        "volume books is reachable: no",
        "volume forgotten is reachable: no",
        "volume move-to is reachable: no",
      ],
      "cloudgouv-eu-west-1c": [],
    });
  });
});
