import * as outscale from "@pulumi/outscale";
import { application } from "./settings";
import { tags } from "./tags";

/** The Net, and its one way to the Internet. */
export interface Network {
  readonly net: outscale.Net;
  readonly publicTable: outscale.RouteTable;
  readonly wayOut: outscale.Route;
}

/** What the Net has in one Subregion. */
export interface Zone {
  readonly subregion: string;
  /** Counts from 1. */
  readonly number: number;
  readonly subnets: Readonly<Record<Role, outscale.Subnet>>;
  /** What makes the public Subnet reachable. */
  readonly opened: outscale.RouteTableLink;
}

/** What Subnets are for, with the last digit of the third number of their addresses. */
const ROLES = { public: 0, web: 1, app: 2, database: 3 };

export type Role = keyof typeof ROLES;

export function makeNetwork(): Network {
  const net = new outscale.Net(application, {
    ipRange: "10.0.0.0/16",
    tags: tags(application, {
      sensitivity: "internal",
      // Security groups filter inside a Subnet only with this tag, set before the first Subnet: not by a `Tag`.
      "osc.fcu.enable_lan_security_groups": "true",
    }),
  });
  const internet = new outscale.InternetService(application, { tags: tags(application) });
  const attached = new outscale.InternetServiceLink(application, {
    netId: net.netId,
    internetServiceId: internet.internetServiceId,
  });
  const publicTable = new outscale.RouteTable("public", { netId: net.netId, tags: tags("public") });
  const wayOut = new outscale.Route(
    "public",
    {
      routeTableId: publicTable.routeTableId,
      destinationIpRange: "0.0.0.0/0",
      gatewayId: internet.internetServiceId,
    },
    { dependsOn: attached },
  );
  return { net, publicTable, wayOut };
}

/** The Subnets of one Subregion. The private ones go out through a NAT service of their own Subregion. */
export function makeZone({ net, publicTable, wayOut }: Network, subregion: string, number: number): Zone {
  const subnet = (role: Role) =>
    new outscale.Subnet(`${role}-${subregion}`, {
      netId: net.netId,
      subregionName: subregion,
      ipRange: addressIn(role, number, "0/24"),
      tags: tags(`${role}-${subregion}`, { tier: role }),
    });
  const subnets = {
    public: subnet("public"),
    web: subnet("web"),
    app: subnet("app"),
    database: subnet("database"),
  };
  const opened = link("public", subregion, subnets.public, publicTable);

  const nat = makeNat(subregion, subnets.public, [wayOut, opened]);
  const privateTable = new outscale.RouteTable(`private-${subregion}`, {
    netId: net.netId,
    tags: tags(`private-${subregion}`),
  });
  new outscale.Route(`private-${subregion}`, {
    routeTableId: privateTable.routeTableId,
    destinationIpRange: "0.0.0.0/0",
    natServiceId: nat.natServiceId,
  });
  for (const role of ["web", "app", "database"] as const) link(role, subregion, subnets[role], privateTable);

  return { subregion, number, subnets, opened };
}

/** An address in the Subnet of a role: `10.0.23.10` belongs to a database of the second Subregion. */
export function addressIn(role: Role, zone: number, end: string): string {
  return `10.0.${String(zone)}${String(ROLES[role])}.${end}`;
}

function link(
  role: Role,
  subregion: string,
  { subnetId }: outscale.Subnet,
  { routeTableId }: outscale.RouteTable,
): outscale.RouteTableLink {
  return new outscale.RouteTableLink(`${role}-${subregion}`, { subnetId, routeTableId });
}

function makeNat(
  subregion: string,
  { subnetId }: outscale.Subnet,
  dependsOn: (outscale.Route | outscale.RouteTableLink)[],
): outscale.NatService {
  const name = `nat-${subregion}`;
  const { publicIpId } = new outscale.PublicIp(name, { tags: tags(name) });
  return new outscale.NatService(name, { subnetId, publicIpId, tags: tags(name) }, { dependsOn });
}
