import { isSensitive, Net, NetAccessPoint, servicesBesides } from "../../src/outscale";
import { all, definePolicy, finding, possibly } from "../../src/policy";
import { formatList } from "../../src/text";

export const requirePrivateAccessToServices = definePolicy({
  name: "require-private-access-to-services",
  clauses: ["R13.links"],
  severity: "medium",
  level: "advisory",
  title: {
    en: "Sensitive Nets reach Outscale's services without the Internet",
    fr: "Les Nets sensibles atteignent les services d'Outscale sans passer par Internet",
  },
  why: {
    en: "Sensitive communications go over dedicated links where they need them: without a Net access point, object storage and the API are reached over public addresses.",
    fr: "Les communications sensibles passent par des liens dédiés là où il le faut : sans point d'accès au Net, le stockage objet et l'API s'atteignent par des adresses publiques.",
  },
  remediation: {
    en: "Add a `NetAccessPoint` with the `serviceName` of the region's service, `com.outscale.cloudgouv-eu-west-1.oos`, and the tables of the Subnets in `routeTableIds`.",
    fr: "Ajoutez un `NetAccessPoint` avec le `serviceName` du service de la région, `com.outscale.cloudgouv-eu-west-1.oos`, et les tables des Subnets dans `routeTableIds`.",
  },
  subjects: (stack, { shared }) =>
    [...stack.all(Net), ...stack.all(NetAccessPoint)].filter((judged: Net | NetAccessPoint) =>
      possibly(() => isSensitive(netOf(judged), shared)),
    ),
  *check(judged, { shared }) {
    const { region } = shared;
    const net = netOf(judged);
    if (judged instanceof NetAccessPoint) {
      const isElsewhere = all(
        () => isSensitive(net, shared),
        () => judged.region() !== region,
      );
      if (isElsewhere) yield finding(judged, ELSEWHERE, "serviceName");
      return;
    }
    const isMissing = all(
      () => isSensitive(net, shared),
      () => servicesBesides(net, shared).length > 0,
    );
    if (!isMissing) return;
    const services = formatList(servicesBesides(net, shared));
    yield finding(net, {
      en: `VMs of this sensitive Net call ${services.en}, and no Net access point of ${region} leads there.`,
      fr: `Des VM de ce Net sensible appellent ${services.fr}, et aucun point d'accès de ${region} n'y mène.`,
    });
  },
});

function netOf(judged: Net | NetAccessPoint): Net {
  return judged instanceof Net ? judged : judged.net();
}

const ELSEWHERE = {
  en: "This Net access point leads to no service of the region.",
  fr: "Ce point d'accès ne mène à aucun service de la région.",
};
