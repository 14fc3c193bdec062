import { noPublicFileSharingPort } from "../../policies/exposure/no-public-file-sharing-port";
import { Unknown } from "../../src/stack";
import { loadBalancer, rule, securityGroup, tcp } from "../support/builders";
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
      findings: ["part all ipRange: SMB (TCP 445), SMB (UDP 445), NFS (TCP 2049) and NFS (UDP 2049) are open to ::/0."],
      needs: ["all.flow", "all.ipRange"],
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
