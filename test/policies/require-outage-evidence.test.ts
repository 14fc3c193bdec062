import { requireOutageEvidence } from "../../policies/operations/require-outage-evidence";
import { Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { from, resource, tags } from "../support/resources";

const net = resource("net:Net", "net", { ipRange: "10.0.0.0/16" });
const subnet = resource("subnet:Subnet", "public", { netId: from(net), subregionName: "cloudgouv-eu-west-1a" });
const development = resource("net:Net", "net", { tags: tags({ environment: "dev" }) });

function balancer(more: NonNullable<Parameters<typeof resource>[2]> = {}, name = "shop-a") {
  return resource("loadBalancer:LoadBalancer", name, {
    loadBalancerName: name,
    loadBalancerType: "internet-facing",
    subnets: [from(subnet)],
    ...more,
  });
}

function attributes(
  accessLog: Readonly<Record<string, boolean | string>> | Unknown,
  loadBalancerName: string | Unknown = "shop-a",
) {
  return resource("loadBalancerAttributes:LoadBalancerAttributes", "log", { loadBalancerName, accessLog });
}

const log = { isEnabled: true, osuBucketName: "logs" };
/** Without these nobody can tell whether it is asked. */
const placed = ["shop-a.loadBalancerType"];
const found = "resource shop-a : Nothing records its outages: no access log on a bucket, and no declared probe.";

policySuite(requireOutageEvidence, {
  compliant: [
    { name: "an access log on a bucket", resources: [net, subnet, balancer(), attributes(log)] },
    {
      name: "an access log beside another attribute, for a load balancer known by its output",
      resources: [
        net,
        subnet,
        balancer(),
        resource("loadBalancerAttributes:LoadBalancerAttributes", "health", {
          loadBalancerName: from(balancer()),
          healthCheck: { protocol: "TCP", port: 443 },
        }),
        resource("loadBalancerAttributes:LoadBalancerAttributes", "log", {
          loadBalancerName: from(balancer()),
          accessLog: log,
        }),
      ],
    },
    { name: "the tag of a probe", resources: [net, subnet, balancer({ tags: tags({ Probe: "blackbox" }) })] },
    {
      name: "the tag of a probe, set apart",
      resources: [
        net,
        subnet,
        balancer(),
        resource("tag:Tag", "probe", { resourceIds: [from(balancer())], tag: tags({ probe: "blackbox" }) }),
      ],
    },
    {
      name: "a probe of the settings, by the entry's stem, and by a glob",
      resources: [net, subnet, balancer(), balancer({}, "api-1")],
      settings: { probes: ["shop", "api-*"] },
    },
    {
      name: "a log that is not known, beside a probe",
      resources: [net, subnet, balancer({ tags: tags({ probe: "yes" }) }), attributes(new Unknown())],
    },
  ],
  violation: [
    {
      name: "nothing at all",
      resources: [net, subnet, balancer()],
      findings: [found],
      needs: placed,
    },
    {
      name: "a load balancer of the public Cloud, internet-facing by default",
      resources: [resource("loadBalancer:LoadBalancer", "shop-a", { loadBalancerName: "shop-a" })],
      findings: [found],
      needs: [],
    },
    {
      name: "an access log that is not on",
      resources: [net, subnet, balancer(), attributes({ isEnabled: false, osuBucketName: "logs" })],
      findings: [found],
      needs: [...placed, "log.accessLog.isEnabled"],
    },
    {
      name: "an access log without a bucket",
      resources: [net, subnet, balancer(), attributes({ isEnabled: true, osuBucketName: "" })],
      findings: [found],
      needs: [...placed, "log.accessLog.osuBucketName"],
    },
    {
      name: "the access log of another load balancer, and another's probe",
      resources: [net, subnet, balancer(), balancer({}, "api-1"), attributes(log, "api-1")],
      settings: { probes: ["blog"] },
      findings: [found],
      needs: [...placed, "shop-a.loadBalancerName", "api-1.loadBalancerName", "log.loadBalancerName"],
    },
    {
      name: "an empty tag, on a load balancer for production in a Net for development",
      resources: [development, subnet, balancer({ tags: tags({ environment: "prod", probe: "" }) })],
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
      name: "attributes that are not known",
      resources: [net, subnet, balancer(), attributes(new Unknown())],
      reasons: ['shop-a: `accessLog` of "log" is not known before deployment.'],
    },
    {
      name: "an access log of a load balancer that may be this one",
      resources: [net, subnet, balancer(), attributes(log, new Unknown())],
      reasons: ['shop-a: `loadBalancerName` of "log" is not known before deployment.'],
    },
    {
      name: "a name that may be the one whose access log is on",
      resources: [net, subnet, balancer({ loadBalancerName: new Unknown() }), attributes(log)],
      reasons: ['shop-a: `loadBalancerName` of "log" is not known before deployment; possible: "shop-a".'],
    },
    {
      name: "a type that is not known",
      resources: [net, subnet, balancer({ loadBalancerType: new Unknown() })],
      reasons: ["shop-a: `loadBalancerType` is not known before deployment."],
    },
    {
      name: "a part of a system whose other part was not given",
      resources: [net, subnet, balancer()],
      shared: { part: { of: "shop", siblings: ["entry/prod"] } },
      reasons: [
        "shop-a: Another part of shop (entry/prod) may have an access log of this load balancer, and was not given.",
      ],
    },
  ],
  notApplicable: [
    { name: "an internal load balancer", resources: [net, subnet, balancer({ loadBalancerType: "internal" })] },
    { name: "a load balancer of a Net for development", resources: [development, subnet, balancer()] },
  ],
});
