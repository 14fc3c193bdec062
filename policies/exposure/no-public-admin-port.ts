import {
  OpeningsOfGroup,
  openingsByGroup,
  type Opening,
  PORT,
  portOf,
  type Port,
  SecurityGroupRule,
} from "../../src/outscale";
import type { Text } from "../../src/contract";
import { all, certainly, definePolicy, finding, listed, some } from "../../src/policy";

export const noPublicAdminPort = definePolicy({
  name: "no-public-admin-port",
  clauses: ["SLA4.ports"],
  severity: "critical",
  level: "mandatory",
  alone: [SecurityGroupRule],
  title: {
    en: "Administration ports are not open to the Internet",
    fr: "Les ports d'administration ne sont pas ouverts à Internet",
  },
  why: {
    en: "The convention asks that SSH and RDP never face the whole Internet: a guessed password or an unpatched service is then enough to take the VM.",
    fr: "La convention demande que SSH et RDP ne soient jamais exposés à tout Internet : un mot de passe deviné ou un service non corrigé suffit alors à prendre la VM.",
  },
  remediation: {
    en: "Set `ipRange` to the address of your bastion or to the range of your VPN, or name the bastion's security group in `securityGroupsMembers`.",
    fr: "Donnez à `ipRange` l'adresse de votre bastion ou la plage de votre VPN, ou nommez le groupe de sécurité du bastion dans `securityGroupsMembers`.",
  },
  settings: {
    adminPorts: {
      type: "array",
      description: 'The ports this policy watches, instead of the shared `adminPorts`: `22`, `"5900/tcp"`.',
      items: PORT,
    },
  },
  *subjects(stack): Iterable<Opening | OpeningsOfGroup> {
    yield* stack.all(SecurityGroupRule).flatMap((rule) => rule.inboundOpenings());
    if (!stack.alone) yield* openingsByGroup(stack);
  },
  *check(subject, { settings, shared }) {
    const ports = (settings.adminPorts ?? shared.adminPorts).map(portOf);
    if (subject instanceof OpeningsOfGroup) yield* checkTogether(subject, ports);
    else yield* checkAlone(subject, ports);
  },
});

function* checkAlone(opening: Opening, ports: readonly Port[]) {
  const isExposed = all(
    () => opening.isOpenToTheInternet(),
    () => some(ports, (port) => opening.admits(port)),
  );
  if (!isExposed) return;
  const exposed = ports.filter((port) => certainly(() => opening.admits(port)));
  yield finding(opening, sentence(exposed, [opening.source]));
}

function* checkTogether(group: OpeningsOfGroup, ports: readonly Port[]) {
  const adding = ports.flatMap((port) => {
    const ranges = group.addsUp(port);
    return ranges === undefined ? [] : [{ port, ranges }];
  });
  if (adding.length === 0) return;
  const ranges = new Set(adding.flatMap((each) => each.ranges));
  const exposed = adding.map(({ port }) => port);
  const { en, fr } = sentence(exposed, [...ranges]);
  yield finding(group, { en: `Several rules add up. ${en}`, fr: `Plusieurs règles s'additionnent. ${fr}` });
}

function sentence(ports: readonly Port[], ranges: readonly string[]): Text {
  const numbers = listed(ports.map(({ number }) => number));
  const sources = listed(ranges);
  return ports.length === 1
    ? { en: `Port ${numbers.en} is open to ${sources.en}.`, fr: `Le port ${numbers.fr} est ouvert à ${sources.fr}.` }
    : {
        en: `Ports ${numbers.en} are open to ${sources.en}.`,
        fr: `Les ports ${numbers.fr} sont ouverts à ${sources.fr}.`,
      };
}
