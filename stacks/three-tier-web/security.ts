import * as outscale from "@pulumi/outscale";
import { tags } from "./tags";

/** One security group for each tier, and one for the load balancers in front. */
export interface SecurityGroups {
  readonly entry: outscale.SecurityGroup;
  readonly web: outscale.SecurityGroup;
  readonly app: outscale.SecurityGroup;
  readonly database: outscale.SecurityGroup;
}

/** The ports that each tier offers to the one in front of it. */
export const PORTS = {
  site: 8080,
  /** Sends browsers that come without TLS to HTTPS, which a load balancer cannot. */
  redirect: 8081,
  app: 8080,
  database: 5432,
};

/** Nothing passes but what is written here, in either direction. */
export function makeSecurityGroups(net: outscale.Net): SecurityGroups {
  const group = (name: string, description: string) =>
    new outscale.SecurityGroup(name, {
      netId: net.netId,
      description,
      removeDefaultOutboundRule: true,
      tags: tags(name),
    });
  const entry = group("entry", "Load balancers that face the Internet");
  const web = group("web", "Web servers");
  const app = group("app", "Application servers");
  const database = group("database", "Databases");

  for (const port of [443, 80]) allowInternet(`internet-to-entry-${String(port)}`, "Inbound", entry, port);
  allow("entry-to-site", entry, web, PORTS.site);
  allow("entry-to-redirect", entry, web, PORTS.redirect);
  allow("web-to-app", web, app, PORTS.app);
  allow("app-to-database", app, database, PORTS.database);
  // The replicas follow each other.
  allow("database-to-database", database, database, PORTS.database);
  // Packages, container images and the key server.
  for (const [name, own] of Object.entries({ web, app, database })) {
    allowInternet(`${name}-to-internet`, "Outbound", own, 443);
  }
  return { entry, web, app, database };
}

/** Lets the members of one group call those of another on one port. */
function allow(name: string, from: outscale.SecurityGroup, to: outscale.SecurityGroup, port: number): void {
  const rule = (flow: "Inbound" | "Outbound", own: outscale.SecurityGroup, peer: outscale.SecurityGroup) =>
    new outscale.SecurityGroupRule(`${name}-${flow.toLowerCase()}`, {
      securityGroupId: own.securityGroupId,
      flow,
      rules: [
        {
          ipProtocol: "tcp",
          fromPortRange: port,
          toPortRange: port,
          securityGroupsMembers: [{ securityGroupId: peer.securityGroupId }],
        },
      ],
    });
  rule("Outbound", from, to);
  rule("Inbound", to, from);
}

function allowInternet(name: string, flow: "Inbound" | "Outbound", own: outscale.SecurityGroup, port: number): void {
  new outscale.SecurityGroupRule(name, {
    securityGroupId: own.securityGroupId,
    flow,
    ipProtocol: "tcp",
    fromPortRange: port,
    toPortRange: port,
    ipRange: "0.0.0.0/0",
  });
}
