import { requireOutageEvidence } from "../../policies/operations/require-outage-evidence";
import { type Resource, Unknown } from "../../src/stack";
import { loadBalancer, net, subnetIn } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, resource, tags } from "../support/resources";

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

policySuite(requireOutageEvidence, {
  compliant: [
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
    { name: "an internal load balancer", resources: [net(), subnet, entry({ loadBalancerType: "internal" })] },
    { name: "a load balancer of a Net for development", resources: [development, subnet, entry()] },
  ],
});
