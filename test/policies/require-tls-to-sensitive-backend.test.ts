import { requireTlsToSensitiveBackend } from "../../policies/encryption/require-tls-to-sensitive-backend";
import { type Resource, Unknown } from "../../src/stack";
import { loadBalancer } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, tags } from "../support/resources";
import { netOf, subnetOf } from "../support/sensitive";

const sensitive = netOf("records", "sensitive");
const internal = netOf("office", "internal");
const unsorted = netOf("unsorted");

/** A load balancer of a Net, by what it speaks to the VMs behind it. */
function on(
  net: Resource,
  backendProtocol: string | Unknown,
  backendPort: number,
  more: InputsOf<"loadBalancer:LoadBalancer"> = {},
): Resource[] {
  const subnet = subnetOf(net, "inside");
  const listener = { loadBalancerPort: 443, loadBalancerProtocol: "TCP", backendPort, backendProtocol };
  return [net, subnet, loadBalancer("front", { subnets: [from(subnet)], listeners: [listener], ...more })];
}

policySuite(requireTlsToSensitiveBackend, {
  compliant: [
    { name: "HTTPS", resources: on(sensitive, "https", 8080) },
    { name: "SSL", resources: on(sensitive, "SSL", 5432) },
    { name: "TLS passed on over TCP", resources: on(sensitive, "TCP", 8443) },
    { name: "a port that the settings name", resources: on(sensitive, "TCP", 5671), settings: { tlsPorts: [5671] } },
  ],
  violation: [
    {
      name: "plain HTTP",
      resources: on(sensitive, "HTTP", 8080),
      findings: ["part front listeners[0]: What is sensitive goes to port 8080 of the VMs behind over HTTP, in clear."],
      needs: ["records.tags[0].key", "records.tags[0].value", "front.listeners[0].backendProtocol"],
    },
    {
      name: "TCP on a port of no TLS, on a load balancer that is sensitive itself",
      resources: on(internal, "TCP", 5432, { tags: tags({ sensitivity: "sensitive" }) }),
      findings: ["part front listeners[0]: What is sensitive goes to port 5432 of the VMs behind over TCP, in clear."],
      needs: [
        "front.tags[0].key",
        "front.tags[0].value",
        "front.listeners[0].backendProtocol",
        "front.listeners[0].backendPort",
      ],
    },
  ],
  undetermined: [
    {
      name: "plain HTTP on a Net that nothing classifies",
      resources: on(unsorted, "HTTP", 8080),
      reasons: ["front: `tags` cannot be judged: something without a `sensitivity` tag."],
    },
    {
      name: "a protocol that is not known",
      resources: on(sensitive, new Unknown(), 8080),
      reasons: ["front: `listeners[0].backendProtocol` is not known before deployment."],
    },
  ],
  notApplicable: [{ name: "plain HTTP on a Net that is not sensitive", resources: on(internal, "HTTP", 8080) }],
});
