import { listDecodedLines, Instructed, instructionsOf, type TightLoop } from "../../src/outscale";
import { definePolicy, finding } from "../../src/policy";
import { formatList, type Text } from "../../src/text";

export const noTightApiLoop = definePolicy({
  name: "no-tight-api-loop",
  clauses: ["SLA9.hammering", "SLA9.throttling", "SLA3.abuse"],
  ground: "condition",
  severity: "low",
  level: "advisory",
  excludes: ["SLA3.services", "SLA3.metadata", "SLA4.api", "SLA5.api", "SLA9.api"],
  alone: [Instructed],
  title: {
    en: "No loop calls a shared service without a pause",
    fr: "Aucune boucle n'appelle un service partagé sans pause",
  },
  why: {
    en: "Outscale limits and blocks clients that overload its API, metadata, name or time services, and what they are refused then never counts as downtime.",
    fr: "Outscale limite et bloque les clients qui surchargent ses services d'API, de métadonnées, de noms ou de temps, et ce qui leur est alors refusé ne compte jamais comme indisponibilité.",
  },
  remediation: {
    en: "Put a `sleep` of some seconds in the loop, longer after each failure, or let the client wait: `curl --retry 10 --retry-connrefused`.",
    fr: "Mettez dans la boucle un `sleep` de quelques secondes, plus long après chaque échec, ou laissez le client attendre : `curl --retry 10 --retry-connrefused`.",
  },
  messages: {
    unpaused: ({ loops }: { readonly loops: readonly Pick<TightLoop, "service" | "line">[] }) => {
      const called = formatList([...new Set(loops.map(({ service }) => service))].map((service) => NAMES[service]));
      const where = listDecodedLines(loops);
      return {
        en: `A loop calls ${called.en} without a pause (${where.en}).`,
        fr: `Une boucle appelle ${called.fr} sans pause (${where.fr}).`,
      };
    },
  },
  subjects: (system) => instructionsOf(system),
  *check(instructions, { messages }) {
    const loops = instructions.tightLoops().map(({ service, line }) => ({ service, line }));
    if (loops.length > 0) yield finding(instructions, messages.unpaused({ loops }));
    else instructions.assertRead();
  },
});

const NAMES = {
  api: { en: "the API", fr: "l'API" },
  metadata: { en: "the metadata server", fr: "le serveur de métadonnées" },
  dns: { en: "the name service", fr: "le service de noms" },
  ntp: { en: "the time service", fr: "le service de temps" },
} as const satisfies Readonly<Record<TightLoop["service"], Text>>;
