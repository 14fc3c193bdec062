import { beforeAll, describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { POLICIES } from "../../policies";
import { OUTSCALE_PACKAGE } from "../../src/outscale/provider/package";
import { formatFact, formatReason } from "../../src/policy";
import { readProgram } from "../../src/sources";
import { type Resource, Stack } from "../../src/stack";
import { net } from "../support/builders";
import { judgementOf } from "../support/judgement";
import { from, resource, tags } from "../support/resources";

const path = join(__dirname, "..", "..", "stacks", "sensitive-vpn");
const REGION = "cloudgouv-eu-west-1";
const configuration = JSON.parse(readFileSync(join(path, "pulumi-policy-outscale.json"), "utf8")) as object;

let resources: readonly Resource[];
beforeAll(async () => {
  ({ resources } = (await readProgram({ path, packages: [OUTSCALE_PACKAGE] })).stack);
});

/** All that the policies say of the stack, changed. */
function said(change: (resource: Resource) => Resource | undefined, added: readonly Resource[] = []): string[] {
  const changed = [...resources.flatMap((each) => change(each) ?? []), ...added];
  const stack = Stack.of(changed, { project: "sensitive-vpn", name: "dev" });
  return judgementOf(stack, POLICIES, configuration)
    .outcomes()
    .filter(({ policy }) => policy.level !== "disabled")
    .flatMap((outcome) => {
      const name = (text: string) => `${outcome.policy.name} ${outcome.subject.name}: ${text}`;
      if (outcome.verdict === "violation") return outcome.findings.map((finding) => name(formatFact(finding).en));
      if (outcome.verdict !== "undetermined") return [];
      return outcome.reasons.map((reason) => name(`? ${formatReason(reason, outcome.subject).en}`));
    });
}

function isOf(type: string, name?: string): (resource: Resource) => boolean {
  return (each) => each.type.endsWith(`:${type}`) && (name === undefined || each.name === name);
}

function without(type: string, name?: string) {
  const isGone = isOf(type, name);
  return (each: Resource) => (isGone(each) ? undefined : each);
}

function withInputs(type: string, name: string | undefined, inputs: Resource["inputs"]) {
  const isChanged = isOf(type, name);
  return (each: Resource) => (isChanged(each) ? { ...each, inputs: { ...each.inputs, ...inputs } } : each);
}

function one(type: string, name: string): Resource {
  const found = resources.find(isOf(type, name));
  if (!found) throw new Error(`no ${type} ${name}`);
  return found;
}

test("sensitive-vpn as it is says nothing", () => {
  expect(said((each) => each)).toEqual([]);
});

const ZONES = ["a", "b", "c"].map((letter) => `${REGION}${letter}`);
const NO_VPN = "require-vpn-for-sensitive-net health: Flows leave this sensitive Net, and no VPN carries them.";
const ONE_PLACE =
  "require-redundant-vpn health: All its VPN connections lead to one address of the client's, 198.51.100.7.";
const NOT_ATTACHED = "require-vpn-routes health: It leads to a virtual gateway that is not attached to this Net.";

/** The same of each Subnet of some roles. */
function ofSubnets(roles: readonly string[], sentence: (subnet: string) => string): string[] {
  return roles.flatMap((role) => ZONES.map((zone) => sentence(`${role}-${zone}`)));
}

const NOT_USED = ofSubnets(
  ["app", "database", "entry"],
  (subnet) => `require-vpn-routes ${subnet}: No table of this sensitive Subnet's Net leads to its VPN.`,
);

const other = net("other", { ipRange: "10.9.0.0/16", tags: tags({ sensitivity: "internal" }) });

describe("one property of its VPN alone is broken:", () => {
  test("a connection is missing", () => {
    expect(said(without("VpnConnection", "site-2"))).toEqual([ONE_PLACE]);
  });

  test("both client gateways have one address", () => {
    const { publicIp = "" } = one("ClientGateway", "site-1").inputs;
    expect(said(withInputs("ClientGateway", "site-2", { publicIp }))).toEqual([ONE_PLACE]);
  });

  test("nothing is connected to the virtual gateway", () => {
    expect(said(without("VpnConnection"))).toEqual([
      NO_VPN,
      "require-vpn-routes health: It leads to a virtual gateway that nothing is connected to.",
    ]);
  });

  test("the virtual gateway is not attached", () => {
    expect(said(without("VirtualGatewayLink"))).toEqual([NO_VPN, NOT_ATTACHED]);
  });

  test("the virtual gateway is attached to another Net", () => {
    const elsewhere = resource("virtualGatewayLink:VirtualGatewayLink", "health", {
      ...{ netId: from(other), virtualGatewayId: from(one("VirtualGateway", "health")) },
    });
    expect(said((each) => (isOf("VirtualGatewayLink")(each) ? elsewhere : each), [other])).toEqual([
      NO_VPN,
      NOT_ATTACHED,
    ]);
  });

  test("nothing is propagated", () => {
    expect(said(without("VirtualGatewayRoutePropagation"))).toEqual(NOT_USED);
    expect(said(withInputs("VirtualGatewayRoutePropagation", undefined, { enable: false }))).toEqual(NOT_USED);
  });

  test("a static connection has no route", () => {
    expect(said(withInputs("VpnConnection", "site-1", { staticRoutesOnly: true }))).toEqual([
      "require-vpn-routes site-1: This connection learns no routes, and none is written.",
    ]);
  });

  test("one Subnet of a role has no table", () => {
    expect(said(without("RouteTableLink", `app-${REGION}a`))).toEqual([
      `require-vpn-routes app-${REGION}a: No table of this sensitive Subnet leads to the VPN, and those of other Subnets of its role do.`,
    ]);
  });

  test("a route leads to the Internet", () => {
    const internet = resource("internetService:InternetService", "igw", {});
    const out = resource("route:Route", "out", {
      ...{
        routeTableId: from(one("RouteTable", "health")),
        destinationIpRange: "0.0.0.0/0",
        gatewayId: from(internet),
      },
    });
    expect(said((each) => each, [internet, out])).toEqual([
      ...ofSubnets(
        ["app", "database"],
        (subnet) =>
          `no-internet-route-for-private-subnet ${subnet}: This Subnet has a route to an Internet service for 0.0.0.0/0, and VMs that nothing reaches from there.`,
      ),
      ...ofSubnets(
        ["app", "database", "entry"],
        (subnet) =>
          `no-internet-route-for-sensitive-subnet ${subnet}: A route leads from this sensitive Subnet to the Internet.`,
      ),
    ]);
  });

  test("services are called without an access point", () => {
    expect(said(without("NetAccessPoint"))).toEqual([
      "require-private-access-to-services health: VMs of this sensitive Net call oos, and no Net access point of cloudgouv-eu-west-1 leads there.",
    ]);
  });

  test("a load balancer faces the Internet", () => {
    const name = `health-${REGION}a`;
    expect(said(withInputs("LoadBalancer", name, { loadBalancerType: "internet-facing" }))).toEqual([
      `require-redundant-load-balancer health: This entry has no load balancer in ${REGION}b and ${REGION}c. It consists of ${name}.`,
      `require-declared-waf ${name}: It listens to the Internet on 443, and no WAF is declared: no VM of tier waf behind it, and no tag waf.`,
      `no-internet-route-for-sensitive-subnet entry-${REGION}a: What stands in this sensitive Subnet has a public IP or faces the Internet.`,
      `require-internal-load-balancer ${name}: This load balancer faces the Internet in front of what is sensitive.`,
      `require-outage-evidence ${name}: Nothing records its outages: no access log on a bucket, and no declared probe.`,
    ]);
  });

  test("a public address comes in", () => {
    const rules = [{ ipProtocol: "tcp", fromPortRange: 443, toPortRange: 443, ipRanges: ["203.0.113.0/24"] }];
    expect(said(withInputs("SecurityGroupRule", "site-to-entry", { rules }))).toEqual([
      "limit-sensitive-sources site-to-entry: 203.0.113.0/24 reaches what is sensitive, and is neither private nor behind a VPN.",
    ]);
  });

  test("a peering joins it with a Net that is not sensitive", () => {
    const peering = resource("netPeering:NetPeering", "peer", {
      ...{ sourceNetId: from(one("Net", "health")), accepterNetId: from(other) },
    });
    expect(said((each) => each, [other, peering])).toEqual([
      "no-peering-across-classification peer: This peering joins a sensitive Net with one that is neither sensitive nor shared.",
    ]);
  });
});
