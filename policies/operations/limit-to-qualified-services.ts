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
    en: "Look the service up in the attestation, and list it in the setting `qualified` when it is there.",
    fr: "Cherchez le service dans l'attestation, et listez-le dans le réglage `qualified` s'il y est.",
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
  *check(used, { settings: { qualified }, messages }) {
    const { service } = used;
    if (!qualified.includes(service)) yield finding(used, messages.unlisted({ service }));
  },
});
