import { requireInternalLoadBalancer } from "../../policies/flows/require-internal-load-balancer";
import { type Resource, Unknown } from "../../src/stack";
import { loadBalancer } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, tags } from "../support/resources";
import { netOf, subnetOf } from "../support/sensitive";

const net = netOf("records", "sensitive");
const subnet = subnetOf(net, "front");
const plain = netOf("shop", "internal");
const plainSubnet = subnetOf(plain, "plain");
const bare = netOf("bare");
const bareSubnet = subnetOf(bare, "bare");
const classification = ["records.tags[0].key", "records.tags[0].value"];
const exposed = "resource entry loadBalancerType: This load balancer faces the Internet in front of what is sensitive.";
const inClear =
  "resource entry loadBalancerType: This load balancer faces the Internet in front of what is sensitive, without TLS all the way.";
const TLS = { shared: { sensitiveEntry: "vpn-or-tls" } };

const listener = (protocol: string, port: number, backendProtocol: string, backendPort: number) => ({
  loadBalancerProtocol: protocol,
  loadBalancerPort: port,
  backendProtocol,
  backendPort,
  ...(protocol === "HTTPS" && { serverCertificateId: "orn:ows:idauth::012345678910:server-certificate/site" }),
});

/** A load balancer in the sensitive Subnet. */
function entry(inputs: InputsOf<"loadBalancer:LoadBalancer">): Resource {
  return loadBalancer("entry", { subnets: [from(subnet)], ...inputs });
}

policySuite(requireInternalLoadBalancer, {
  compliant: [
    { name: "an internal one", resources: [net, subnet, entry({ loadBalancerType: "internal" })] },
    {
      name: "TLS from the client to the VMs, where the settings accept it",
      ...TLS,
      resources: [
        net,
        subnet,
        entry({ listeners: [listener("HTTPS", 443, "HTTPS", 8443), listener("TCP", 8443, "TCP", 8443)] }),
      ],
    },
  ],
  violation: [
    {
      name: "one that faces the Internet by default",
      resources: [net, subnet, entry({ loadBalancerType: undefined })],
      findings: [exposed],
      needs: classification,
    },
    {
      name: "one that faces the Internet with TLS, which the settings do not accept",
      resources: [net, subnet, entry({ listeners: [listener("HTTPS", 443, "HTTPS", 443)] })],
      findings: [exposed],
      needs: [...classification, "entry.loadBalancerType"],
    },
    {
      name: "one that is sensitive by its own tag",
      resources: [
        plain,
        plainSubnet,
        loadBalancer("entry", {
          subnets: [from(plainSubnet)],
          tags: tags({ sensitivity: "sensitive" }),
        }),
      ],
      findings: [exposed],
      needs: ["entry.loadBalancerType", "entry.tags[0].key", "entry.tags[0].value"],
    },
    {
      name: "TLS that ends at the load balancer",
      ...TLS,
      resources: [net, subnet, entry({ listeners: [listener("HTTPS", 443, "HTTP", 8080)] })],
      findings: [inClear],
      needs: [...classification, "entry.loadBalancerType", "entry.listeners", "entry.listeners[0].backendProtocol"],
    },
    {
      name: "a listener in clear beside one with TLS",
      ...TLS,
      resources: [
        net,
        subnet,
        entry({ listeners: [listener("HTTPS", 443, "SSL", 443), listener("HTTP", 80, "HTTP", 80)] }),
      ],
      findings: [inClear],
      needs: [...classification, "entry.loadBalancerType", "entry.listeners", "entry.listeners[1]"],
    },
  ],
  undetermined: [
    {
      name: "a Net that nothing classifies",
      resources: [bare, bareSubnet, loadBalancer("entry", { subnets: [from(bareSubnet)] })],
      reasons: ["entry: `tags` cannot be judged: something without a `sensitivity` tag."],
    },
    {
      name: "a type that comes with the deployment",
      resources: [net, subnet, entry({ loadBalancerType: new Unknown() })],
      reasons: ["entry: `loadBalancerType` is not known before deployment."],
    },
  ],
  notApplicable: [
    {
      name: "a Net that is not sensitive",
      resources: [plain, plainSubnet, loadBalancer("entry", { subnets: [from(plainSubnet)] })],
    },
  ],
});
