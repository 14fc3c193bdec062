import { namesOks } from "../../src/contract";
import { SERVICES, servicesOf } from "../../src/outscale";
import { definePolicy, finding } from "../../src/policy";

export const limitToQualifiedServices = definePolicy({
  name: "limit-to-qualified-services",
  clauses: ["QUAL.scope"],
  ground: "good practice",
  severity: "low",
  level: "advisory",
  title: {
    en: "The services in use are among the qualified ones",
    fr: "Les services utilisés font partie des services qualifiés",
  },
  why: {
    en: "The qualification is about the services that its attestation names: what runs on another one cannot be said to run on a qualified cloud.",
    fr: "La qualification porte sur les services que nomme son attestation : de ce qui tourne sur un autre, on ne peut dire qu'il tourne sur un cloud qualifié.",
  },
  remediation: {
    en: "Look the service up in the attestation. When it is there, list it in the setting `qualified` beside those of its default, which it replaces; OKS is taken from `pack-settings.attestation.services`.",
    fr: "Cherchez le service dans l'attestation. S'il y est, listez-le dans le réglage `qualified` avec ceux de sa valeur par défaut, qu'il remplace ; OKS est lu dans `pack-settings.attestation.services`.",
  },
  settings: {
    qualified: {
      type: "array",
      items: { type: "string", enum: SERVICES },
      default: ["compute", "storage", "network", "load-balancing", "identity", "object-storage"],
      description: "The services that your attestation names.",
    },
  },
  messages: {
    unlisted: ({ service }: { readonly service: string }) => ({
      en: `The service ${service} is used, and is not listed as qualified.`,
      fr: `Le service ${service} est utilisé, et n'est pas listé comme qualifié.`,
    }),
  },
  subjects: (system) => servicesOf(system),
  applies: (used) => used.isUsed(),
  *check(used, { settings: { qualified }, system, today, messages }) {
    const { service } = used;
    const isAttested = service === "kubernetes" && namesOks(system.settings.attestation, today);
    if (!isAttested && !qualified.includes(service)) yield finding(used, messages.unlisted({ service }));
  },
});
