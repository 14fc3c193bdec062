import * as outscale from "@pulumi/outscale";
import { objectStorage, siteNetwork } from "./settings";
import { tags } from "./tags";

export interface SecurityGroups {
  readonly entry: outscale.SecurityGroup;
  readonly app: outscale.SecurityGroup;
  readonly database: outscale.SecurityGroup;
}

/** TLS from the client to the application, and to the database. */
export const PORTS = { entry: 443, app: 8443, database: 5432 };

type Flow = "Inbound" | "Outbound";

/** Nothing passes but what is written here, in either direction. */
export function makeSecurityGroups(net: outscale.Net): SecurityGroups {
  const group = (name: string, description: string) =>
    new outscale.SecurityGroup(name, {
      netId: net.netId,
      description,
      removeDefaultOutboundRule: true,
      tags: tags(name),
    });
  const entry = group("entry", "Load balancers behind the VPN");
  const app = group("app", "Application servers");
  const database = group("database", "Databases");

  open("site-to-entry", "Inbound", entry, PORTS.entry, { ipRanges: [siteNetwork] });
  allow("entry-to-app", entry, app, PORTS.app);
  allow("app-to-database", app, database, PORTS.database);
  // The replicas follow each other.
  allow("database-to-database", database, database, PORTS.database);
  for (const [name, own] of Object.entries({ app, database })) {
    // The mirror and the key server, and the backups of the databases.
    open(`${name}-to-site`, "Outbound", own, 443, { ipRanges: [siteNetwork] });
    open(`${name}-to-object-storage`, "Outbound", own, 443, { serviceIds: [objectStorage] });
  }
  return { entry, app, database };
}

/** Lets the members of one group call those of another on one port. */
function allow(name: string, from: outscale.SecurityGroup, to: outscale.SecurityGroup, port: number): void {
  open(`${name}-outbound`, "Outbound", from, port, {
    securityGroupsMembers: [{ securityGroupId: to.securityGroupId }],
  });
  open(`${name}-inbound`, "Inbound", to, port, { securityGroupsMembers: [{ securityGroupId: from.securityGroupId }] });
}

function open(
  name: string,
  flow: Flow,
  own: outscale.SecurityGroup,
  port: number,
  peer: outscale.types.input.SecurityGroupRuleRule,
): void {
  new outscale.SecurityGroupRule(name, {
    securityGroupId: own.securityGroupId,
    flow,
    rules: [{ ipProtocol: "tcp", fromPortRange: port, toPortRange: port, ...peer }],
  });
}
