import * as outscale from "@pulumi/outscale";
import { application, region, subregions } from "./settings";
import { tags } from "./tags";
import { makeVpn } from "./vpn";

/** What Subnets are for, with the last digit of the third number of their addresses. */
const ROLES = { entry: 0, app: 1, database: 2 };

export type Role = keyof typeof ROLES;

/** What the Net has in one Subregion. */
export interface Zone {
  readonly subregion: string;
  /** Counts from 1. */
  readonly number: number;
  readonly subnets: Readonly<Record<Role, outscale.Subnet>>;
}

export interface Network {
  readonly net: outscale.Net;
  readonly zones: readonly Zone[];
}

/** A Net that nothing but its VPN leaves, and object storage without the Internet. */
export function makeNetwork(): Network {
  const net = new outscale.Net(application, {
    ipRange: "10.0.0.0/16",
    tags: tags(application, {
      sensitivity: "sensitive",
      // Security groups filter inside a Subnet only with this tag, set before the first Subnet: not by a `Tag`.
      "osc.fcu.enable_lan_security_groups": "true",
    }),
  });
  const table = new outscale.RouteTable(application, { netId: net.netId, tags: tags(application) });
  makeVpn(net, table);
  new outscale.NetAccessPoint("object-storage", {
    netId: net.netId,
    routeTableIds: [table.routeTableId],
    serviceName: `com.outscale.${region}.oos`,
    tags: tags("object-storage"),
  });
  return { net, zones: subregions.map((subregion, index) => makeZone(net, table, subregion, index + 1)) };
}

function makeZone(net: outscale.Net, table: outscale.RouteTable, subregion: string, number: number): Zone {
  const subnet = (role: Role) => {
    const name = `${role}-${subregion}`;
    const made = new outscale.Subnet(name, {
      netId: net.netId,
      subregionName: subregion,
      ipRange: addressIn(role, number, "0/24"),
      tags: tags(name, { tier: role }),
    });
    new outscale.RouteTableLink(name, { subnetId: made.subnetId, routeTableId: table.routeTableId });
    return made;
  };
  return {
    subregion,
    number,
    subnets: { entry: subnet("entry"), app: subnet("app"), database: subnet("database") },
  };
}

/** An address in the Subnet of a role: `10.0.22.10` belongs to a database of the second Subregion. */
export function addressIn(role: Role, zone: number, end: string): string {
  return `10.0.${String(zone)}${String(ROLES[role])}.${end}`;
}
