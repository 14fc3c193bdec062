import { SUPPORT_TIMES } from "../../src/contract";
import { defaultSubregion, FlexibleGpu, LoadBalancer, Subnet, Vm } from "../../src/outscale";
import { all, definePolicy, finding } from "../../src/policy";

export const requireExplicitSubregion = definePolicy({
  name: "require-explicit-subregion",
  clauses: ["SLA1.zone"],
  ground: "good practice",
  severity: "medium",
  level: "advisory",
  weakens: ["SLA1.zone", ...SUPPORT_TIMES],
  alone: [Subnet, Vm, LoadBalancer, FlexibleGpu],
  title: {
    en: "Zonal resources name their Subregion",
    fr: "Les ressources zonales nomment leur Sous-région",
  },
  why: {
    en: "Whatever names no Subregion lands in the first one: a deployment meant for several then stands in one, and falls with it.",
    fr: "Ce qui ne nomme aucune Sous-région va dans la première : un déploiement prévu sur plusieurs se trouve alors dans une seule, et tombe avec elle.",
  },
  remediation: {
    en: "Write `subregionName` (`placementSubregionName` on a VM, `subregionNames` on a load balancer), or place the VM or load balancer in a Subnet that does.",
    fr: "Écrivez `subregionName` (`placementSubregionName` sur une VM, `subregionNames` sur un load balancer), ou placez la VM ou le load balancer dans un Subnet qui la nomme.",
  },
  messages: {
    missing: ({ landing }: { readonly landing: string }) => ({
      en: `No Subregion is named: it lands in ${landing}.`,
      fr: `Aucune Sous-région n'est nommée : la ressource sera placée dans ${landing}.`,
    }),
  },
  subjects: (system) => [
    ...system.all(Subnet),
    ...system.all(Vm),
    ...system.all(LoadBalancer),
    ...system.all(FlexibleGpu),
  ],
  applies: (subject) =>
    all(
      // In a Net, the Subnet decides, and is judged by itself.
      () => !((subject instanceof Vm || subject instanceof LoadBalancer) && subject.isInNet),
      () => subject.isProduction(),
    ),
  *check(subject, { system, messages }) {
    if (!subject.lacksSubregion()) return;
    const landing = defaultSubregion(system.settings.region);
    yield finding(subject, messages.missing({ landing }), subject.subregionProperty);
  },
});
