import { isOfTier, Vm } from "../../src/outscale";
import { all, definePolicy, finding } from "../../src/policy";

export const requireSourceDestCheck = definePolicy({
  name: "require-source-dest-check",
  clauses: ["R13.leastaccess"],
  ground: "obligation",
  severity: "medium",
  level: "advisory",
  alone: [Vm],
  title: {
    en: "Only routers carry traffic that is not addressed to them",
    fr: "Seuls les routeurs transportent un trafic qui ne leur est pas adressé",
  },
  why: {
    en: "Without the source/destination check a VM can send under any address and take what is meant for others, a way around the routes of the Net that only a router needs.",
    fr: "Sans le contrôle de source et de destination, une VM peut émettre sous n'importe quelle adresse et prendre ce qui va à d'autres : un contournement des routes du Net dont seul un routeur a besoin.",
  },
  remediation: {
    en: "Leave out `isSourceDestChecked`, which is `true` by default, or give a VM that is a router one of the `routerTiers`, such as the tag `tier: nat`.",
    fr: "Retirez `isSourceDestChecked`, qui vaut `true` par défaut, ou donnez à une VM qui est un routeur l'un des `routerTiers`, comme le tag `tier: nat`.",
  },
  messages: {
    unchecked: {
      en: "The source/destination check is off on this VM, which is of no router tier.",
      fr: "Le contrôle de source et de destination est désactivé sur cette VM, qui n'est d'aucun tier de routeurs.",
    },
  },
  subjects: (system) => system.all(Vm),
  *check(vm, { system, messages }) {
    const isWrong = all(
      () => vm.isUnchecked(),
      () => !isOfTier(vm, system.settings.routerTiers),
    );
    if (isWrong) yield finding(vm, messages.unchecked, "isSourceDestChecked");
  },
});
