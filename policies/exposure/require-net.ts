import { LoadBalancer, Vm } from "../../src/outscale";
import { definePolicy, finding } from "../../src/policy";

export const requireNet = definePolicy({
  name: "require-net",
  clauses: ["R13.leastaccess"],
  ground: "obligation",
  severity: "high",
  level: "advisory",
  alone: [Vm, LoadBalancer],
  title: {
    en: "VMs and load balancers stand in a Net",
    fr: "Les VM et les load balancers sont dans un Net",
  },
  why: {
    en: "The public Cloud gives every VM a public IP and a network shared with other clients: only in a Net of one's own can Subnets, routes and security groups keep access to what is needed.",
    fr: "Le Cloud public donne à chaque VM une IP publique et un réseau partagé avec d'autres clients : seul un Net à soi permet aux Subnets, aux routes et aux groupes de sécurité de limiter les accès au nécessaire.",
  },
  remediation: {
    en: "Make a `Net` with Subnets, and name one in the VM's `subnetId` or in the load balancer's `subnets`.",
    fr: "Créez un `Net` avec des Subnets, et nommez-en un dans le `subnetId` de la VM ou dans les `subnets` du load balancer.",
  },
  messages: {
    vm: {
      en: "Neither a Subnet nor a NIC is named: this VM stands in the public Cloud.",
      fr: "Ni Subnet ni NIC n'est nommé : cette VM est dans le Cloud public.",
    },
    "load-balancer": {
      en: "No Subnet is named: this load balancer stands in the public Cloud.",
      fr: "Aucun Subnet n'est nommé : ce load balancer est dans le Cloud public.",
    },
  },
  subjects: (system) => [...system.all(Vm), ...system.all(LoadBalancer)],
  *check(subject, { messages }) {
    if (subject.isInNet) return;
    if (subject instanceof Vm) yield finding(subject, messages.vm, "subnetId");
    else yield finding(subject, messages["load-balancer"], "subnets");
  },
});
