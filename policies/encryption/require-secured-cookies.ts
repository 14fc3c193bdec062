import { LoadBalancer, setsCookiesOverTls } from "../../src/outscale";
import { definePolicy, finding } from "../../src/policy";

export const requireSecuredCookies = definePolicy({
  name: "require-secured-cookies",
  // The convention asks for nothing of cookies: the closest duty is to encrypt flows, which they are a part of.
  clauses: ["R10.encryption"],
  ground: "good practice",
  severity: "low",
  level: "disabled",
  title: {
    en: "Cookies of load balancers go over TLS only",
    fr: "Les cookies des load balancers ne passent que par TLS",
  },
  why: {
    en: "A cookie that is not marked secure is sent over plain HTTP too, where whoever listens learns which VM serves a client.",
    fr: "Un cookie qui n'est pas marqué comme sécurisé part aussi en HTTP en clair, où quiconque écoute apprend quelle VM sert un client.",
  },
  remediation: {
    en: "Write `securedCookies: true` on the load balancer.",
    fr: "Écrivez `securedCookies: true` sur le load balancer.",
  },
  messages: {
    unsecured: {
      en: "It keeps clients on a VM by a cookie over HTTPS, and does not mark the cookie secure.",
      fr: "Il garde les clients sur une VM par un cookie en HTTPS, et ne marque pas ce cookie comme sécurisé.",
    },
  },
  subjects: (system) => system.all(LoadBalancer),
  applies: (balancer) => setsCookiesOverTls(balancer),
  *check(balancer, { messages }) {
    if (balancer.written.securedCookies !== true) yield finding(balancer, messages.unsecured, "securedCookies");
  },
});
