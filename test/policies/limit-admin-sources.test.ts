import { describe, expect, test } from "@jest/globals";
import { limitAdminSources } from "../../policies/exposure/limit-admin-sources";
import { type Resource, Unknown } from "../../src/stack";
import { backends, loadBalancer, rule, securityGroup, ssh, subnetIn, tcp, vm, vmIn } from "../support/builders";
import { emptiedBy } from "../support/judgement";
import { policySuite } from "../support/policy-suite";
import { from, resource, tags } from "../support/resources";

const group = securityGroup();
const bastion = securityGroup("bastion");
const web = securityGroup("web", { securityGroupName: "web" });

/** A VM that has a security group. */
function memberOf(of: Resource, name: string, tier?: string): Resource {
  return vm(name, { securityGroupIds: [from(of)], tags: tier === undefined ? undefined : tags({ tier }) });
}

/** SSH for the members of a security group. */
function sshForMembers(of: Resource, name: string): Resource {
  return rule(name, {
    rules: [
      { ipProtocol: "tcp", fromPortRange: 22, toPortRange: 22, securityGroupsMembers: [{ securityGroupId: from(of) }] },
    ],
  });
}

/** A console on a VM of the group, for the members of another, behind a load balancer of theirs. */
function console(loadBalancerProtocol: string): Resource[] {
  const metrics = vmIn(subnetIn("a"), "metrics", { securityGroupIds: [from(group)] });
  const port = { loadBalancerPort: 443, backendPort: 9090, backendProtocol: "HTTP" };
  const listeners = [{ ...port, loadBalancerProtocol, serverCertificateId: "orn" }];
  return [
    ...[group, web, subnetIn("a"), metrics, backends("front", metrics)],
    loadBalancer("front", { listeners, subnets: [from(subnetIn("a"))], securityGroups: [from(web)] }),
    rule("console", {
      rules: [
        {
          ...{ ipProtocol: "tcp", fromPortRange: 9090, toPortRange: 9090 },
          securityGroupsMembers: [{ securityGroupId: from(web) }],
        },
      ],
    }),
  ];
}

const FLAT = ["flow", "ipProtocol", "fromPortRange", "toPortRange", "ipRange"];
const NESTED = ["flow", "rules[0].ipProtocol", "rules[0].fromPortRange", "rules[0].toPortRange"];

policySuite(limitAdminSources, {
  compliant: [
    {
      name: "private and narrow ranges, where no administration network is told",
      resources: [group, ssh("10.0.0.0/8", "inside"), ssh("198.51.100.0/28", "office")],
    },
    { name: "the Internet, which is another policy's finding", resources: [group, ssh("0.0.0.0/0", "all")] },
    {
      name: "the bastion's group",
      resources: [group, bastion, memberOf(bastion, "jump", "bastion"), sshForMembers(bastion, "ssh")],
    },
    {
      name: "the group of a VPN's VMs",
      resources: [group, bastion, memberOf(bastion, "gate", "vpn"), sshForMembers(bastion, "ssh")],
      shared: { adminNetworks: ["198.51.100.0/28"] },
    },
    {
      name: "a tier that the settings make public",
      resources: [group, bastion, memberOf(bastion, "jump", "jump"), sshForMembers(bastion, "ssh")],
      shared: { publicTiers: ["jump"] },
    },
    {
      name: "the group's own members",
      resources: [group, memberOf(group, "app-1", "app"), sshForMembers(group, "peers")],
    },
    { name: "a console behind a load balancer that ends TLS", resources: console("HTTPS") },
    {
      name: "administration networks, and what is behind a VPN connection",
      resources: [
        group,
        ssh("198.51.100.0/29", "office"),
        ssh("192.168.4.0/24", "site"),
        resource("vpnConnectionRoute:VpnConnectionRoute", "site", { destinationIpRange: "192.168.0.0/16" }),
      ],
      shared: { adminNetworks: ["198.51.100.0/28"] },
    },
    {
      name: "other ports from anywhere, and SSH over UDP",
      resources: [
        group,
        memberOf(web, "web", "web"),
        tcp(8080, "10.0.0.0/8", "http"),
        rule("udp", {
          rules: [{ ipProtocol: "udp", fromPortRange: 22, securityGroupsMembers: [{ securityGroupId: from(web) }] }],
        }),
      ],
      shared: { adminNetworks: ["198.51.100.0/28"] },
    },
  ],
  violation: [
    {
      name: "the group of another tier",
      resources: [group, web, memberOf(web, "web", "web"), sshForMembers(web, "ssh")],
      findings: [
        "part ssh rules[0].securityGroupsMembers[0]: Port 22 is open to security group web, which is that of no bastion.",
      ],
      needs: [...NESTED, "rules[0].securityGroupsMembers"]
        .map((path) => `ssh.${path}`)
        .concat("web.tags[0].key", "web.tags[0].value"),
    },
    {
      name: "a console behind a load balancer that speaks HTTP",
      resources: console("HTTP"),
      findings: [
        "part console rules[0].securityGroupsMembers[0]: Port 9090 is open to security group web, which is that of no bastion.",
      ],
      needs: [
        ...[...NESTED, "rules[0].securityGroupsMembers"].map((path) => `console.${path}`),
        ...["front.listeners[0].loadBalancerProtocol"],
      ],
    },
    {
      name: "screens, as far as the rule opens them",
      resources: [
        ...[group, web, memberOf(web, "web", "web")],
        rule("screens", {
          rules: [
            {
              ...{ ipProtocol: "tcp", fromPortRange: 5905, toPortRange: 5920 },
              securityGroupsMembers: [{ securityGroupId: from(web) }],
            },
          ],
        }),
      ],
      findings: [
        "part screens rules[0].securityGroupsMembers[0]: Ports 5905-5910 are open to security group web, which is that of no bastion.",
      ],
      needs: [
        ...[...NESTED, "rules[0].securityGroupsMembers"].map((path) => `screens.${path}`),
        ...["web.tags[0].key", "web.tags[0].value"],
      ],
    },
    {
      name: "another group by its name, by every protocol",
      resources: [group, web, memberOf(web, "web", "web"), rule("linked", { securityGroupNameToLink: "web" })],
      findings: [
        "part linked securityGroupNameToLink: Ports 22, 3389, 23, 2375-2376, 2379-2380 and 7 more are open to security group web, which is that of no bastion.",
      ],
      needs: [
        "linked.flow",
        "linked.securityGroupNameToLink",
        "web.securityGroupName",
        "web.tags[0].key",
        "web.tags[0].value",
      ],
    },
    {
      name: "ranges that are no administration network, where some are told",
      resources: [group, ssh("10.0.0.0/8", "inside"), ssh("198.51.100.0/27", "office")],
      shared: { adminNetworks: ["198.51.100.0/28", "10.0.9.0/24"] },
      findings: [
        "part inside ipRange: Port 22 is open to 10.0.0.0/8, which is no administration network.",
        "part office ipRange: Port 22 is open to 198.51.100.0/27, which is no administration network.",
      ],
      needs: ["inside", "office"].flatMap((name) => FLAT.map((property) => `${name}.${property}`)),
    },
    {
      name: "a service of Outscale, on a port of the policy's own",
      resources: [
        group,
        rule("service", { rules: [{ ipProtocol: "tcp", fromPortRange: 5986, serviceIds: ["pl-12345678"] }] }),
      ],
      settings: { adminPorts: [5986] },
      findings: [
        "part service rules[0].serviceIds[0]: Port 5986 is open to pl-12345678, which is no administration network.",
      ],
      needs: [
        "service.flow",
        "service.rules[0].ipProtocol",
        "service.rules[0].fromPortRange",
        "service.rules[0].serviceIds",
      ],
    },
  ],
  undetermined: [
    {
      name: "a group that nothing has, and one of another stack",
      resources: [
        group,
        bastion,
        sshForMembers(bastion, "inside"),
        rule("outside", { securityGroupNameToLink: "jump" }),
      ],
      reasons: [
        "inside: `rules[0].securityGroupsMembers[0]` cannot be judged: a security group that nothing in the stack has.",
        "outside: `securityGroupNameToLink` leads out of this stack.",
      ],
    },
    {
      name: "a bastion by its name alone",
      resources: [group, bastion, memberOf(bastion, "bastion-1"), sshForMembers(bastion, "ssh")],
      reasons: ['ssh: `tags` of "bastion-1" cannot be judged: a VM whose tier only its name tells.'],
    },
    {
      name: "what is behind a VPN connection is not known",
      resources: [
        group,
        ssh("192.168.4.0/24", "site"),
        resource("vpnConnectionRoute:VpnConnectionRoute", "site", { destinationIpRange: new Unknown() }),
      ],
      shared: { adminNetworks: ["198.51.100.0/28"] },
      reasons: ['site: `destinationIpRange` of "site" is not known before deployment.'],
    },
  ],
  notApplicable: [
    { name: "outbound rules", resources: [group, rule("out", { flow: "Outbound", ipRange: "0.0.0.0/0" })] },
  ],
});

describe("it is emptied by", () => {
  test.each([
    ["nothing, by default", {}, undefined],
    ["nothing, with a port of its own", { "limit-admin-sources": { adminPorts: [5986] } }, undefined],
    ["the shared setting, without any", { "pack-settings": { adminPorts: [] } }, "pack-settings.adminPorts"],
    ["its own, without any", { "limit-admin-sources": { adminPorts: [] } }, "limit-admin-sources.adminPorts"],
  ])("%s", (_name, written, setting) => {
    expect(emptiedBy(limitAdminSources, written)).toBe(setting);
  });
});
