import { requireSecuredCookies } from "../../policies/encryption/require-secured-cookies";
import { type Resource, Unknown } from "../../src/stack";
import { loadBalancer } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, resource } from "../support/resources";

/** A load balancer that speaks HTTPS, with what is said of its listener. */
function shop(
  inputs: InputsOf<"loadBalancer:LoadBalancer"> = {},
  listener: { readonly loadBalancerProtocol?: string; readonly policyNames?: string[] } = {},
): Resource {
  return loadBalancer("shop", {
    listeners: [
      { loadBalancerPort: 443, loadBalancerProtocol: "https", backendPort: 80, backendProtocol: "HTTP", ...listener },
    ],
    ...inputs,
  });
}

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
    { name: "secured cookies", resources: [shop({ securedCookies: true }), sticky(shop())] },
    { name: "secured cookies of a policy by name", resources: [shop({ securedCookies: true }), sticky("shop")] },
  ],
  violation: [
    {
      name: "a policy for it, by its name",
      resources: [shop(), sticky("shop")],
      findings: [message],
      needs: ["shop.loadBalancerName", "shop.listeners[0].loadBalancerProtocol", "sticky.loadBalancerName"],
    },
    {
      name: "policies on its listener",
      resources: [shop({ securedCookies: false }, { policyNames: ["sticky"] })],
      findings: [message],
      needs: ["shop.securedCookies", "shop.listeners[0].loadBalancerProtocol"],
    },
  ],
  undetermined: [
    {
      name: "cookies of which it is not known whether they are secured",
      resources: [shop({ securedCookies: new Unknown() }), sticky(shop())],
      reasons: ["shop: `securedCookies` is not known before deployment."],
    },
    {
      name: "a policy of one load balancer or another",
      resources: [shop(), sticky(new Unknown())],
      reasons: ['shop: `loadBalancerName` of "sticky" is not known before deployment.'],
    },
  ],
  notApplicable: [
    { name: "a load balancer without policies", resources: [shop()] },
    {
      name: "plain HTTP, TCP and SSL",
      resources: ["HTTP", "TCP", "SSL"].map((loadBalancerProtocol) =>
        shop({}, { loadBalancerProtocol, policyNames: ["sticky"] }),
      ),
    },
  ],
});
