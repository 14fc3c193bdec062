import { POLICIES } from "../../policies";
import { reportOn } from "../../src/cli/check-report";
import { chooseExitCode } from "../../src/cli/exit-code";
import { readConfiguration } from "../../src/config";
import { formatAsset, PACK_POLICIES } from "../../src/policy";
import type { Report } from "../../src/report";
import type { Resource } from "../../src/stack";
import { backends, loadBalancer, net, securityGroup, vmIn } from "../support/builders";
import { TODAY } from "../support/judgement";
import { type From, from, type InputsOf, resource, stackOf, tags } from "../support/resources";

/** A design of an architect, and what the product says of it with its defaults. */
export interface Verdict {
  readonly exit: number;
  /** The violations and the undetermined verdicts: `policy subject`, with what they are where that is no violation. */
  readonly findings: readonly string[];
  /** The lines of the commitments that are asked for: `clause asset: status`. */
  readonly lines: readonly string[];
}

/** What is asked of a design. */
interface Asked {
  /** The settings that policies share. */
  readonly settings?: object;
  /** The commitments whose lines are wanted: those that hang on deployment, unless others are named. */
  readonly clauses?: readonly string[];
  readonly source?: "program" | "state";
}

export const BOUND = ["SLA4.internet", "SLA4.firewall", "SLA10.sev1"];

export function judge(
  resources: readonly Resource[],
  { settings = {}, clauses = BOUND, source = "program" }: Asked = {},
): Verdict {
  const report = reportOf(resources, settings, source);
  return {
    exit: chooseExitCode(report, { failOn: "mandatory" }),
    findings: report.findings.map(({ policy, level, verdict, subject }) => {
      const what = verdict === "violation" ? level : verdict;
      return `${what} ${policy.name} ${subject.name}`;
    }),
    lines: report.ledger.commitments
      .filter(({ commitment }) => clauses.includes(commitment.clause))
      .map(({ commitment, asset, status }) => `${commitment.clause} ${asset ? formatAsset(asset).en : "-"}: ${status}`),
  };
}

export function reportOf(
  resources: readonly Resource[],
  settings: object = {},
  source: "program" | "state" = "program",
): Report {
  const known = { policies: POLICIES, packPolicies: PACK_POLICIES };
  const configuration = readConfiguration({ "pack-settings": settings }, known);
  const asked = { stack: stackOf(resources), limits: [], source };
  return reportOn(asked, configuration, [...POLICIES], TODAY);
}

const REGION = "cloudgouv-eu-west-1";
export type Letter = "a" | "b" | "c";
export const EVERYWHERE: readonly Letter[] = ["a", "b", "c"];

const provider = resource("pulumi:providers:outscale", "outscale", { region: REGION });
const NET_TAGS = { sensitivity: "internal", "osc.fcu.enable_lan_security_groups": "true" };
const main = net("main", { tags: tags(NET_TAGS) });
export const group = securityGroup("web", { netId: from(main), removeDefaultOutboundRule: true });
const outward = resource("securityGroupRule:SecurityGroupRule", "outward", {
  ...{ flow: "Outbound", securityGroupId: from(group), ipProtocol: "tcp", fromPortRange: 443, toPortRange: 443 },
  ipRange: "10.0.0.0/16",
});

/** The private Subnet of a Subregion. */
function subnet(letter: Letter): Resource {
  return resource("subnet:Subnet", `private-${letter}`, {
    ...{ netId: from(main), ipRange: `10.0.${String(letter.charCodeAt(0))}.0/24`, subregionName: `${REGION}${letter}` },
    tags: tags({ tier: "private" }),
  });
}

/** A Net with its provider and a private Subnet in each of these Subregions. */
export function ground(letters = EVERYWHERE, netTags: ReturnType<typeof tags> = []): Resource[] {
  const own = net("main", { tags: [...tags(NET_TAGS), ...netTags] });
  return [provider, own, group, outward, ...letters.map(subnet)];
}

/** A VM that is right in all that these designs are not about. */
export function machine(
  name: string,
  letter: Letter,
  own: Readonly<Record<string, string>> = {},
  inputs: InputsOf<"vm:Vm"> = {},
): Resource {
  return vmIn(subnet(letter), name, {
    ...{ vmType: "tinav6.c2r4p2", securityGroupIds: [from(group)], deletionProtection: true },
    keypairName: "operations",
    shutdownBehaviorConfiguration: { hostAction: "restart", guestAction: "stop" },
    blockDeviceMappings: [{ deviceName: "/dev/sda1", bsu: { volumeSize: 20, volumeType: "gp2" } }],
    userData: own["apart"] === undefined ? undefined : startApart(own["apart"]),
    tags: tags({ encryption: "luks2", ...own }),
    ...inputs,
  });
}

/** User data that keep a VM off the servers of others of the same word. */
function startApart(word: string): string {
  return `-----BEGIN OUTSCALE SECTION-----\ntags.osc.fcu.repulse_server=${word}\n-----END OUTSCALE SECTION-----\n`;
}

/** One VM of a tier in each of these Subregions. */
export function tier(
  name: string,
  letters: readonly Letter[] = EVERYWHERE,
  own: Readonly<Record<string, string>> = {},
): Resource[] {
  return letters.map((letter) => machine(`${name}-${letter}`, letter, { tier: name, ...own }));
}

type Way = { readonly natServiceId: From } | { readonly vmId: From };

/** The routes of the private Subnets, each through what carries its traffic. */
function routes(ways: Readonly<Partial<Record<Letter, Way>>>): Resource[] {
  return Object.entries(ways).flatMap(([letter, way]) => {
    const table = resource("routeTable:RouteTable", `private-${letter}`, { netId: from(main) });
    return [
      table,
      resource("routeTableLink:RouteTableLink", `private-${letter}`, {
        ...{ routeTableId: from(table), subnetId: from(subnet(letter as Letter)) },
      }),
      resource("route:Route", `out-${letter}`, { routeTableId: from(table), destinationIpRange: "0.0.0.0/0", ...way }),
    ];
  });
}

/** Which Subregion's router carries the traffic of each Subregion. */
type Through = Readonly<Partial<Record<Letter, Letter>>>;

export function routesThroughNat(through: Through): Resource[] {
  return routes(mapWays(through, (letter) => ({ natServiceId: from(natService(letter)) })));
}

export function routesThroughVms(through: Through): Resource[] {
  return routes(mapWays(through, (letter) => ({ vmId: from(firewall(letter)) })));
}

function mapWays(through: Through, wayOf: (letter: Letter) => Way): Partial<Record<Letter, Way>> {
  return Object.fromEntries(Object.entries(through).map(([letter, via]) => [letter, wayOf(via)]));
}

export function firewalls(letters: readonly Letter[]): Resource[] {
  return letters.flatMap((letter) => {
    const vm = firewall(letter);
    return withPublicIp(vm);
  });
}

/** A firewall in the public Subnet of a Subregion. */
function firewall(letter: Letter): Resource {
  return machine(`fw-${letter}`, letter, { tier: "firewall" }, { subnetId: from(publicSubnet(letter)) });
}

/** The public Subnet of a Subregion, with what makes it public. */
export function publicSubnet(letter: Letter): Resource {
  return resource("subnet:Subnet", `public-${letter}`, {
    ...{
      netId: from(main),
      ipRange: `10.0.${String(letter.charCodeAt(0) + 100)}.0/24`,
      subregionName: `${REGION}${letter}`,
    },
    tags: tags({ tier: "public" }),
  });
}

/** The public Subnets of some Subregions, and the routes that make them public. */
export function publicGround(letters: readonly Letter[] = EVERYWHERE): Resource[] {
  const gateway = resource("internetService:InternetService", "internet");
  const link = resource("internetServiceLink:InternetServiceLink", "internet", {
    netId: from(main),
    internetServiceId: from(gateway),
  });
  const table = resource("routeTable:RouteTable", "public", { netId: from(main) });
  const route = resource("route:Route", "internet", {
    routeTableId: from(table),
    destinationIpRange: "0.0.0.0/0",
    gatewayId: from(gateway),
  });
  return [
    ...[gateway, link, table, route],
    ...letters.flatMap((letter) => [
      publicSubnet(letter),
      resource("routeTableLink:RouteTableLink", `public-${letter}`, {
        routeTableId: from(table),
        subnetId: from(publicSubnet(letter)),
      }),
    ]),
  ];
}

export function natService(letter: Letter): Resource {
  return resource("natService:NatService", `nat-${letter}`, {
    publicIpId: "eipalloc-12345678",
    subnetId: from(publicSubnet(letter)),
  });
}

/** Load balancers that face the Internet, one in each of these Subregions, before some VMs. */
export function entry(name: string, letters: readonly Letter[], behind: readonly Resource[]): Resource[] {
  return letters.flatMap((letter) => {
    const own = `${name}-${letter}`;
    return [
      loadBalancer(own, {
        ...{
          subnets: [from(publicSubnet(letter))],
          securityGroups: [from(group)],
          tags: tags({ probe: "external", waf: "appliance" }),
        },
        listeners: [{ loadBalancerPort: 443, loadBalancerProtocol: "TCP", backendPort: 443, backendProtocol: "TCP" }],
      }),
      backends(own, ...behind),
      resource("loadBalancerAttributes:LoadBalancerAttributes", own, {
        loadBalancerName: own,
        healthCheck: {
          checkInterval: 10,
          healthyThreshold: 2,
          port: 443,
          protocol: "TCP",
          timeout: 5,
          unhealthyThreshold: 3,
        },
      }),
    ];
  });
}

/** A VM with a public IP. */
export function withPublicIp(vm: Resource): Resource[] {
  return [vm, resource("publicIpLink:PublicIpLink", vm.name, { vmId: from(vm), publicIp: "198.51.100.7" })];
}

/** A cluster with one pool of nodes in some Subregions. */
export function kubernetes(letters: readonly Letter[], desiredNodes = 3): Resource[] {
  const project = resource("oksProject:OksProject", "project", { region: REGION });
  const cluster = resource("oksCluster:OksCluster", "shop", {
    ...{ projectId: from(project), cpMultiAz: true, disableApiTermination: true, tags: { autosnapshot: "Yes" } },
    ...{ cpSubregions: EVERYWHERE.map((letter) => REGION + letter), adminWhitelists: ["198.51.100.0/28"] },
    ...{ autoMaintenances: { minorUpgradeMaintenance: { enabled: true }, patchUpgradeMaintenance: { enabled: true } } },
  });
  return [provider, project, cluster, pool("workers", letters, desiredNodes)];
}

/** A pool of nodes of that cluster. */
export function pool(name: string, letters: readonly Letter[], desiredNodes = 3): Resource {
  const spec = { desiredNodes, zones: letters.map((letter) => REGION + letter), autoHealing: true };
  const manifest = JSON.stringify({ apiVersion: "oks.dev/v1beta2", kind: "NodePool", metadata: { name }, spec });
  const clusterId = from(resource("oksCluster:OksCluster", "shop", {}));
  return resource("oksManifest:OksManifest", name, { clusterId, manifest });
}

/** A private, versioned and encrypted bucket in Outscale's object storage. */
export function oosBucket(name: string): Resource[] {
  const endpoints = [{ s3: `https://oos.${REGION}.outscale.com` }];
  const aws = resource("pulumi:providers:aws", "oos", { region: REGION, endpoints });
  const made = { provider: aws.urn };
  const bucket = resource(
    "aws:s3/bucketV2:BucketV2",
    name,
    { bucket: name, tags: { sensitivity: "internal" } },
    { ...made, retainOnDelete: true },
  );
  return [
    aws,
    bucket,
    resource(
      "aws:s3/bucketVersioningV2:BucketVersioningV2",
      name,
      { bucket: from(bucket), versioningConfiguration: { status: "Enabled" } },
      made,
    ),
    resource(
      "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
      name,
      { bucket: from(bucket), rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }] },
      made,
    ),
  ];
}
