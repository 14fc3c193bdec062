import { describe, expect, test } from "@jest/globals";
import { POLICIES } from "../../../policies";
import { formatAsset } from "../../../src/policy";
import { type Resource, Unknown } from "../../../src/stack";
import { backends, image, loadBalancer, net, subnetIn, vm, vmIn, volume, volumeLink } from "../../support/builders";
import { oos, s3 } from "../../support/buckets";
import { judgementOf } from "../../support/judgement";
import { from, resource, stackOf, tags } from "../../support/resources";

/** The assets that a commitment has a line for, `-` where it has none. */
function assets(clause: string, resources: readonly Resource[]): string[] {
  const lines = judgementOf(stackOf(resources), POLICIES).commitments();
  return lines
    .filter(({ commitment }) => commitment.clause === clause)
    .map(({ asset, status }) => (asset ? formatAsset(asset).en : status));
}

const NOTHING = ["not applicable"];
/** What stands in every one of these stacks, and is nothing of what is looked for. */
const key = resource("keypair:Keypair", "key", { publicKey: "ssh-ed25519 AAAA" });
const [a, b] = [subnetIn("a"), subnetIn("b")];
const web = vmIn(a, "web-1", { tags: tags({ tier: "web" }) });
const placed = [net(), a, web];
const gateway = resource("internetService:InternetService", "internet");
const table = resource("routeTable:RouteTable", "public", { netId: from(net()) });
const onInternet = [
  ...placed,
  gateway,
  table,
  resource("internetServiceLink:InternetServiceLink", "internet", {
    netId: from(net()),
    internetServiceId: from(gateway),
  }),
  resource("routeTableLink:RouteTableLink", "public", { routeTableId: from(table), subnetId: from(a) }),
  resource("route:Route", "out", {
    routeTableId: from(table),
    destinationIpRange: "0.0.0.0/0",
    gatewayId: from(gateway),
  }),
];
const entry = [net(), a, loadBalancer("shop", { subnets: [from(a)] })];
const internal = [net(), a, loadBalancer("inside", { subnets: [from(a)], loadBalancerType: "internal" })];
const cluster = resource("oksCluster:OksCluster", "apps", {});
const pool = {
  apiVersion: "oks.dev/v1beta2",
  kind: "NodePool",
  metadata: { name: "workers" },
  spec: { desiredNodes: 3, zones: ["cloudgouv-eu-west-1a"] },
};
const nodes = [
  cluster,
  resource("oksManifest:OksManifest", "workers", { clusterId: from(cluster), manifest: JSON.stringify(pool) }),
];
const bucket = s3("bucketV2:BucketV2", "files", { bucket: "files" });
const snapshot = resource("snapshot:Snapshot", "old", { volumeId: "vol-12345678" });
const stopped = vm("spare", { state: "stopped" });
/** A VM in a Subnet of another stack. */
const far = vm("far", { subnetId: "subnet-12345678", tags: tags({ tier: "web" }) });

/** How the lines of a commitment stand: `asset: status`. */
function statuses(clause: string, resources: readonly Resource[]): string[] {
  const lines = judgementOf(stackOf(resources), POLICIES).commitments();
  return lines
    .filter(({ commitment }) => commitment.clause === clause)
    .map(({ asset, status }) => `${asset ? formatAsset(asset).en : "-"}: ${status}`);
}

describe("region and Subregions", () => {
  test.each([
    ["SLA1.region", [key], ["Region cloudgouv-eu-west-1"]],
    ["SLA1.zone", [net(), a, b], ["Subregion cloudgouv-eu-west-1a", "Subregion cloudgouv-eu-west-1b"]],
    ["SLA1.zone", [net(), a, far], ["Subregion cloudgouv-eu-west-1a", "Subregion (not known)"]],
    ["SLA1.zone", [key], NOTHING],
  ] as const)("%s", (clause, resources, expected) => {
    expect(assets(clause, resources)).toEqual(expected);
  });
});

describe("Nets with machines in them", () => {
  test.each(["SLA2.network", "SLA2.latency"])("%s", (clause) => {
    expect(assets(clause, placed)).toEqual(["Net net"]);
    expect(assets(clause, entry)).toEqual(["Net net"]);
    expect(assets(clause, nodes)).toEqual(["node pool workers"]);
    expect(assets(clause, [vm("old")])).toEqual(["the public Cloud"]);
    expect(assets(clause, [far])).toEqual(["Net outside this stack"]);
    expect(assets(clause, [net(), a])).toEqual(NOTHING);
  });
});

describe("object storage", () => {
  const logs = resource("loadBalancerAttributes:LoadBalancerAttributes", "log", {
    loadBalancerName: "shop",
    accessLog: { isEnabled: true, osuBucketName: "logs" },
  });
  const exported = resource("snapshotExportTask:SnapshotExportTask", "copy", {
    snapshotId: from(snapshot),
    osuExports: [{ osuBucket: "copies", diskImageFormat: "qcow2" }],
  });
  const userData =
    "#!/bin/sh\naws s3 cp /var/backups s3://copies --endpoint https://oos.cloudgouv-eu-west-1.outscale.com\n";

  test.each(["SLA2.ooslatency", "SLA6.durability", "SLA6.publishapi", "SLA6.accessapi"])("%s", (clause) => {
    expect(assets(clause, [oos, bucket])).toEqual(["BucketV2 files"]);
    expect(assets(clause, [...entry, logs])).toEqual(["use of object storage by LoadBalancer shop"]);
    expect(assets(clause, [snapshot, exported])).toEqual(["use of object storage by SnapshotExportTask copy"]);
    expect(assets(clause, [vm("backup", { userData })])).toEqual(["use of object storage by Vm backup"]);
    expect(assets(clause, [...placed, snapshot])).toEqual(NOTHING);
  });

  test("may be another cloud's, and is then undetermined", () => {
    const silent = resource("pulumi:providers:aws", "silent", {});
    const resources = [key, silent, s3("bucketV2:BucketV2", "files", {}, silent)];
    const lines = judgementOf(stackOf(resources), POLICIES).commitments();
    const found = lines.filter(({ commitment }) => commitment.clause === "SLA6.publishapi");
    expect(found.map(({ status, notes }) => [status, ...notes.map(({ en }) => en)])).toEqual([
      ["undetermined", "whether the commitment is about it is not known"],
    ]);
  });

  test("is no other cloud's", () => {
    const foreign = resource("pulumi:providers:aws", "paris", { region: "eu-west-3" });
    expect(assets("SLA6.publishapi", [key, foreign, s3("bucketV2:BucketV2", "files", {}, foreign)])).toEqual(NOTHING);
  });
});

describe("machines", () => {
  test.each(["SLA3.services", "SLA3.metadata"])("%s", (clause) => {
    expect(assets(clause, placed)).toEqual(["tier web"]);
    expect(assets(clause, nodes)).toEqual(["node pool workers"]);
    expect(assets(clause, [stopped])).toEqual(NOTHING);
    expect(assets(clause, entry)).toEqual(NOTHING);
  });

  test.each(["SLA9.vm", "SLA9.hardware"])("%s", (clause) => {
    expect(assets(clause, placed)).toEqual(["tier web"]);
    expect(assets(clause, nodes)).toEqual(NOTHING);
    expect(assets(clause, [stopped])).toEqual(NOTHING);
  });
});

test("a manifest that is not known may describe a node pool", () => {
  const later = resource("oksManifest:OksManifest", "later", { clusterId: from(cluster), manifest: new Unknown() });
  for (const clause of ["SLA2.network", "SLA3.services", "SLA4.firewall", "SLA10.sev1"]) {
    expect(statuses(clause, [cluster, later])).toContain("node pool later: undetermined");
  }
});

describe("ways from and to the Internet", () => {
  test("SLA4.internet", () => {
    expect(assets("SLA4.internet", onInternet)).toEqual(["tier web"]);
    expect(assets("SLA4.internet", entry)).toEqual(["entry shop"]);
    expect(assets("SLA4.internet", [...placed, ...entry, backends("shop", web)])).toEqual(["entry shop", "tier web"]);
    expect(assets("SLA4.internet", nodes)).toEqual(["node pool workers"]);
    expect(assets("SLA4.internet", placed)).toEqual(NOTHING);
    expect(assets("SLA4.internet", internal)).toEqual(NOTHING);
  });

  test("are not in sight from a Subnet of another stack", () => {
    expect(statuses("SLA4.internet", [far])).toEqual(["tier web: undetermined"]);
  });
});

test("what stands behind security groups: SLA4.firewall", () => {
  expect(assets("SLA4.firewall", placed)).toEqual(["tier web"]);
  expect(assets("SLA4.firewall", internal)).toEqual(["entry inside"]);
  expect(assets("SLA4.firewall", nodes)).toEqual(["node pool workers"]);
  expect(assets("SLA4.firewall", [net(), a])).toEqual(NOTHING);
});

test.each(["SLA4.api", "SLA5.api", "SLA9.api"])("the account, which deploys anything: %s", (clause) => {
  expect(assets(clause, [key])).toEqual(["the account"]);
  expect(assets(clause, [oos, bucket])).toEqual(["the account"]);
  expect(assets(clause, [resource("random:index/randomId:RandomId", "id")])).toEqual([]);
});

test("load balancers: SLA5.lb", () => {
  expect(assets("SLA5.lb", entry)).toEqual(["entry shop"]);
  expect(assets("SLA5.lb", placed)).toEqual(NOTHING);
});

describe("storage", () => {
  test("volumes, those that VMs boot from too: SLA7.volume", () => {
    expect(assets("SLA7.volume", placed)).toEqual(["tier web"]);
    expect(assets("SLA7.volume", [...placed, volume(), volumeLink(volume(), web)])).toEqual(["tier web"]);
    expect(assets("SLA7.volume", [volume("loose")])).toEqual(["Volume loose"]);
    expect(assets("SLA7.volume", [stopped])).toEqual(["Vm spare"]);
    expect(assets("SLA7.volume", entry)).toEqual(NOTHING);
  });

  test.each(["SLA7.snapshot", "SLA7.durability"])("snapshots, and backups that others make: %s", (clause) => {
    expect(assets(clause, [snapshot])).toEqual(["Snapshot old"]);
    expect(assets(clause, [volume("db", { tags: tags({ autosnapshot: "Yes" }) })])).toEqual(["backup of db"]);
    expect(assets(clause, [volume("db"), image()])).toEqual(NOTHING);
  });

  test("disks of guaranteed IOPS, and no others: SLA7.iops", () => {
    expect(assets("SLA7.iops", [volume("fast", { volumeType: "io1", iops: 1000 })])).toEqual(["Volume fast"]);
    const mapped = [{ deviceName: "/dev/xvdb", bsu: { volumeType: "io1", iops: 500, volumeSize: 50 } }];
    expect(assets("SLA7.iops", [vm("db", { blockDeviceMappings: mapped })])).toEqual([
      "Vm db blockDeviceMappings[0].bsu",
    ]);
    expect(assets("SLA7.iops", [volume("slow", { volumeType: "gp2", iops: 1000 })])).toEqual(NOTHING);
  });
});

describe("what may fail", () => {
  const nat = resource("natService:NatService", "nat", { publicIpId: "eipalloc-12345678", subnetId: from(a) });
  const vpn = resource("vpnConnection:VpnConnection", "site", {
    virtualGatewayId: "vgw-12345678",
    clientGatewayId: "cgw-12345678",
    connectionType: "ipsec.1",
  });

  test.each(["SLA10.sev1", "SLA10.sev2", "SLA10.sev3"])("%s", (clause) => {
    const own = (...resources: readonly Resource[]) =>
      assets(clause, resources).filter((name) => name !== "the account");
    expect(own(...placed)).toEqual(["Net net", "tier web"]);
    expect(own(...entry)).toEqual(["Net net", "entry shop"]);
    expect(own(...nodes)).toEqual(["control plane of apps", "node pool workers"]);
    expect(own(volume("loose"))).toEqual(["Volume loose"]);
    expect(own(net(), a, nat)).toEqual(["NatService nat", "Net net"]);
    expect(own(vpn)).toEqual(["VpnConnection site"]);
    expect(own(oos, bucket)).toEqual(["BucketV2 files"]);
    expect(assets(clause, [key])).toEqual(["the account"]);
  });
});

test("assets of one name say their application and environment, and no two are named alike", () => {
  const shop = vmIn(a, "shop-1", { tags: tags({ tier: "web", application: "shop" }) });
  const bill = vmIn(a, "bill-1", { tags: tags({ tier: "web", application: "billing", environment: "prod" }) });
  const lab = vmIn(a, "lab-1", { tags: tags({ tier: "web", application: "shop", environment: "test" }) });
  expect(assets("SLA9.vm", [net(), a, shop, bill, lab])).toEqual([
    "tier web (billing, prod)",
    "tier web (shop, production)",
    "tier web (shop, test)",
  ]);
});
