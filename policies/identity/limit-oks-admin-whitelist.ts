import { OksCluster } from "../../src/outscale";
import { definePolicy, finding } from "../../src/policy";
import { formatList } from "../../src/text";

export const limitOksAdminWhitelist = definePolicy({
  name: "limit-oks-admin-whitelist",
  clauses: ["QUAL.workstation", "R13.leastaccess"],
  ground: "recommendation",
  severity: "critical",
  level: "mandatory",
  alone: [OksCluster],
  title: {
    en: "Kubernetes clusters are administered from chosen places",
    fr: "Les clusters Kubernetes sont administrés depuis des lieux choisis",
  },
  why: {
    en: "ANSSI's qualification decision recommends workstations made for administration: where a cluster's API answers the whole Internet, a leaked file of credentials is enough to take it.",
    fr: "La décision de qualification de l'ANSSI recommande des postes prévus pour l'administration : là où l'API d'un cluster répond à tout Internet, un fichier d'identifiants divulgué suffit à en prendre le contrôle.",
  },
  remediation: {
    en: "List in `adminWhitelists` the addresses that you administer from, and these in `pack-settings.adminNetworks`.",
    fr: "Listez dans `adminWhitelists` les adresses d'où vous administrez, et celles-ci dans `pack-settings.adminNetworks`.",
  },
  messages: {
    open: ({ ranges }: Answered) => ({
      en: `The cluster's API answers ${formatList(ranges).en}.`,
      fr: `L'API du cluster répond à ${formatList(ranges).fr}.`,
    }),
    outside: ({ ranges }: Answered) => ({
      en: `The cluster's API answers ${formatList(ranges).en}, outside the administration networks.`,
      fr: `L'API du cluster répond à ${formatList(ranges).fr}, hors des réseaux d'administration.`,
    }),
  },
  subjects: (system) => system.all(OksCluster),
  *check(cluster, { system, messages }) {
    const ranges = cluster.foreignAdminRanges(system.settings.adminNetworks);
    if (ranges.length === 0) return;
    const message = system.settings.adminNetworks.length > 0 ? messages.outside : messages.open;
    yield finding(cluster, message({ ranges }), "adminWhitelists");
  },
});

/** The ranges that an API answers. */
interface Answered {
  readonly ranges: readonly string[];
}
