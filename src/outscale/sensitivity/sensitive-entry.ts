import { all, every, some } from "../../stack";
import { isWithinVpn } from "../firewall/admin-sources";
import { holdersOf } from "../firewall/group-holders";
import { tcpPort } from "../provider/ports";
import type { System } from "../provider/system";
import { listenersOfBalancer, TLS_PORTS } from "../resources/listener";
import { LoadBalancer } from "../resources/load-balancer";
import { Net, TO_NET } from "../resources/net";
import { type GroupReference, SecurityGroup } from "../resources/security-group";
import type { RangeOpening } from "../resources/rule-openings";
import { isSensitive } from "./classification";

/**
 * Whether a load balancer may face the Internet in front of what is sensitive: the settings let TLS take the place of
 * a VPN, and it is spoken from the client to the VMs.
 * @throws {Undecided} when that is not known
 */
export function isAcceptedEntry(balancer: LoadBalancer): boolean {
  if (balancer.system.settings.sensitiveEntry !== "vpn-or-tls") return false;
  return every(listenersOfBalancer(balancer), (listener) =>
    all(
      () => listener.isEncrypted(PORTS_OF_TLS),
      () => listener.isEncryptedBehind(PORTS_OF_TLS),
    ),
  );
}

const PORTS_OF_TLS = TLS_PORTS.map(tcpPort);

/**
 * Whether a rule lets something reach what is sensitive.
 * @throws {Undecided} when that is not known
 */
export function leadsToSensitive(opening: RangeOpening): boolean {
  const { rule } = opening;
  return all(
    () => opening.isInForce(),
    () => rule.belongsTo((group) => guardsSensitive(rule.system, group)),
  );
}

/**
 * Whether a rule lets in public addresses, other than from behind a VPN or through an accepted entry.
 * @throws {Undecided} when that is not known
 */
export function admitsForeigners(opening: RangeOpening): boolean {
  const { rule } = opening;
  return all(
    () => opening.isOfRange(),
    () => opening.isPublic(),
    () => !isWithinVpn(opening),
    () => !rule.belongsTo((group) => isEntrance(opening, group)),
  );
}

/** Whether what has a security group is sensitive; of a group that nothing has, whether its Net is. */
function guardsSensitive(system: System, group: GroupReference): boolean {
  const holders = holdersOf(system, group);
  if (holders.all.length > 0) return holders.some(isSensitive);
  if (!group.resource) return false;
  const own = system.view(group.resource, SecurityGroup);
  return own.isInNet && isSensitive(own.target(TO_NET.path, Net));
}

/** Whether the group is that of accepted entries alone, and the rule opens ports that they listen on. */
function isEntrance(opening: RangeOpening, group: GroupReference): boolean {
  const holders = holdersOf(opening.system, group).all;
  return (
    opening.system.settings.sensitiveEntry === "vpn-or-tls" &&
    holders.length > 0 &&
    every(holders, ({ value: holder }) =>
      all(
        () => holder instanceof LoadBalancer && isAcceptedEntry(holder),
        () => holder instanceof LoadBalancer && listensWithin(holder, opening),
      ),
    )
  );
}

function listensWithin(balancer: LoadBalancer, opening: RangeOpening): boolean {
  return some(listenersOfBalancer(balancer), ({ port }) => {
    return port !== undefined && opening.isWithinPorts({ from: port, to: port });
  });
}
