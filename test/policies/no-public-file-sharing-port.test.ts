import { describe, expect, test } from "@jest/globals";
import { noPublicFileSharingPort } from "../../policies/exposure/no-public-file-sharing-port";
import { Unknown } from "../../src/stack";
import { loadBalancer, rule, securityGroup, tcp } from "../support/builders";
import { emptiedBy } from "../support/judgement";
import { policySuite } from "../support/policy-suite";

const group = securityGroup();

const FLAT = ["flow", "ipProtocol", "fromPortRange", "toPortRange", "ipRange"];

policySuite(noPublicFileSharingPort, {
  compliant: [
    {
      name: "NFS from the Net, and SMB from one address",
      resources: [group, tcp(2049, "10.0.0.0/16", "nfs"), tcp(445, "198.51.100.7/32", "smb")],
    },
    {
      name: "the same numbers over other protocols",
      resources: [
        group,
        rule("sctp", { ipProtocol: "sctp", ipRange: "0.0.0.0/0" }),
        rule("icmp", { ipProtocol: "icmp", fromPortRange: 8, toPortRange: -1, ipRange: "0.0.0.0/0" }),
      ],
    },
    {
      name: "a service that the settings leave out",
      resources: [group, tcp(5432, "0.0.0.0/0", "in")],
      shared: { internalPorts: ["445/tcp"] },
    },
    {
      name: "a service that the settings count as administration, which is another policy's finding",
      resources: [group, tcp(27_018, "0.0.0.0/0", "in")],
      shared: { adminPorts: [22, 3389, 27_018] },
    },
    {
      name: "HTTPS from everywhere, with a range that is not known beside it",
      resources: [group, tcp(443, "0.0.0.0/0", "https"), tcp(22, "192.168.0.0/16", "other")],
    },
  ],
  violation: [
    {
      name: "SMB from everywhere",
      resources: [group, tcp(445, "0.0.0.0/0", "smb")],
      findings: ["part smb ipRange: SMB (TCP 445) is open to 0.0.0.0/0."],
      needs: FLAT.map((property) => `smb.${property}`),
    },
    {
      name: "NFS over UDP, by its number, over IPv6",
      resources: [
        group,
        rule("nfs", {
          rules: [
            { ipProtocol: "17", fromPortRange: 2049, toPortRange: 2049, ipRanges: ["fd00::/8", "2001:db8::/32"] },
          ],
        }),
      ],
      findings: ["part nfs rules[0].ipRanges[1]: NFS (UDP 2049) is open to 2001:db8::/32."],
      needs: [
        "nfs.flow",
        "nfs.rules[0].ipProtocol",
        "nfs.rules[0].fromPortRange",
        "nfs.rules[0].toPortRange",
        "nfs.rules[0].ipRanges[1]",
      ],
    },
    {
      name: "every protocol",
      resources: [group, rule("all", { ipRange: "::/0" })],
      findings: [
        "part all ipRange: SMB (TCP 445), SMB (UDP 445), NFS (TCP 2049), NFS (UDP 2049) and 34 more are open to ::/0.",
      ],
      needs: ["all.flow", "all.ipRange"],
    },
    ...(
      [
        [3306, 3306, "MySQL (TCP 3306) is"],
        [5432, 5433, "PostgreSQL (TCP 5432) is"],
        [1430, 1521, "SQL Server (TCP 1433-1434) and Oracle (TCP 1521) are"],
        [135, 135, "Windows RPC (TCP 135) is"],
        [136, 138, "NetBIOS (TCP 136-138) is"],
        [27_010, 27_018, "MongoDB (TCP 27017-27018) is"],
        [11_211, 11_211, "memcached (TCP 11211) is"],
      ] as const
    ).map(([fromPortRange, toPortRange, said]) => ({
      name: `${said} all there is between ${String(fromPortRange)} and ${String(toPortRange)}`,
      resources: [group, rule("in", { ipProtocol: "tcp", fromPortRange, toPortRange, ipRange: "0.0.0.0/0" })],
      findings: [`part in ipRange: ${said} open to 0.0.0.0/0.`] as const,
      needs: FLAT.map((property) => `in.${property}`),
    })),
    {
      name: "a service that the settings name, which has no name of its own",
      resources: [group, tcp(8086, "0.0.0.0/0", "in")],
      shared: { internalPorts: [8086] },
      findings: ["part in ipRange: TCP 8086 is open to 0.0.0.0/0."],
      needs: FLAT.map((property) => `in.${property}`),
    },
    {
      name: "two halves of a wide range",
      resources: [
        group,
        rule("east", { ipProtocol: "tcp", fromPortRange: 440, toPortRange: 450, ipRange: "203.0.112.0/24" }),
        tcp(445, "203.0.113.0/24", "west"),
      ],
      findings: ["resource group : Several rules add up. SMB (TCP 445) is open to 203.0.112.0/24 and 203.0.113.0/24."],
      needs: ["east", "west"].flatMap((name) => FLAT.map((property) => `${name}.${property}`)),
    },
    {
      name: "load balancers in front of file servers",
      resources: [
        loadBalancer("files", {
          loadBalancerType: undefined,
          listeners: [{ loadBalancerPort: 2049, backendPort: 2050 }],
        }),
        loadBalancer("shares", { listeners: [{ loadBalancerPort: 8445, backendPort: 445 }] }),
      ],
      findings: [
        "part files listeners[0]: A load balancer that faces the Internet listens for NFS (TCP 2049).",
        "part shares listeners[0]: A load balancer that faces the Internet leads to SMB (TCP 445) on the VMs behind it.",
      ],
      needs: ["files.listeners[0].loadBalancerPort", "shares.loadBalancerType", "shares.listeners[0].backendPort"],
    },
  ],
  undetermined: [
    {
      name: "a port that is not known",
      resources: [group, rule("any", { ipProtocol: "tcp", fromPortRange: new Unknown(), ipRange: "0.0.0.0/0" })],
      reasons: ["any: `fromPortRange` is not known before deployment."],
    },
  ],
  notApplicable: [
    { name: "outbound rules", resources: [group, rule("out", { flow: "Outbound", ipRange: "0.0.0.0/0" })] },
    {
      name: "a group as the source",
      resources: [group, rule("clients", { securityGroupNameToLink: "clients" })],
    },
    {
      name: "a load balancer inside",
      resources: [
        loadBalancer("files", {
          loadBalancerType: "internal",
          listeners: [{ loadBalancerPort: 2049, backendPort: 2049 }],
        }),
      ],
    },
  ],
});

describe("it is emptied by", () => {
  test.each([
    ["nothing, by default", {}, undefined],
    [
      "nothing, with what the convention names",
      { internalPorts: ["445/tcp", "445/udp", "2049", "2049/udp"] },
      undefined,
    ],
    ["the setting, without any", { internalPorts: [] }, "pack-settings.internalPorts"],
    [
      "the setting, without NFS over UDP",
      { internalPorts: ["445/tcp", "445/udp", "2049"] },
      "pack-settings.internalPorts",
    ],
  ])("%s", (_name, shared, setting) => {
    expect(emptiedBy(noPublicFileSharingPort, { "pack-settings": shared })).toBe(setting);
  });
});
