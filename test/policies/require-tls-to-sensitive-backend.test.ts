import { requireTlsToSensitiveBackend } from "../../policies/encryption/require-tls-to-sensitive-backend";
import { type Resource, Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { from, resource, tags } from "../support/resources";

type Inputs = NonNullable<Parameters<typeof resource>[2]>;

const sensitive = resource("net:Net", "records", { tags: tags({ sensitivity: "sensitive" }) });
const internal = resource("net:Net", "office", { tags: tags({ sensitivity: "internal" }) });
const unsorted = resource("net:Net", "unsorted");
const subnetOf = (net: Resource) => resource("subnet:Subnet", `${net.name}-a`, { netId: from(net) });

function on(
  net: Resource,
  backendProtocol: Inputs[string],
  backendPort: Inputs[string],
  more: Inputs = {},
): Resource[] {
  const subnet = subnetOf(net);
  const listener = { loadBalancerPort: 443, loadBalancerProtocol: "TCP", backendPort, backendProtocol };
  return [
    net,
    subnet,
    resource("loadBalancer:LoadBalancer", "front", { subnets: [from(subnet)], listeners: [listener], ...more }),
  ];
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
