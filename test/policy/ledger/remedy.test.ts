import { describe, expect, test } from "@jest/globals";
import { POLICIES } from "../../../policies";
import { type CommitmentLine, formatAsset } from "../../../src/policy";
import type { Resource } from "../../../src/stack";
import { backends, loadBalancer, net, subnetIn, vmIn } from "../../support/builders";
import { judgementOf } from "../../support/judgement";
import { from, resource, stackOf, tags } from "../../support/resources";

const [inB, inC] = ["cloudgouv-eu-west-1b", "cloudgouv-eu-west-1c"];
const [a, b, c] = [subnetIn("a"), subnetIn("b"), subnetIn("c")];
const subnets = { a, b, c };
type Letter = keyof typeof subnets;

/** The lines of a stack under the configuration, as users write it. */
function linesOf(resources: readonly Resource[], configuration: object = {}): readonly CommitmentLine[] {
  return judgementOf(stackOf([net(), a, b, c, ...resources]), POLICIES, configuration).commitments();
}

/** What the remedy of each forfeited line of an asset says: `SLA4.firewall: policy: fact`. */
function remedies(asset: string, lines: readonly CommitmentLine[]): string[] {
  const lost = lines.filter(
    (line) => line.asset && formatAsset(line.asset).en === asset && line.status === "forfeited",
  );
  return lost
    .filter(({ commitment }) => !["SLA10.sev2", "SLA10.sev3"].includes(commitment.clause))
    .map(({ commitment: { clause }, remedy }) => {
      const changes = remedy?.changes.map(({ policy, fact }) => `${policy.name}: ${fact.en}`) ?? ["no remedy"];
      return [clause, ...changes, ...(remedy?.others ?? []).map(({ en }) => en)].join(" | ");
    });
}

function statusOf(clause: string, asset: string, lines: readonly CommitmentLine[]): string | undefined {
  return lines.find((line) => line.asset && formatAsset(line.asset).en === asset && line.commitment.clause === clause)
    ?.status;
}

function web(letter: Letter, type = "tinav6.c2r4p2"): Resource {
  return vmIn(subnets[letter], `web-${letter}`, { tags: tags({ tier: "web" }), vmType: type });
}

/** A default route of each Subnet, through a NAT service in the Subregion that is named beside it. */
function waysOut(ways: Partial<Record<Letter, Letter>>): Resource[] {
  const services = [...new Set(Object.values(ways))].map((letter) =>
    resource("natService:NatService", `nat-${letter}`, { subnetId: from(subnets[letter]) }),
  );
  const routes = (Object.entries(ways) as [Letter, Letter][]).flatMap(([letter, through]) => {
    const table = resource("routeTable:RouteTable", `table-${letter}`, { netId: from(net()) });
    return [
      table,
      resource("routeTableLink:RouteTableLink", `link-${letter}`, {
        ...{ routeTableId: from(table), subnetId: from(subnets[letter]) },
      }),
      resource("route:Route", `out-${letter}`, {
        ...{ routeTableId: from(table), destinationIpRange: "0.0.0.0/0" },
        natServiceId: from(resource("natService:NatService", `nat-${through}`)),
      }),
    ];
  });
  return [...services, ...routes];
}

describe("what makes a lost commitment claimable again", () => {
  const spread = [web("a"), web("b"), web("c")];
  const near = waysOut({ a: "a", b: "b", c: "c" });

  test("is where something is missing, once for all that miss it", () => {
    expect(remedies("tier web", linesOf([web("a"), web("b"), ...waysOut({ a: "a", b: "a", c: "a" })]))).toEqual([
      `SLA4.internet | require-nat-per-subregion: no way out of its own in ${inB} and ${inC} | require-tier-in-every-subregion: no VM of the tier in ${inC}`,
      `SLA4.firewall | require-tier-in-every-subregion: no VM of the tier in ${inC}`,
      `SLA10.sev1 | require-tier-in-every-subregion: no VM of the tier in ${inC}`,
    ]);
  });

  test("is not less: mending all but one of the changes leaves it lost", () => {
    expect(statusOf("SLA4.internet", "tier web", linesOf([...spread, ...waysOut({ a: "a", b: "a", c: "a" })]))).toBe(
      "forfeited",
    );
    expect(statusOf("SLA4.internet", "tier web", linesOf([web("a"), web("b"), ...near]))).toBe("forfeited");
  });

  test("is not more: mending all of the changes is enough", () => {
    const lines = linesOf([...spread, ...near]);
    expect(remedies("tier web", lines)).toEqual([]);
    expect(statusOf("SLA4.internet", "tier web", lines)).toBe("planned");
  });

  test("is what was found, where nothing is missing", () => {
    const lines = linesOf([web("a"), web("b"), web("c", "tinav6.c8r16p1")]);
    expect(remedies("tier web", lines)).toEqual([
      "SLA10.sev1 | require-equivalent-tier-capacity: VMs of this tier are not equivalent. web-a and web-b: tinav6.c2r4p2 default; web-c: tinav6.c8r16p1 default.",
    ]);
  });

  test("is the resource of what it found, where that is not the asset itself", () => {
    const paris = resource("volume:Volume", "paris", { subregionName: "eu-west-2a", size: 10, volumeType: "gp2" });
    expect(remedies("Volume paris", linesOf([paris])).slice(0, 1)).toEqual([
      "SLA7.volume | require-secteur-public-region: The region is eu-west-2, not cloudgouv-eu-west-1.",
    ]);
    expect(remedies("Region eu-west-2", linesOf([paris]))).toEqual(["SLA1.region | no remedy"]);
    expect(remedies("Subregion eu-west-2a", linesOf([paris]))).toEqual(["SLA1.zone | no remedy"]);
  });

  test("is as many Subregions as the client's reading asks for", () => {
    const configuration = { "pack-settings": { readings: { A1: "more-than-one" } } };
    expect(remedies("tier web", linesOf([web("a")], configuration))).toEqual([
      `SLA4.firewall | require-tier-in-every-subregion: no VM of the tier in ${inB} and ${inC}, where two Subregions are enough`,
      `SLA10.sev1 | require-tier-in-every-subregion: no VM of the tier in ${inB} and ${inC}, where two Subregions are enough`,
    ]);
  });

  test("is the way in of what stands behind an entry", () => {
    const balancer = loadBalancer("shop", { subnets: [from(a)] });
    const lines = linesOf([...spread, ...near, balancer, backends("shop", ...spread)]);
    const missing = `require-redundant-load-balancer: no load balancer of entry shop in ${inB} and ${inC}`;
    expect(remedies("entry shop", lines)).toEqual([
      `SLA4.internet | ${missing}`,
      `SLA4.firewall | ${missing}`,
      `SLA10.sev1 | ${missing}`,
    ]);
    expect(remedies("tier web", lines)).toEqual([`SLA4.internet | ${missing}`]);
  });

  test("is something behind the load balancers that stand there already", () => {
    const balancers = (["a", "b", "c"] as const).map((letter) =>
      loadBalancer(`shop-${letter}`, { subnets: [from(subnets[letter])] }),
    );
    const lines = linesOf([...spread, ...near, ...balancers, backends("shop-a", ...spread)]);
    expect(remedies("entry shop", lines).slice(-1)).toEqual([
      `SLA10.sev1 | require-redundant-load-balancer: no load balancer of entry shop with something behind it in ${inB} and ${inC}`,
    ]);
  });

  test("is a worker beside a witness", () => {
    const data = (letter: Letter, more: Readonly<Record<string, string>> = {}) =>
      vmIn(subnets[letter], `db-${letter}`, { tags: tags({ tier: "database", quorum: "voter", ...more }) });
    const lines = linesOf([data("a"), data("b"), data("c", { quorum: "witness" })]);
    expect(remedies("tier database", lines)).toEqual([
      `SLA10.sev1 | require-tier-in-every-subregion: no VM of the tier that does more than vote in ${inC}`,
    ]);
  });

  test("is the tags of VMs as well, where what they do is only guessed", () => {
    const lines = linesOf([vmIn(a, "old-1"), vmIn(a, "old-2")]);
    const expected = `require-tier-in-every-subregion: no VM of the Net in ${inB} and ${inC} | what its VMs do is guessed: tag them \`tier\``;
    expect(remedies("Net net", lines)).toEqual([`SLA4.firewall | ${expected}`, `SLA10.sev1 | ${expected}`]);
  });

  test("is what a disabled policy passes as well: that confirms nothing", () => {
    const lines = linesOf([web("a"), web("b")], {
      "require-equivalent-tier-capacity": "disabled",
    });
    expect(remedies("tier web", lines)).toEqual([
      `SLA4.firewall | require-tier-in-every-subregion: no VM of the tier in ${inC}`,
      `SLA10.sev1 | require-equivalent-tier-capacity: the policy is disabled: nothing that it passes counts | require-tier-in-every-subregion: no VM of the tier in ${inC}`,
    ]);
  });

  test("is one part of what is lost only as a whole", () => {
    const everywhere = [
      resource("volume:Volume", "books", { subregionName: "eu-west-2a", size: 10, volumeType: "gp2" }),
      resource("volume:Volume", "paper", { subregionName: "eu-west-2b", size: 10, volumeType: "gp2" }),
    ];
    const lines = judgementOf(stackOf(everywhere), POLICIES).commitments();
    expect(remedies("the account", lines).slice(0, 1)).toEqual([
      "SLA4.api | require-secteur-public-region: Volume books: The region is eu-west-2, not cloudgouv-eu-west-1.",
    ]);
  });
});
