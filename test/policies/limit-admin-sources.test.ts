import { limitAdminSources } from "../../policies/exposure/limit-admin-sources";
import { Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { from, resource, tags } from "../support/resources";

const app = resource("securityGroup:SecurityGroup", "app");
const bastion = resource("securityGroup:SecurityGroup", "bastion");
const web = resource("securityGroup:SecurityGroup", "web", { securityGroupName: "web" });

function vm(name: string, group: ReturnType<typeof resource>, tier?: string) {
  return resource("vm:Vm", name, {
    securityGroupIds: [from(group)],
    ...(tier !== undefined && { tags: tags({ tier }) }),
  });
}

function ssh(name: string, inputs: Parameters<typeof resource>[2]) {
  return resource("securityGroupRule:SecurityGroupRule", name, {
    flow: "Inbound",
    securityGroupId: from(app),
    ...inputs,
  });
}

function range(name: string, ipRange: string) {
  return ssh(name, { ipProtocol: "tcp", fromPortRange: 22, toPortRange: 22, ipRange });
}

/** SSH by a group. */
function members(name: string, group: ReturnType<typeof resource>) {
  return ssh(name, {
    rules: [
      {
        ipProtocol: "tcp",
        fromPortRange: 22,
        toPortRange: 22,
        securityGroupsMembers: [{ securityGroupId: from(group) }],
      },
    ],
  });
}

const FLAT = ["flow", "ipProtocol", "fromPortRange", "toPortRange", "ipRange"];
const NESTED = ["flow", "rules[0].ipProtocol", "rules[0].fromPortRange", "rules[0].toPortRange"];

policySuite(limitAdminSources, {
  compliant: [
    {
      name: "private and narrow ranges, where no administration network is told",
      resources: [app, range("inside", "10.0.0.0/8"), range("office", "198.51.100.0/28")],
    },
    { name: "the Internet, which is another policy's finding", resources: [app, range("all", "0.0.0.0/0")] },
    { name: "the bastion's group", resources: [app, bastion, vm("jump", bastion, "bastion"), members("ssh", bastion)] },
    {
      name: "the group of a VPN's VMs",
      resources: [app, bastion, vm("gate", bastion, "vpn"), members("ssh", bastion)],
      shared: { adminNetworks: ["198.51.100.0/28"] },
    },
    {
      name: "a tier that the settings make public",
      resources: [app, bastion, vm("jump", bastion, "jump"), members("ssh", bastion)],
      shared: { publicTiers: ["jump"] },
    },
    { name: "the group's own members", resources: [app, vm("app-1", app, "app"), members("peers", app)] },
    {
      name: "administration networks, and what is behind a VPN connection",
      resources: [
        app,
        range("office", "198.51.100.0/29"),
        range("site", "192.168.4.0/24"),
        resource("vpnConnectionRoute:VpnConnectionRoute", "site", { destinationIpRange: "192.168.0.0/16" }),
      ],
      shared: { adminNetworks: ["198.51.100.0/28"] },
    },
    {
      name: "other ports from anywhere, and SSH over UDP",
      resources: [
        app,
        vm("web", web, "web"),
        ssh("http", { ipProtocol: "tcp", fromPortRange: 8080, toPortRange: 8080, ipRange: "10.0.0.0/8" }),
        ssh("udp", {
          rules: [{ ipProtocol: "udp", fromPortRange: 22, securityGroupsMembers: [{ securityGroupId: from(web) }] }],
        }),
      ],
      shared: { adminNetworks: ["198.51.100.0/28"] },
    },
  ],
  violation: [
    {
      name: "the group of another tier",
      resources: [app, web, vm("web", web, "web"), members("ssh", web)],
      findings: [
        "part ssh rules[0].securityGroupsMembers[0]: Port 22 is open to security group web, which is that of no bastion.",
      ],
      needs: [...NESTED, "rules[0].securityGroupsMembers"]
        .map((path) => `ssh.${path}`)
        .concat("web.tags[0].key", "web.tags[0].value"),
    },
    {
      name: "another group by its name, by every protocol",
      resources: [app, web, vm("web", web, "web"), ssh("linked", { securityGroupNameToLink: "web" })],
      findings: [
        "part linked securityGroupNameToLink: Ports 22 and 3389 are open to security group web, which is that of no bastion.",
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
      resources: [app, range("inside", "10.0.0.0/8"), range("office", "198.51.100.0/27")],
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
        app,
        ssh("service", { rules: [{ ipProtocol: "tcp", fromPortRange: 5986, serviceIds: ["pl-12345678"] }] }),
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
      resources: [app, bastion, members("inside", bastion), ssh("outside", { securityGroupNameToLink: "jump" })],
      reasons: [
        "inside: `rules[0].securityGroupsMembers[0]` cannot be judged: a security group that nothing in the stack has.",
        "outside: `securityGroupNameToLink` leads out of this stack.",
      ],
    },
    {
      name: "a bastion by its name alone",
      resources: [app, bastion, vm("bastion-1", bastion), members("ssh", bastion)],
      reasons: ['ssh: `tags` of "bastion-1" cannot be judged: a VM whose tier only its name tells.'],
    },
    {
      name: "what is behind a VPN connection is not known",
      resources: [
        app,
        range("site", "192.168.4.0/24"),
        resource("vpnConnectionRoute:VpnConnectionRoute", "site", { destinationIpRange: new Unknown() }),
      ],
      shared: { adminNetworks: ["198.51.100.0/28"] },
      reasons: ['site: `destinationIpRange` of "site" is not known before deployment.'],
    },
  ],
  notApplicable: [{ name: "outbound rules", resources: [app, ssh("out", { flow: "Outbound", ipRange: "0.0.0.0/0" })] }],
});
