import { requireLoadBalancerTls } from "../../policies/encryption/require-load-balancer-tls";
import { type Resource, Unknown } from "../../src/stack";
import { loadBalancer } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { type From, from, type InputsOf, resource } from "../support/resources";

type Inputs = InputsOf<"loadBalancer:LoadBalancer">;

const certificate = { serverCertificateId: "orn:ows:idauth::012345678910:server-certificate/www" };
const https = listener(443, "HTTPS", certificate);
const http = listener(80, "HTTP");

function listener(
  loadBalancerPort: number,
  loadBalancerProtocol: string | Unknown,
  more: { readonly serverCertificateId?: string | Unknown } = {},
) {
  return { loadBalancerPort, loadBalancerProtocol, backendPort: 8080, backendProtocol: "HTTP", ...more };
}

/** A load balancer, and its listeners as written. */
function listening(listeners: Inputs["listeners"], more: Inputs = {}): Resource {
  return loadBalancer("front", { listeners, ...more });
}

function attributes(loadBalancerName: string | From, loadBalancerPort: number): Resource {
  return resource("loadBalancerAttributes:LoadBalancerAttributes", "certificate", {
    loadBalancerName,
    loadBalancerPort,
    ...certificate,
  });
}

policySuite(requireLoadBalancerTls, {
  compliant: [
    {
      name: "HTTPS and SSL with a certificate, in any case",
      resources: [listening([https, listener(9000, "ssl", certificate)])],
    },
    {
      name: "a certificate that is given but not known",
      resources: [listening([listener(443, "HTTPS", { serverCertificateId: new Unknown() })])],
    },
    {
      name: "TLS passed on over TCP",
      resources: [listening([443, 465, 636, 993, 6443, 8443].map((port) => listener(port, "tcp")))],
    },
    { name: "plain HTTP on 80 beside HTTPS", resources: [listening([http, https])] },
    { name: "plain HTTP on 80 beside TLS over TCP", resources: [listening([http, listener(8443, "TCP")])] },
    {
      name: "a certificate given apart from the load balancer",
      resources: [listening([listener(443, "https")]), attributes(from(listening([])), 443)],
    },
    {
      name: "ports that the settings name",
      resources: [listening([listener(5671, "TCP"), listener(8080, "HTTP")])],
      settings: { tlsPorts: [5671], redirectPorts: ["8080/tcp"] },
    },
  ],
  violation: [
    {
      name: "plain HTTP, on 80 and elsewhere",
      resources: [listening([http, listener(8080, "http")])],
      findings: [
        "part front listeners[0]: Port 80 speaks plain HTTP with the Internet, and no listener beside it speaks TLS.",
        "part front listeners[1]: Port 8080 speaks plain HTTP with the Internet.",
      ],
      needs: [
        "front.loadBalancerType",
        "front.listeners[0].loadBalancerProtocol",
        "front.listeners[1].loadBalancerProtocol",
      ],
    },
    {
      name: "plain HTTP on another port beside HTTPS",
      resources: [listening([https, listener(8080, "HTTP")])],
      findings: ["part front listeners[1]: Port 8080 speaks plain HTTP with the Internet."],
      needs: [
        "front.loadBalancerType",
        "front.listeners[1].loadBalancerPort",
        "front.listeners[1].loadBalancerProtocol",
      ],
    },
    {
      name: "TCP on a port that is none of TLS, without a type",
      resources: [listening([listener(5432, "TCP")], { loadBalancerType: undefined, subnets: ["subnet-12345678"] })],
      findings: [
        "part front listeners[0]: Port 5432 passes on over TCP what comes from the Internet, and is no port of TLS.",
      ],
      needs: ["front.listeners[0].loadBalancerPort", "front.listeners[0].loadBalancerProtocol"],
    },
    {
      name: "HTTPS without a certificate, another port's given apart",
      resources: [listening([listener(443, "https")]), attributes("front", 8443)],
      findings: ["part front listeners[0]: Port 443 is to speak HTTPS with the Internet, and no certificate is given."],
      needs: [
        "front.loadBalancerType",
        "front.listeners[0].loadBalancerPort",
        "front.listeners[0].loadBalancerProtocol",
        "certificate.loadBalancerPort",
      ],
    },
  ],
  undetermined: [
    {
      name: "a load balancer that may face the Internet",
      resources: [listening([http], { loadBalancerType: new Unknown() })],
      reasons: ["front: `loadBalancerType` is not known before deployment."],
    },
    {
      name: "listeners that are not known",
      resources: [listening(new Unknown())],
      reasons: ["front: `listeners` is not known before deployment."],
    },
    {
      name: "a protocol that there is not, and none",
      resources: [listening([listener(443, "QUIC"), listener(443, "")])],
      reasons: [
        "front: `listeners[0].loadBalancerProtocol` cannot be judged: text that is no protocol of a load balancer.",
        "front: `listeners[1].loadBalancerProtocol` cannot be judged: text that is no protocol of a load balancer.",
      ],
    },
    {
      name: "plain HTTP on 80 beside a listener whose protocol is not known",
      resources: [listening([http, listener(443, new Unknown())])],
      reasons: [
        "front: `listeners[1].loadBalancerProtocol` is not known before deployment.",
        "front: `listeners[1].loadBalancerProtocol` is not known before deployment.",
      ],
    },
    {
      name: "a certificate that another part of the system may give",
      resources: [listening([listener(443, "https")])],
      shared: { part: { of: "shop", siblings: ["shop-tls"] } },
      reasons: ["front: Another part of shop (shop-tls) may have a certificate for this listener, and was not given."],
    },
  ],
  notApplicable: [
    { name: "a load balancer inside", resources: [listening([http], { loadBalancerType: "internal" })] },
    { name: "a load balancer without listeners", resources: [listening([])] },
  ],
});
