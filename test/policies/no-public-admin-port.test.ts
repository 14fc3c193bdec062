import { describe, expect, test } from "@jest/globals";
import { noPublicAdminPort } from "../../policies/exposure/no-public-admin-port";
import type { ClauseId } from "../../src/contract";
import { type Resource, Unknown } from "../../src/stack";
import { backends, loadBalancer, rule, securityGroup, ssh, subnetIn, tcp, vmIn } from "../support/builders";
import { emptiedBy, judgementOf } from "../support/judgement";
import { policySuite } from "../support/policy-suite";
import { from, type From, type InputsOf, resource, stackOf } from "../support/resources";

const group = securityGroup();

const FLAT = ["flow", "ipProtocol", "fromPortRange", "toPortRange", "ipRange"];

const METRICS = vmIn(subnetIn("a"), "metrics", { securityGroupIds: [from(group)] });

/** Prometheus on a VM, open to everybody by its group, behind a load balancer. */
function console(listener: InputsOf<"loadBalancer:LoadBalancer">["listeners"], ...others: readonly Resource[]) {
  return [
    ...[
      group,
      subnetIn("a"),
      METRICS,
      tcp(9090, "0.0.0.0/0", "metrics"),
      loadBalancer("front", { listeners: listener }),
    ],
    ...[backends("front", METRICS), ...others],
  ];
}

const OVER_TLS = {
  ...{ loadBalancerPort: 443, loadBalancerProtocol: "HTTPS", backendPort: 9090, backendProtocol: "HTTP" },
  serverCertificateId: "orn:ows:idauth::012345678910:server-certificate/front",
};

const cluster = resource("oksCluster:OksCluster", "apps", { version: "1.32" }, { id: "4f6c" });

/** A group with a tag that says which cluster it belongs to. */
function groupOf(key: string | From | Unknown): Resource {
  return securityGroup("group", { tags: [{ key, value: "owned" }] });
}

function balancer(loadBalancerType: string | Unknown, loadBalancerPort: number, backendPort: number) {
  const listeners = [{ loadBalancerPort, loadBalancerProtocol: "TCP", backendPort }];
  return loadBalancer("front", { loadBalancerType, listeners });
}

policySuite(noPublicAdminPort, {
  compliant: [
    {
      name: "neighbouring ranges of two groups",
      resources: [
        group,
        ssh("203.0.112.0/24", "east"),
        securityGroup("offices"),
        ssh("203.0.113.0/24", "west", { securityGroupId: "sg-87654321" }),
      ],
    },
    {
      name: "ranges that are no neighbours, and a private one",
      resources: [group, ssh("203.0.112.0/24", "east"), ssh("203.0.114.0/24", "west"), ssh("10.0.0.0/8", "inside")],
    },
    {
      name: "a protocol without ports from everywhere",
      resources: [group, rule("esp", { ipProtocol: "50", fromPortRange: new Unknown(), ipRange: "0.0.0.0/0" })],
    },
    {
      name: "another port of an internet-facing load balancer",
      resources: [balancer("internet-facing", 443, 8443)],
    },
    {
      name: "SSH from one address",
      resources: [group, ssh()],
    },
    {
      name: "SSH from a private range, whatever its size",
      resources: [group, ssh("10.0.0.0/8")],
    },
    {
      name: "a private range whose port is not known",
      resources: [group, rule("any", { ipProtocol: "tcp", fromPortRange: new Unknown(), ipRange: "172.16.0.0/12" })],
    },
    {
      name: "HTTPS from everywhere",
      resources: [group, tcp(443, "0.0.0.0/0")],
    },
    {
      name: "the same port number over another protocol",
      resources: [group, rule("udp", { ipProtocol: "17", fromPortRange: 22, toPortRange: 22, ipRange: "0.0.0.0/0" })],
    },
    {
      name: "an administration port that the settings do not watch",
      resources: [group, ssh("0.0.0.0/0")],
      settings: { adminPorts: [5986] },
    },
    {
      name: "a console behind a load balancer that ends TLS, and nothing else in front",
      resources: console([OVER_TLS]),
    },
    {
      name: "the API of a cluster of OKS, by the tag of a cluster with that id",
      resources: [groupOf("OscK8sClusterID/4f6c"), cluster, tcp(6443, "0.0.0.0/0", "api")],
    },
    {
      name: "the API of a cluster of OKS that is still to be created",
      resources: [groupOf(from(cluster)), cluster, tcp(6443, "0.0.0.0/0", "api")],
    },
  ],
  violation: [
    {
      name: "SSH from everywhere, in the flat form",
      resources: [group, ssh("0.0.0.0/0")],
      findings: ["part ssh ipRange: Port 22 is open to 0.0.0.0/0."],
      needs: ["ssh.flow", "ssh.ipProtocol", "ssh.fromPortRange", "ssh.toPortRange", "ssh.ipRange"],
    },
    {
      name: "a range of ports by protocol number, in the nested form",
      resources: [
        group,
        rule("wide", {
          rules: [{ ipProtocol: "6", fromPortRange: 20, toPortRange: 4000, ipRanges: ["10.0.0.0/8", "::/0"] }],
        }),
      ],
      findings: ["part wide rules[0].ipRanges[1]: Ports 22, 3389, 23, 2375-2376 and 2379-2380 are open to ::/0."],
      needs: [
        "wide.flow",
        "wide.rules[0].ipProtocol",
        "wide.rules[0].fromPortRange",
        "wide.rules[0].toPortRange",
        "wide.rules[0].ipRanges[1]",
      ],
    },
    {
      name: "every protocol, whose ports the provider ignores",
      resources: [group, rule("all", { ipProtocol: "-1", fromPortRange: 443, toPortRange: 443, ipRange: "0.0.0.0/0" })],
      findings: ["part all ipRange: Ports 22, 3389, 23, 2375-2376, 2379-2380 and 7 more are open to 0.0.0.0/0."],
      needs: ["all.flow", "all.ipProtocol", "all.ipRange"],
    },
    {
      name: "TCP without ports, and no protocol at all",
      resources: [
        group,
        rule("tcp", { ipProtocol: "TCP", ipRange: "0.0.0.0/0" }),
        rule("none", { ipRange: "0.0.0.0/0" }),
      ],
      findings: [
        "part none ipRange: Ports 22, 3389, 23, 2375-2376, 2379-2380 and 7 more are open to 0.0.0.0/0.",
        "part tcp ipRange: Ports 22, 3389, 23, 2375-2376, 2379-2380 and 7 more are open to 0.0.0.0/0.",
      ],
      needs: ["tcp.flow", "tcp.ipProtocol", "tcp.ipRange", "none.flow", "none.ipRange"],
    },
    {
      name: "the two halves of the Internet",
      resources: [
        group,
        rule("halves", {
          rules: [
            { ipProtocol: "tcp", fromPortRange: 3389, toPortRange: 3389, ipRanges: ["0.0.0.0/1", "128.0.0.0/1"] },
          ],
        }),
      ],
      findings: [
        "part halves rules[0].ipRanges[0]: Port 3389 is open to 0.0.0.0/1.",
        "part halves rules[0].ipRanges[1]: Port 3389 is open to 128.0.0.0/1.",
      ],
      needs: [
        "halves.flow",
        "halves.rules[0].ipProtocol",
        "halves.rules[0].fromPortRange",
        "halves.rules[0].toPortRange",
        "halves.rules[0].ipRanges[0]",
        "halves.rules[0].ipRanges[1]",
      ],
    },
    {
      name: "neighbouring ranges of several rules that add up",
      resources: [group, ssh("203.0.112.0/24", "east"), ssh("203.0.113.0/24", "west")],
      findings: ["resource group : Several rules add up. Port 22 is open to 203.0.112.0/24 and 203.0.113.0/24."],
      needs: ["east", "west"].flatMap((name) =>
        ["flow", "ipProtocol", "fromPortRange", "toPortRange", "ipRange"].map((property) => `${name}.${property}`),
      ),
    },
    {
      name: "an IPv6 range wider than a site, and neighbours that are one",
      resources: [group, ssh("2001:db8::/47", "wide"), ssh("2001:db8:2::/48", "east"), ssh("2001:db8:3::/48", "west")],
      findings: [
        "part wide ipRange: Port 22 is open to 2001:db8::/47.",
        "resource group : Several rules add up. Port 22 is open to 2001:db8:2::/48 and 2001:db8:3::/48.",
      ],
      needs: ["wide", "east", "west"].flatMap((name) =>
        ["flow", "ipProtocol", "fromPortRange", "toPortRange", "ipRange"].map((property) => `${name}.${property}`),
      ),
    },
    {
      name: "an internet-facing load balancer that listens on one",
      resources: [balancer("internet-facing", 22, 2222)],
      findings: ["part front listeners[0]: A load balancer that faces the Internet listens on port 22."],
      needs: ["front.loadBalancerType", "front.listeners[0].loadBalancerPort"],
    },
    {
      name: "a load balancer without a type that leads to one",
      resources: [
        loadBalancer("front", {
          loadBalancerType: undefined,
          listeners: [{ loadBalancerPort: 443, loadBalancerProtocol: "TCP", backendPort: 3389 }],
        }),
      ],
      findings: [
        "part front listeners[0]: A load balancer that faces the Internet leads to port 3389 of the VMs behind it.",
      ],
      needs: ["front.listeners[0].backendPort"],
    },
    ...[
      ["telnet", "23", 23, 23],
      ["Docker", "2376", 2376, 2380, "Ports 2376 and 2379-2380 are"],
      ["VNC", "5900-5903", 5890, 5903, "Ports 5900-5903 are"],
      ["WinRM", "5986", 5986, 5986],
      ["the kubelet", "10250", 10_250, 10_254],
    ].map(([name, port, fromPortRange, toPortRange, said = `Port ${String(port)} is`]) => ({
      name: `${String(name)}, as far as the rule opens it`,
      resources: [group, rule("in", { ipProtocol: "tcp", fromPortRange, toPortRange, ipRange: "0.0.0.0/0" })],
      findings: [`part in ipRange: ${String(said)} open to 0.0.0.0/0.`] as const,
      needs: FLAT.map((property) => `in.${property}`),
    })),
    {
      name: "a range of ports that the settings watch, as far as the rule opens it",
      resources: [group, rule("in", { ipProtocol: "udp", fromPortRange: 6004, toPortRange: 6100, ipRange: "::/0" })],
      shared: { adminPorts: ["6000-6010/udp"] },
      findings: ["part in ipRange: Ports 6004-6010 are open to ::/0."],
      needs: FLAT.map((property) => `in.${property}`),
    },
    {
      name: "an excused port among others that are not",
      resources: [
        ...[groupOf("OscK8sClusterID/4f6c"), cluster],
        rule("in", { ipProtocol: "tcp", fromPortRange: 5910, toPortRange: 6443, ipRange: "0.0.0.0/0" }),
      ],
      findings: ["part in ipRange: Ports 5910, 5985-5986 and 6443 are open to 0.0.0.0/0."],
      needs: FLAT.map((property) => `in.${property}`),
    },
    {
      name: "a console that a load balancer listens on, over TLS",
      resources: [loadBalancer("front", { listeners: [{ ...OVER_TLS, loadBalancerPort: 9090 }] })],
      findings: ["part front listeners[0]: A load balancer that faces the Internet listens on port 9090."],
      needs: ["front.loadBalancerType", "front.listeners[0].loadBalancerPort"],
    },
    {
      name: "a console behind a load balancer that passes on what comes",
      resources: console([{ loadBalancerPort: 443, loadBalancerProtocol: "TCP", backendPort: 9090 }]),
      findings: [
        "part metrics ipRange: Port 9090 is open to 0.0.0.0/0.",
        "part front listeners[0]: A load balancer that faces the Internet leads to port 9090 of the VMs behind it.",
      ],
      needs: [
        ...FLAT.map((property) => `metrics.${property}`),
        ...["loadBalancerType", "listeners[0].backendPort"].map((property) => `front.${property}`),
      ],
    },
    {
      name: "a console with a public IP beside the load balancer",
      resources: console([OVER_TLS], resource("publicIpLink:PublicIpLink", "metrics", { vmId: from(METRICS) })),
      findings: ["part metrics ipRange: Port 9090 is open to 0.0.0.0/0."],
      needs: [...FLAT, "securityGroupIds"].map((property) => `metrics.${property}`),
    },
    {
      name: "the API of a cluster of one's own, whatever its tag, and of none",
      resources: [groupOf("OscK8sClusterID/own"), cluster, tcp(6443, "0.0.0.0/0", "api")],
      findings: ["part api ipRange: Port 6443 is open to 0.0.0.0/0."],
      needs: ["group.tags", "group.tags[0]", "group.tags[0].key", ...FLAT.map((property) => `api.${property}`)],
    },
  ],
  undetermined: [
    {
      name: "the API of a cluster by a tag that is not known",
      resources: [groupOf(new Unknown()), cluster, tcp(6443, "0.0.0.0/0", "api")],
      reasons: ['api: `tags[0].key` of "group" is not known before deployment.'],
    },
    {
      name: "neighbouring ranges of rules whose groups are not known",
      resources: [
        ssh("203.0.112.0/24", "east", { securityGroupId: new Unknown() }),
        ssh("203.0.113.0/24", "west", { securityGroupId: new Unknown() }),
      ],
      reasons: ["east: `securityGroupId` is not known before deployment."],
    },
    {
      name: "a range that is not known beside a public one, which it may be the neighbour of",
      resources: [group, ssh("203.0.112.0/24", "east"), ssh(new Unknown(), "west")],
      reasons: [
        "west: `ipRange` is not known before deployment.",
        'group: `ipRange` of "west" is not known before deployment.',
      ],
    },
    {
      name: "a neighbouring range of one group or another",
      resources: [
        group,
        securityGroup("offices"),
        ssh("203.0.112.0/24", "east"),
        ssh("203.0.113.0/24", "west", {
          securityGroupId: from(group, securityGroup("offices")),
        }),
      ],
      reasons: ['group: `securityGroupId` of "west" is not known before deployment; possible: "group", "offices".'],
    },
    {
      name: "a neighbouring range whose ports are not known",
      resources: [group, ssh("203.0.112.0/24", "east"), ssh("203.0.113.0/24", "west", { toPortRange: new Unknown() })],
      reasons: ['group: `toPortRange` of "west" is not known before deployment.'],
    },
    {
      name: "a protocol that has no number, and a port that is none",
      resources: [
        group,
        rule("any", { ipProtocol: "any", ipRange: "0.0.0.0/0" }),
        rule("high", { rules: [{ ipProtocol: "tcp", fromPortRange: 22, toPortRange: 70000, ipRanges: ["::/0"] }] }),
      ],
      reasons: [
        "any: `ipProtocol` cannot be judged: text that is no IP protocol.",
        "high: `rules[0].fromPortRange` cannot be judged: numbers that are no ports.",
      ],
    },
    {
      name: "a load balancer that may face the Internet",
      resources: [balancer(new Unknown(), 22, 22)],
      reasons: ["front: `loadBalancerType` is not known before deployment."],
    },
    {
      name: "a range that is not known",
      resources: [group, ssh(new Unknown())],
      reasons: ["ssh: `ipRange` is not known before deployment."],
    },
    {
      name: "rules that are not known",
      resources: [group, rule("ssh", { rules: new Unknown() })],
      reasons: ["ssh: `rules` is not known before deployment."],
    },
    {
      name: "text that is no range",
      resources: [group, ssh("everywhere")],
      reasons: ["ssh: `ipRange` cannot be judged: text that is no address range."],
    },
  ],
  notApplicable: [
    { name: "load balancers inside", resources: [balancer("internal", 22, 22)] },
    {
      name: "outbound rules",
      resources: [
        group,
        { ...rule("out", { ipRange: "0.0.0.0/0" }), inputs: { flow: "Outbound", ipRange: "0.0.0.0/0" } },
      ],
    },
    {
      name: "rules that name security groups",
      resources: [
        group,
        rule("members", {
          rules: [
            {
              ipProtocol: "tcp",
              fromPortRange: 22,
              toPortRange: 22,
              securityGroupsMembers: [{ securityGroupId: from(group) }],
            },
          ],
        }),
      ],
    },
  ],
});

describe("a finding is about", () => {
  const NAMED: readonly ClauseId[] = ["SLA4.ports"];
  const OTHERS: readonly ClauseId[] = ["SLA4.minimal", "R13.leastaccess"];

  test.each([
    ["SSH", 22, 22, NAMED],
    ["RDP", 3389, 3389, NAMED],
    ["VNC", 5900, 5900, OTHERS],
    ["SSH and Telnet", 22, 23, [...NAMED, ...OTHERS]],
  ])("%s: its own clauses", (_name, fromPortRange, toPortRange, clauses) => {
    const open = rule("in", { ipProtocol: "tcp", fromPortRange, toPortRange, ipRange: "0.0.0.0/0" });
    const outcomes = judgementOf(stackOf([group, open]), [noPublicAdminPort]).outcomes();
    const findings = outcomes.flatMap((outcome) => (outcome.verdict === "violation" ? outcome.findings : []));
    expect(findings.map((found) => found.clauses)).toEqual([clauses]);
  });
});

describe("it is emptied by", () => {
  test.each([
    ["nothing, by default", {}, undefined],
    ["nothing, with both that the convention names", { "pack-settings": { adminPorts: [22, "3000-4000"] } }, undefined],
    ["the shared setting, without any", { "pack-settings": { adminPorts: [] } }, "pack-settings.adminPorts"],
    ["the shared setting, without SSH", { "pack-settings": { adminPorts: [3389] } }, "pack-settings.adminPorts"],
    ["its own", { "no-public-admin-port": { adminPorts: [] } }, "no-public-admin-port.adminPorts"],
    [
      "nothing, where its own wins",
      { "pack-settings": { adminPorts: [] }, "no-public-admin-port": { adminPorts: [22, 3389] } },
      undefined,
    ],
  ])("%s", (_name, written, setting) => {
    expect(emptiedBy(noPublicAdminPort, written)).toBe(setting);
  });
});
