import * as outscale from "@pulumi/outscale";
import type { Output } from "@pulumi/pulumi";
import { net } from "./network";
import { tags } from "./tags";

export const PORTS = { web: 8443, application: 8080, database: 5432 } as const;

function group(name: string, description: string): outscale.SecurityGroup {
  return new outscale.SecurityGroup(name, {
    securityGroupName: name,
    description,
    netId: net.netId,
    removeDefaultOutboundRule: true,
    tags: tags({ Name: name }),
  });
}

export const groups = {
  entry: group("entry", "Load balancers"),
  web: group("web", "Web servers"),
  application: group("application", "Application servers"),
  database: group("database", "Databases"),
};

// From the Internet, to the load balancers and nowhere else.
for (const port of [443, 80]) {
  new outscale.SecurityGroupRule(`internet-to-entry-${String(port)}`, {
    flow: "Inbound",
    securityGroupId: groups.entry.securityGroupId,
    rules: [{ ipProtocol: "tcp", fromPortRange: port, toPortRange: port, ipRanges: ["0.0.0.0/0"] }],
  });
}

// From each tier to the next, by group, so that no address has to be kept up to date.
allow("entry", "web", PORTS.web);
allow("web", "application", PORTS.application);
allow("application", "database", PORTS.database);
allow("database", "database", PORTS.database);

// Package updates.
for (const from of ["web", "application", "database"] as const) {
  new outscale.SecurityGroupRule(`${from}-to-updates`, {
    flow: "Outbound",
    securityGroupId: groups[from].securityGroupId,
    rules: [{ ipProtocol: "tcp", fromPortRange: 443, toPortRange: 443, ipRanges: ["0.0.0.0/0"] }],
  });
}

function allow(from: keyof typeof groups, to: keyof typeof groups, port: number): void {
  const rule = (name: string, flow: "Inbound" | "Outbound", own: Output<string>, peer: Output<string>) =>
    new outscale.SecurityGroupRule(name, {
      flow,
      securityGroupId: own,
      rules: [
        {
          ipProtocol: "tcp",
          fromPortRange: port,
          toPortRange: port,
          securityGroupsMembers: [{ securityGroupId: peer }],
        },
      ],
    });
  rule(`${from}-to-${to}-out`, "Outbound", groups[from].securityGroupId, groups[to].securityGroupId);
  rule(`${from}-to-${to}-in`, "Inbound", groups[to].securityGroupId, groups[from].securityGroupId);
}
