import { describe, expect, test } from "@jest/globals";
import { POLICIES } from "../../policies";
import { inventoryOf } from "../../src/outscale";
import { drawConclusions } from "../../src/proof";
import type { Resource } from "../../src/stack";
import { vm } from "../support/builders";
import { judgementOf } from "../support/judgement";
import { stackOf, tags } from "../support/resources";

function machine(name: string, letter: string, labels: Record<string, string>): Resource {
  return vm(name, {
    ...{ placementSubregionName: `cloudgouv-eu-west-1${letter}`, vmType: "tinav6.c2r4p2", tags: tags(labels) },
  });
}

/** How the conditions stand for each asset, with why. */
function conclude(
  resources: readonly Resource[],
  { configuration = {}, cutOff = [] as string[], shown = undefined as string[] | undefined } = {},
) {
  const judgement = judgementOf(stackOf(resources), POLICIES, configuration);
  const interrupted = new Set(resources.filter(({ name }) => cutOff.includes(name)).map(({ urn }) => urn));
  const inventory = inventoryOf(judgement.system, { isDeployed: false, cutOff: interrupted });
  const isShown = ({ name }: Resource) => shown?.includes(name) ?? true;
  return drawConclusions(judgement, { inventory, cutOff: interrupted, isShown }).map(
    ({ asset, support, equivalents }) => ({
      asset: `${asset.kind} ${asset.name}`,
      support: [support.status, ...support.because.map(({ en }) => en)],
      withheld: support.withheld,
      equivalents: equivalents.map(({ capacity, members }) => `${capacity}: ${members.map(({ name }) => name).join()}`),
    }),
  );
}

const everywhere = ["a", "b", "c"].map((letter) => machine(`web-${letter}`, letter, { tier: "web" }));
const FULFILLED = { asset: "tier web", support: ["first half fulfilled"], withheld: 0 };
const TYPE = "tinav6.c2r4p2, tenancy default";

test("of support times, a page concludes on the first half", () => {
  expect(conclude(everywhere)).toEqual([{ ...FULFILLED, equivalents: [`${TYPE}: web-a,web-b,web-c`] }]);
});

test("a witness alone is no equivalent: what is missing is said where no policy finds anything", () => {
  const [first, second] = everywhere as [Resource, Resource];
  const votes = machine("web-c", "c", { tier: "web", quorum: "witness" });
  expect(conclude([first, second, votes])).toEqual([
    {
      ...FULFILLED,
      support: ["not fulfilled", "no VM of the tier that does more than vote in cloudgouv-eu-west-1c"],
      equivalents: [`${TYPE}: web-a,web-b`],
    },
  ]);
});

test("a policy that is disabled confirms nothing", () => {
  const configuration = { "require-tier-in-every-subregion": "disabled" };
  expect(conclude(everywhere, { configuration })).toMatchObject([
    { support: ["undetermined", "nothing confirms it, for require-tier-in-every-subregion is disabled"] },
  ]);
});

describe("what an operation was cut off on", () => {
  test("leaves open what hangs on it", () => {
    expect(conclude(everywhere, { cutOff: ["web-b"] })).toEqual([
      {
        ...FULFILLED,
        support: ["undetermined", "An operation on web-b was cut off: what became of it is not known."],
        equivalents: [`${TYPE}: web-a,web-c`],
      },
    ]);
  });

  test("is not missed where another one stands in its place", () => {
    const more = machine("web-d", "b", { tier: "web" });
    expect(conclude([...everywhere, more], { cutOff: ["web-b"] })).toEqual([
      { ...FULFILLED, equivalents: [`${TYPE}: web-a,web-d,web-c`] },
    ]);
  });
});

test("of a Net whose VMs are of several tiers, a page about one says what is missing and names no other VM", () => {
  const guessed = [machine("web", "b", {}), machine("db", "b", {})];
  const where = "cloudgouv-eu-west-1a and cloudgouv-eu-west-1c";
  const whole = `Whatever the tiers of its VMs are, none stands in ${where}. No tag says what db and web do.`;
  const because = (shown?: string[]) =>
    conclude(guessed, { ...(shown && { shown }) }).map(({ support: [, ...texts], withheld }) => ({ texts, withheld }));
  expect(because()).toEqual([{ texts: [whole], withheld: 0 }]);
  expect(because(["web"])).toEqual([{ texts: [`no VM of the Net in ${where}`], withheld: 0 }]);
});
