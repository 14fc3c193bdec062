import { isSensitive, Net, NetAccessPoint, findServicesOutsideNet, settingWithoutSensitive } from "../../src/outscale";
import { definePolicy, finding } from "../../src/policy";
import { formatList } from "../../src/text";

export const requirePrivateAccessToServices = definePolicy({
  name: "require-private-access-to-services",
  clauses: ["R13.links"],
  ground: "obligation",
  severity: "medium",
  level: "advisory",
  title: {
    en: "Sensitive Nets reach Outscale's services without the Internet",
    fr: "Les Nets sensibles atteignent les services d'Outscale sans passer par Internet",
  },
  why: {
    en: "Sensitive communications go over dedicated links where they need them: without a Net access point, object storage and the API are reached over public addresses.",
    fr: "Les communications sensibles passent par des liens dédiés là où il le faut : sans Net access point, le stockage objet et l'API ne sont joignables que par des adresses publiques.",
  },
  remediation: {
    en: "Add a `NetAccessPoint` with the `serviceName` of the region's service, `com.outscale.cloudgouv-eu-west-1.oos`, and the tables of the Subnets in `routeTableIds`.",
    fr: "Ajoutez un `NetAccessPoint` avec le `serviceName` du service de la région, `com.outscale.cloudgouv-eu-west-1.oos`, et les tables des Subnets dans `routeTableIds`.",
  },
  emptiedBy: ({ system }) => settingWithoutSensitive(system),
  messages: {
    missing: ({ services, region }: { readonly services: readonly string[]; readonly region: string }) => {
      const { en, fr } = formatList(services);
      return {
        en: `VMs of this sensitive Net call ${en}, and no Net access point of ${region} leads there.`,
        fr: `Des VM de ce Net sensible appellent ${fr}, et aucun Net access point de ${region} n'y mène.`,
      };
    },
    elsewhere: {
      en: "This Net access point leads to no service of the region.",
      fr: "Ce Net access point ne mène à aucun service de la région.",
    },
  },
  subjects: (system) => [...system.all(Net), ...system.all(NetAccessPoint)],
  applies: (subject: Net | NetAccessPoint) => isSensitive(subject instanceof Net ? subject : subject.net()),
  *check(subject, { system, messages }) {
    const { region } = system.settings;
    if (subject instanceof NetAccessPoint) {
      if (subject.region() !== region) yield finding(subject, messages.elsewhere, "serviceName");
      return;
    }
    const services = findServicesOutsideNet(subject);
    if (services.length > 0) yield finding(subject, messages.missing({ services, region }));
  },
});
