import { describe, expect, test } from "@jest/globals";
import { limitPublicPorts } from "../../policies/exposure/limit-public-ports";
import { noPublicAdminPort } from "../../policies/exposure/no-public-admin-port";
import { noPublicFileSharingPort } from "../../policies/exposure/no-public-file-sharing-port";
import { type Resource, Unknown } from "../../src/stack";
import { rule, securityGroup, tcp, vm } from "../support/builders";
import { judgementOf } from "../support/judgement";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, resource, stackOf, tags } from "../support/resources";

const group = securityGroup();

/** What a VPN is made of, from everywhere. */
const VPN = rule("vpn", {
  rules: [
    { ipProtocol: "udp", fromPortRange: 500, toPortRange: 500, ipRanges: ["0.0.0.0/0"] },
    { ipProtocol: "UDP", fromPortRange: 4500, toPortRange: 4500, ipRanges: ["0.0.0.0/0"] },
    { ipProtocol: "50", ipRanges: ["0.0.0.0/0"] },
  ],
});

/** Mail: from other servers, and from the programs of those who write and read it. */
const MAIL = [25, 465, 587, 993].map((port) => tcp(port, "0.0.0.0/0", `mail-${String(port)}`));
const DNS = ["tcp", "udp"].map((ipProtocol) =>
  rule(`dns-${ipProtocol}`, { ipProtocol, fromPortRange: 53, toPortRange: 53, ipRange: "0.0.0.0/0" }),
);

/** That a rule opens a service of the VM "web" to everybody. */
function said(name: string, service: string): string {
  return `part ${name} ipRange: Beyond what is meant for everybody, 0.0.0.0/0 reaches ${service}. ${service} of VM "web" can be reached from the Internet: rule ${name}.`;
}

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
    { name: "mail", resources: [group, ...MAIL, member("post", { tags: tags({ tier: "mail" }) })] },
    { name: "names", resources: [group, ...DNS, member("ns", { tags: tags({ tier: "DNS" }) })] },
    {
      name: "administration and internal services, which are other policies' findings",
      resources: [group, tcp(22, "0.0.0.0/0", "ssh"), tcp(5905, "::/0", "screen"), tcp(5432, "::/0", "database")],
    },
    {
      name: "an administration port that the settings add, which is another policy's finding",
      resources: [group, tcp(2222, "0.0.0.0/0", "ssh")],
      shared: { adminPorts: ["2222-2230"] },
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
        "part low rules[0].ipRanges[0]: Beyond what is meant for everybody, 128.0.0.0/1 reaches TCP 20-21, TCP 24-79, TCP 81-110, TCP 112-134 and 13 more.",
        "part low rules[0].ipRanges[1]: Beyond what is meant for everybody, 2001:db8::/47 reaches TCP 20-21, TCP 24-79, TCP 81-110, TCP 112-134 and 13 more.",
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
    {
      name: "mail and names on VMs of another tier",
      resources: [group, ...MAIL, ...DNS, member("web", { tags: tags({ tier: "web" }) })],
      findings: [
        said("dns-tcp", "TCP 53"),
        ...[said("dns-udp", "UDP 53"), said("mail-25", "TCP 25"), said("mail-465", "TCP 465")],
        ...[said("mail-587", "TCP 587"), said("mail-993", "TCP 993")],
      ],
      needs: [
        ...[...MAIL, ...DNS].flatMap(({ name }) => FLAT.map((property) => `${name}.${property}`)),
        ...["web.tags[0].key", "web.tags[0].value"],
      ],
    },
    {
      name: "an administration port that the settings leave out",
      resources: [group, tcp(5905, "0.0.0.0/0", "screen")],
      shared: { adminPorts: [22, 3389] },
      findings: ["part screen ipRange: Beyond what is meant for everybody, 0.0.0.0/0 reaches TCP 5905."],
      needs: FLAT.map((property) => `screen.${property}`),
    },
  ],
  undetermined: [
    {
      name: "a mail server by its name alone",
      resources: [group, ...MAIL.slice(0, 1), member("mail-1")],
      reasons: ['mail-25: `tags` of "mail-1" cannot be judged: a VM whose tier only its name tells.'],
    },
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

/** What a policy finds in a stack: each finding's own fix, where it has one. */
function fixesOf(open: Resource, configuration: object = {}): (string | undefined)[] {
  const outcomes = judgementOf(stackOf([group, open]), [limitPublicPorts], configuration).outcomes();
  return outcomes.flatMap((outcome) =>
    outcome.verdict === "violation" ? outcome.findings.map(({ fix }) => fix?.en) : [],
  );
}

describe("the fix writes out", () => {
  test("the entry that the shared setting needs", () => {
    expect(fixesOf(tcp(8443, "0.0.0.0/0"))).toEqual([
      'Set `ipRange` to those it is meant for, or, where that is everybody, add `"8443/tcp"` to `pack-settings.publicPorts`, beside `"443/tcp"` and `"80/tcp"`.',
    ]);
  });

  test("the entries of several ports, and of the policy's own setting where that is in force", () => {
    const open = rule("in", { ipProtocol: "udp", fromPortRange: 8000, toPortRange: 8010, ipRange: "::/0" });
    expect(fixesOf(open, { "limit-public-ports": { publicPorts: ["8005/udp"] } })).toEqual([
      'Set `ipRange` to those it is meant for, or, where that is everybody, add `"8000-8004/udp"` and `"8006-8010/udp"` to `limit-public-ports.publicPorts`, beside `"8005/udp"`.',
    ]);
    expect(fixesOf(open, { "limit-public-ports": { publicPorts: [] } })).toEqual([
      'Set `ipRange` to those it is meant for, or, where that is everybody, add `"8000-8010/udp"` to `limit-public-ports.publicPorts`.',
    ]);
  });

  test.each([
    ["what is no port", rule("in", { ipProtocol: "gre", ipRange: "0.0.0.0/0" })],
    ["a whole protocol", rule("in", { ipProtocol: "tcp", ipRange: "0.0.0.0/0" })],
    ["every protocol", rule("in", { ipRange: "0.0.0.0/0" })],
    ["many ports", rule("in", { ipProtocol: "tcp", fromPortRange: 1, toPortRange: 200, ipRange: "0.0.0.0/0" })],
  ])("nothing for %s", (_name, open) => {
    expect(fixesOf(open)).toEqual([undefined]);
  });
});

test("no service that is open to the Internet is named by two of the three policies about it", () => {
  const open = [
    rule("some", { ipProtocol: "tcp", fromPortRange: 20, toPortRange: 25, ipRange: "0.0.0.0/0" }),
    ...[22, 445, 3389, 5432, 5901, 8443, 9090].map((port) => tcp(port, "0.0.0.0/0", `port-${String(port)}`)),
  ];
  const policies = [limitPublicPorts, noPublicAdminPort, noPublicFileSharingPort];
  const outcomes = judgementOf(stackOf([group, ...open]), policies).outcomes();
  const found = outcomes.flatMap((outcome) =>
    outcome.verdict === "violation"
      ? outcome.findings.map(({ subject, message }) => `${subject.name} ${outcome.policy.name}: ${message.text.en}`)
      : [],
  );
  expect(found.sort()).toEqual([
    "port-22 no-public-admin-port: Port 22 is open to 0.0.0.0/0.",
    "port-3389 no-public-admin-port: Port 3389 is open to 0.0.0.0/0.",
    "port-445 no-public-file-sharing-port: SMB (TCP 445) is open to 0.0.0.0/0.",
    "port-5432 no-public-file-sharing-port: PostgreSQL (TCP 5432) is open to 0.0.0.0/0.",
    "port-5901 no-public-admin-port: Port 5901 is open to 0.0.0.0/0.",
    "port-8443 limit-public-ports: Beyond what is meant for everybody, 0.0.0.0/0 reaches TCP 8443.",
    "port-9090 no-public-admin-port: Port 9090 is open to 0.0.0.0/0.",
    "some limit-public-ports: Beyond what is meant for everybody, 0.0.0.0/0 reaches TCP 20-21 and TCP 24-25.",
    "some no-public-admin-port: Ports 22 and 23 are open to 0.0.0.0/0.",
  ]);
});
