import { limitPublicPorts } from "../../policies/exposure/limit-public-ports";
import { type Resource, Unknown } from "../../src/stack";
import { rule, securityGroup, tcp, vm } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, resource, tags } from "../support/resources";

const group = securityGroup();

/** What a VPN is made of, from everywhere. */
const VPN = rule("vpn", {
  rules: [
    { ipProtocol: "udp", fromPortRange: 500, toPortRange: 500, ipRanges: ["0.0.0.0/0"] },
    { ipProtocol: "UDP", fromPortRange: 4500, toPortRange: 4500, ipRanges: ["0.0.0.0/0"] },
    { ipProtocol: "50", ipRanges: ["0.0.0.0/0"] },
  ],
});

/** A VM that has the group. */
function member(name: string, inputs: InputsOf<"vm:Vm"> = {}): Resource {
  return vm(name, { securityGroupIds: [from(group)], ...inputs });
}

const FLAT = ["flow", "ipProtocol", "fromPortRange", "toPortRange", "ipRange"];
const NESTED = ["ipProtocol", "fromPortRange", "toPortRange", "ipRanges[0]"];

policySuite(limitPublicPorts, {
  compliant: [
    {
      name: "HTTPS and HTTP from everywhere",
      resources: [group, tcp(443, "0.0.0.0/0", "tls"), tcp(80, "::/0", "web")],
    },
    { name: "another port from one site", resources: [group, tcp(8443, "203.0.113.0/24", "api")] },
    { name: "every port from private ranges", resources: [group, rule("all", { ipRange: "10.0.0.0/8" })] },
    {
      name: "unreachable, echo and time exceeded from everywhere",
      resources: [
        group,
        ...[3, 8, 11].map((type) =>
          rule(`icmp-${String(type)}`, {
            ipProtocol: "icmp",
            fromPortRange: type,
            toPortRange: -1,
            ipRange: "0.0.0.0/0",
          }),
        ),
        rule("ping", { ipProtocol: "icmp", fromPortRange: 8, toPortRange: 0, ipRange: "0.0.0.0/0" }),
      ],
    },
    {
      name: "a VPN",
      resources: [group, VPN, member("gate", { tags: tags({ tier: "VPN" }) })],
    },
    {
      name: "a VPN whose VM has the group on a NIC of its own",
      resources: [
        group,
        VPN,
        resource("nic:Nic", "gate", { securityGroupIds: [from(group)] }),
        vm("gate", {
          nics: [{ nicId: from(resource("nic:Nic", "gate")) }],
          tags: tags({ tier: "vpn" }),
        }),
      ],
    },
    {
      name: "a VPN whose group has a name",
      resources: [group, VPN, vm("gate", { securityGroupNames: [from(group)], tags: tags({ role: "vpn" }) })],
    },
    {
      name: "a port that the settings add",
      resources: [group, tcp(853, "0.0.0.0/0", "dns")],
      shared: { publicPorts: ["853/tcp"] },
    },
    {
      name: "a port that the policy's own settings add",
      resources: [group, rule("dns", { ipProtocol: "udp", fromPortRange: 53, toPortRange: 53, ipRange: "0.0.0.0/0" })],
      settings: { publicPorts: ["53/udp"] },
    },
    {
      name: "neighbours that reach what everybody reaches",
      resources: [group, tcp(443, "203.0.112.0/24", "east"), tcp(443, "203.0.113.0/24", "west")],
    },
  ],
  violation: [
    {
      name: "another port from everywhere, on a group nobody has",
      resources: [group, tcp(8443, "0.0.0.0/0", "api")],
      findings: ["part api ipRange: Beyond what is meant for everybody, 0.0.0.0/0 reaches TCP 8443."],
      needs: FLAT.map((property) => `api.${property}`),
    },
    {
      name: "a range of ports around those for everybody, in two wide ranges",
      resources: [
        group,
        rule("low", {
          rules: [
            {
              ipProtocol: "6",
              fromPortRange: 4000,
              toPortRange: 20,
              ipRanges: ["128.0.0.0/1", "2001:db8::/47", "::1"],
            },
          ],
        }),
      ],
      findings: [
        "part low rules[0].ipRanges[0]: Beyond what is meant for everybody, 128.0.0.0/1 reaches TCP 20-79, TCP 81-442 and TCP 444-4000.",
        "part low rules[0].ipRanges[1]: Beyond what is meant for everybody, 2001:db8::/47 reaches TCP 20-79, TCP 81-442 and TCP 444-4000.",
      ],
      needs: ["low.flow", ...NESTED.map((property) => `low.rules[0].${property}`), "low.rules[0].ipRanges[1]"],
    },
    {
      name: "every protocol, and HTTPS over UDP",
      resources: [
        group,
        rule("all", { ipProtocol: "-1", fromPortRange: 443, toPortRange: 443, ipRange: "0.0.0.0/0" }),
        rule("quic", { ipProtocol: "udp", fromPortRange: 443, toPortRange: 443, ipRange: "0.0.0.0/0" }),
      ],
      findings: [
        "part all ipRange: Beyond what is meant for everybody, 0.0.0.0/0 reaches every protocol.",
        "part quic ipRange: Beyond what is meant for everybody, 0.0.0.0/0 reaches UDP 443.",
      ],
      needs: ["all.flow", "all.ipProtocol", "all.ipRange", ...FLAT.map((property) => `quic.${property}`)],
    },
    {
      name: "every type of ICMP",
      resources: [
        group,
        rule("icmp", { ipProtocol: "icmp", fromPortRange: -1, toPortRange: -1, ipRange: "0.0.0.0/0" }),
      ],
      findings: [
        "part icmp ipRange: Beyond what is meant for everybody, 0.0.0.0/0 reaches ICMP type 0-2, ICMP type 4-7, ICMP type 9-10 and ICMP type 12-255.",
      ],
      needs: FLAT.map((property) => `icmp.${property}`),
    },
    {
      name: "what a VPN is made of, where no VM is of one",
      resources: [group, VPN, member("web", { tags: tags({ tier: "web" }) })],
      findings: [
        'part vpn rules[0].ipRanges[0]: Beyond what is meant for everybody, 0.0.0.0/0 reaches UDP 500. UDP 500 of VM "web" can be reached from the Internet: rule vpn.',
        'part vpn rules[1].ipRanges[0]: Beyond what is meant for everybody, 0.0.0.0/0 reaches UDP 4500. UDP 4500 of VM "web" can be reached from the Internet: rule vpn.',
        'part vpn rules[2].ipRanges[0]: Beyond what is meant for everybody, 0.0.0.0/0 reaches ESP. ESP of VM "web" can be reached from the Internet: rule vpn.',
      ],
      needs: [
        "vpn.flow",
        ...[0, 1].flatMap((index) => NESTED.map((property) => `vpn.rules[${String(index)}].${property}`)),
        "vpn.rules[2].ipProtocol",
        "vpn.rules[2].ipRanges[0]",
        "web.tags[0].key",
        "web.tags[0].value",
      ],
    },
    {
      name: "neighbours that add up on some of their ports, and a wide rule beside them",
      resources: [
        group,
        rule("east", { ipProtocol: "tcp", fromPortRange: 8000, toPortRange: 8080, ipRange: "203.0.112.0/24" }),
        rule("west", { ipProtocol: "tcp", fromPortRange: 8080, toPortRange: 9000, ipRange: "203.0.113.0/24" }),
        tcp(8080, "203.0.115.0/24", "south"),
      ],
      findings: [
        "resource group : Several rules add up. Beyond what is meant for everybody, 203.0.112.0/24 and 203.0.113.0/24 reach TCP 8080.",
      ],
      needs: ["east", "west"].flatMap((name) => FLAT.map((property) => `${name}.${property}`)),
    },
  ],
  undetermined: [
    {
      name: "a port that is not known",
      resources: [group, rule("any", { ipProtocol: "tcp", fromPortRange: new Unknown(), ipRange: "0.0.0.0/0" })],
      reasons: ["any: `fromPortRange` is not known before deployment."],
    },
    {
      name: "a VPN by its name alone",
      resources: [
        group,
        rule("ike", { ipProtocol: "udp", fromPortRange: 500, toPortRange: 500, ipRange: "0.0.0.0/0" }),
        member("vpn-1"),
      ],
      reasons: ['ike: `tags` of "vpn-1" cannot be judged: a VM whose tier only its name tells.'],
    },
    {
      name: "a VM that may have the group",
      resources: [
        group,
        rule("ike", { ipProtocol: "udp", fromPortRange: 500, toPortRange: 500, ipRange: "0.0.0.0/0" }),
        vm("gate", { securityGroupIds: new Unknown(), tags: tags({ tier: "vpn" }) }),
      ],
      reasons: ['ike: `securityGroupIds` of "gate" is not known before deployment.'],
    },
  ],
  notApplicable: [
    { name: "outbound rules", resources: [group, rule("out", { flow: "Outbound", ipRange: "0.0.0.0/0" })] },
    { name: "a group as the source", resources: [group, rule("members", { securityGroupNameToLink: "app" })] },
  ],
});
