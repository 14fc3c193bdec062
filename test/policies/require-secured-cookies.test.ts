import { requireSecuredCookies } from "../../policies/encryption/require-secured-cookies";
import { type Resource, Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { from, resource } from "../support/resources";

type Inputs = NonNullable<Parameters<typeof resource>[2]>;

const balancer = (more: Inputs = {}, listener: Inputs = {}) =>
  resource("loadBalancer:LoadBalancer", "shop", {
    loadBalancerName: "shop",
    listeners: [
      { loadBalancerPort: 443, loadBalancerProtocol: "https", backendPort: 80, backendProtocol: "HTTP", ...listener },
    ],
    ...more,
  });

const sticky = (of: Resource | string | Unknown) =>
  resource("loadBalancerPolicy:LoadBalancerPolicy", "sticky", {
    loadBalancerName: typeof of === "string" || of instanceof Unknown ? of : from(of),
    policyName: "sticky",
    policyType: "load_balancer",
  });

const message =
  "resource shop securedCookies: It keeps clients on a VM by a cookie over HTTPS, and does not mark the cookie secure.";

policySuite(requireSecuredCookies, {
  compliant: [
    { name: "secured cookies", resources: [balancer({ securedCookies: "true" }), sticky(balancer())] },
    { name: "secured cookies of a policy by name", resources: [balancer({ securedCookies: true }), sticky("shop")] },
  ],
  violation: [
    {
      name: "a policy for it, by its name",
      resources: [balancer(), sticky("shop")],
      findings: [message],
      needs: ["shop.loadBalancerName", "shop.listeners[0].loadBalancerProtocol", "sticky.loadBalancerName"],
    },
    {
      name: "policies on its listener",
      resources: [balancer({ securedCookies: false }, { policyNames: ["sticky"] })],
      findings: [message],
      needs: ["shop.securedCookies", "shop.listeners[0].loadBalancerProtocol"],
    },
  ],
  undetermined: [
    {
      name: "cookies of which it is not known whether they are secured",
      resources: [balancer({ securedCookies: new Unknown() }), sticky(balancer())],
      reasons: ["shop: `securedCookies` is not known before deployment."],
    },
    {
      name: "a policy of one load balancer or another",
      resources: [balancer(), sticky(new Unknown())],
      reasons: ['shop: `loadBalancerName` of "sticky" is not known before deployment.'],
    },
  ],
  notApplicable: [
    { name: "a load balancer without policies", resources: [balancer()] },
    {
      name: "plain HTTP, TCP and SSL",
      resources: ["HTTP", "TCP", "SSL"].map((loadBalancerProtocol) =>
        balancer({}, { loadBalancerProtocol, policyNames: ["sticky"] }),
      ),
    },
  ],
});
