import { expect, test } from "@jest/globals";
import { requireOutageEvidence } from "../../policies/operations/require-outage-evidence";
import { formatFact } from "../../src/policy";
import { type Resource, Unknown } from "../../src/stack";
import { backends, loadBalancer, net, rule, securityGroup, ssh, subnetIn, tcp, vm, vmIn } from "../support/builders";
import { judgementOf } from "../support/judgement";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, resource, stackOf, tags } from "../support/resources";

const subnet = subnetIn("a");
const development = net("net", { tags: tags({ environment: "dev" }) });

/** A load balancer in the Subnet. */
function entry(inputs: InputsOf<"loadBalancer:LoadBalancer"> = {}, name = "shop-a"): Resource {
  return loadBalancer(name, { subnets: [from(subnet)], ...inputs });
}

function attributes(
  accessLog: InputsOf<"loadBalancerAttributes:LoadBalancerAttributes">["accessLog"],
  loadBalancerName: string | Unknown = "shop-a",
): Resource {
  return resource("loadBalancerAttributes:LoadBalancerAttributes", "log", { loadBalancerName, accessLog });
}

const log = { isEnabled: true, osuBucketName: "logs" };
/** Without these nobody can tell whether it is asked. */
const placed = ["shop-a.loadBalancerType"];
const found = "resource shop-a : Nothing records its outages: no access log on a bucket, and no declared probe.";

const group = securityGroup("group", { netId: from(net()) });

/** A VM in the Subnet, with the group `group`, of the tier `relay` where a test says no other. */
function relay(inputs: InputsOf<"vm:Vm"> = {}, name = "relay-a"): Resource {
  return vmIn(subnet, name, { securityGroupIds: [from(group)], tags: tags({ tier: "relay" }), ...inputs });
}

function publicIp(of: Resource, name = `ip-${of.name}`): Resource {
  return resource("publicIpLink:PublicIpLink", name, { vmId: from(of), publicIp: "203.0.113.7" });
}

/** A load balancer in front of the VM `relay-a`. */
function front(loadBalancerType: "internet-facing" | "internal"): Resource[] {
  return [entry({ loadBalancerType }), backends("shop-a", relay())];
}

const ofUnknownVms = resource("loadBalancerVms:LoadBalancerVms", "shop-a", {
  loadBalancerName: "shop-a",
  backendVmIds: new Unknown(),
});

/** A VM with a public IP, in a Net whose group `group` has these rules. */
function entered(machine = relay(), ...rules: readonly Resource[]): Resource[] {
  return [net(), subnet, group, machine, publicIp(machine), ...rules];
}

const everybody = tcp(443, "0.0.0.0/0");
const reached =
  "tier relay : The Internet reaches relay-a by public IP, without a load balancer, and no declared probe watches it.";
/** Without these nobody can tell whether the Internet reaches the VM, or what it is for. */
const entering = [
  ...["relay-a.securityGroupIds", "relay-a.securityGroupIds[0]", "relay-a.tags[0].key", "relay-a.tags[0].value"],
  ...["ip-relay-a.vmId", "rule.flow", "rule.securityGroupId"],
  ...["rule.ipProtocol", "rule.fromPortRange", "rule.toPortRange", "rule.ipRange"],
];

policySuite(requireOutageEvidence, {
  compliant: [
    {
      name: "a VM that the Internet reaches, with the tag of a probe",
      resources: entered(relay({ tags: tags({ tier: "relay", Probe: "blackbox" }) }), everybody),
    },
    {
      name: "the same, by its name in the settings",
      resources: entered(relay(), everybody),
      settings: { probes: ["relay-?"] },
    },
    {
      name: "VMs that the Internet reaches, by the name of their tier",
      resources: [...entered(relay(), everybody), relay({}, "smtp"), publicIp(relay({}, "smtp"))],
      settings: { probes: ["relay"] },
    },
    {
      name: "a VM behind a load balancer that leaves a trace",
      resources: [...entered(relay(), everybody), ...front("internet-facing"), attributes(log)],
    },
    {
      name: "a VM with the tag of a probe, behind what may be let in",
      resources: entered(relay({ tags: tags({ tier: "relay", probe: "yes" }) }), tcp(443, new Unknown())),
    },
    { name: "an access log on a bucket", resources: [net(), subnet, entry(), attributes(log)] },
    {
      name: "an access log beside another attribute, for a load balancer known by its output",
      resources: [
        net(),
        subnet,
        entry(),
        resource("loadBalancerAttributes:LoadBalancerAttributes", "health", {
          loadBalancerName: from(entry()),
          healthCheck: { protocol: "TCP", port: 443 },
        }),
        resource("loadBalancerAttributes:LoadBalancerAttributes", "log", {
          loadBalancerName: from(entry()),
          accessLog: log,
        }),
      ],
    },
    { name: "the tag of a probe", resources: [net(), subnet, entry({ tags: tags({ Probe: "blackbox" }) })] },
    {
      name: "the tag of a probe, set apart",
      resources: [
        net(),
        subnet,
        entry(),
        resource("tag:Tag", "probe", { resourceIds: [from(entry())], tag: tags({ probe: "blackbox" }) }),
      ],
    },
    {
      name: "a probe of the settings, by the entry's stem, and by a glob",
      resources: [net(), subnet, entry(), entry({}, "api-1")],
      settings: { probes: ["shop", "api-*"] },
    },
    {
      name: "a log that is not known, beside a probe",
      resources: [net(), subnet, entry({ tags: tags({ probe: "yes" }) }), attributes(new Unknown())],
    },
  ],
  violation: [
    {
      name: "a VM that the Internet reaches by its public IP",
      resources: entered(relay(), everybody),
      findings: [reached],
      needs: entering,
    },
    {
      name: "one VM of two that the Internet reaches, behind an internal load balancer",
      resources: [
        ...entered(relay(), everybody),
        ...entered(relay({ tags: tags({ tier: "relay", probe: "blackbox" }) }, "relay-b")).slice(-2),
        ...front("internal"),
      ],
      findings: [reached],
      needs: [...entering, ...placed],
    },
    {
      name: "a VM of the public Cloud, by UDP, from ranges that add up",
      resources: [
        securityGroup("group"),
        vm("relay-a", { securityGroupIds: [from(securityGroup("group"))], tags: tags({ tier: "relay" }) }),
        ...["203.0.112.0/24", "203.0.113.0/24"].map((ipRange, index) =>
          rule(`half-${String(index)}`, { ipProtocol: "udp", fromPortRange: 5060, toPortRange: 5060, ipRange }),
        ),
      ],
      findings: [reached],
      needs: [
        ...["relay-a.securityGroupIds", "relay-a.securityGroupIds[0]", "relay-a.tags[0].key", "relay-a.tags[0].value"],
        ...["half-0", "half-1"].flatMap((name) =>
          ["flow", "securityGroupId", "ipProtocol", "fromPortRange", "toPortRange", "ipRange"].map(
            (path) => `${name}.${path}`,
          ),
        ),
      ],
    },
    {
      name: "nothing at all",
      resources: [net(), subnet, entry()],
      findings: [found],
      needs: placed,
    },
    {
      name: "a load balancer of the public Cloud, internet-facing by default",
      resources: [loadBalancer("shop-a", { loadBalancerType: undefined })],
      findings: [found],
      needs: [],
    },
    {
      name: "an access log that is not on",
      resources: [net(), subnet, entry(), attributes({ isEnabled: false, osuBucketName: "logs" })],
      findings: [found],
      needs: [...placed, "log.accessLog.isEnabled"],
    },
    {
      name: "an access log without a bucket",
      resources: [net(), subnet, entry(), attributes({ isEnabled: true, osuBucketName: "" })],
      findings: [found],
      needs: [...placed, "log.accessLog.osuBucketName"],
    },
    {
      name: "the access log of another load balancer, and another's probe",
      resources: [net(), subnet, entry(), entry({}, "api-1"), attributes(log, "api-1")],
      settings: { probes: ["blog"] },
      findings: [found],
      needs: [...placed, "shop-a.loadBalancerName", "api-1.loadBalancerName", "log.loadBalancerName"],
    },
    {
      name: "an empty tag, on a load balancer for production in a Net for development",
      resources: [development, subnet, entry({ tags: tags({ environment: "prod", probe: "" }) })],
      findings: [found],
      needs: [
        "shop-a.loadBalancerType",
        "shop-a.tags[0].key",
        "shop-a.tags[0].value",
        "shop-a.tags[1].key",
        "shop-a.tags[1].value",
      ],
    },
  ],
  undetermined: [
    {
      name: "a VM with a public IP, behind a range that is not known",
      resources: entered(relay(), tcp(443, new Unknown())),
      reasons: ['relay: `ipRange` of "rule" is not known before deployment.'],
    },
    {
      name: "a VM with a security group that another stack made",
      resources: entered(relay({ securityGroupIds: ["sg-12345678"] })),
      reasons: ["relay: `securityGroupIds` leads out of this stack."],
    },
    {
      name: "a VM that may be behind a load balancer",
      resources: [...entered(relay(), everybody), entry(), attributes(log), ofUnknownVms],
      reasons: ['relay: `backendVmIds` of "shop-a" is not known before deployment.'],
    },
    {
      name: "a VM before which a load balancer of another part may stand",
      resources: entered(relay(), everybody),
      shared: { part: { of: "shop", siblings: ["entry/prod"] } },
      reasons: [
        "relay: Another part of shop (entry/prod) may have a load balancer in front of this VM, and was not given.",
      ],
    },
    {
      name: "a VM whose name alone says that it is a router",
      resources: entered(relay({ tags: [] }, "nat"), everybody),
      reasons: ["nat: `tags` cannot be judged: a VM whose tier only its name tells."],
    },
    {
      name: "attributes that are not known",
      resources: [net(), subnet, entry(), attributes(new Unknown())],
      reasons: ['shop-a: `accessLog` of "log" is not known before deployment.'],
    },
    {
      name: "an access log of a load balancer that may be this one",
      resources: [net(), subnet, entry(), attributes(log, new Unknown())],
      reasons: ['shop-a: `loadBalancerName` of "log" is not known before deployment.'],
    },
    {
      name: "a name that may be the one whose access log is on",
      resources: [net(), subnet, entry({ loadBalancerName: new Unknown() }), attributes(log)],
      reasons: ['shop-a: `loadBalancerName` of "log" is not known before deployment; possible: "shop-a".'],
    },
    {
      name: "a type that is not known",
      resources: [net(), subnet, entry({ loadBalancerType: new Unknown() })],
      reasons: ["shop-a: `loadBalancerType` is not known before deployment."],
    },
    {
      name: "a part of a system whose other part was not given",
      resources: [net(), subnet, entry()],
      shared: { part: { of: "shop", siblings: ["entry/prod"] } },
      reasons: [
        "shop-a: Another part of shop (entry/prod) may have an access log of this load balancer, and was not given.",
      ],
    },
  ],
  notApplicable: [
    { name: "a VM without a public IP", resources: [net(), subnet, group, relay(), everybody] },
    { name: "a VM with a public IP that lets nobody in", resources: entered() },
    { name: "a VM that lets everybody in to administer it only", resources: entered(relay(), ssh("0.0.0.0/0")) },
    {
      name: "a VM that lets everybody ping it only",
      resources: entered(relay(), rule("rule", { ipProtocol: "icmp", fromPortRange: 8, ipRange: "0.0.0.0/0" })),
    },
    { name: "a VM that lets some people in", resources: entered(relay(), tcp(443, "198.51.100.0/24")) },
    {
      name: "VMs that carry what others send, or stand alone by their nature",
      resources: ["firewall", "bastion"].flatMap((tier) =>
        entered(relay({ tags: tags({ tier }) }, tier), everybody).slice(-3),
      ),
    },
    {
      name: "a VM for development",
      resources: entered(relay({ tags: tags({ tier: "relay", environment: "dev" }) }), everybody),
    },
    { name: "an internal load balancer", resources: [net(), subnet, entry({ loadBalancerType: "internal" })] },
    { name: "a load balancer of a Net for development", resources: [development, subnet, entry()] },
  ],
});

test("names all the VMs that the Internet reaches and nothing watches", () => {
  const stack = stackOf([...entered(relay(), everybody), ...entered(relay({}, "relay-b")).slice(-2)]);
  const findings = judgementOf(stack, [requireOutageEvidence]).outcomesOf(requireOutageEvidence);
  expect(findings.map((outcome) => outcome.verdict === "violation" && outcome.findings.map(formatFact))).toEqual([
    [
      {
        en: "The Internet reaches relay-a and relay-b by public IP, without a load balancer, and no declared probe watches them.",
        fr: "Internet atteint relay-a et relay-b par IP publique, sans load balancer, et aucune sonde déclarée ne les surveille.",
      },
    ],
  ]);
});
