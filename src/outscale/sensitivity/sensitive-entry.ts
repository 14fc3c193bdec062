import { all, every, some, type Stack } from "../../stack";
import { isWithinVpn } from "../firewall/admin-sources";
import { holdersOf } from "../firewall/group-holders";
import { portOf } from "../provider/ports";
import type { SharedSettings } from "../provider/settings";
import { listenersOfBalancer, TLS_PORTS } from "../resources/listener";
import { LoadBalancer } from "../resources/load-balancer";
import { Net, TO_NET } from "../resources/net";
import { type GroupTarget, SecurityGroup } from "../resources/security-group";
import type { RangeOpening } from "../resources/security-group-rule";
import { isSensitive } from "./classification";

/**
 * Whether a load balancer may face the Internet in front of what is sensitive: the settings let TLS take the place of
 * a VPN, and it is spoken from the client to the VMs.
 * @throws {Undecided} when that is not known
 */
export function isAcceptedEntry(balancer: LoadBalancer, shared: SharedSettings): boolean {
  if (shared.sensitiveEntry !== "vpn-or-tls") return false;
  return every(listenersOfBalancer(balancer), (listener) =>
    all(
      () => listener.isEncrypted(PORTS_OF_TLS, shared),
      () => listener.isEncryptedBehind(PORTS_OF_TLS),
    ),
  );
}

const PORTS_OF_TLS = TLS_PORTS.map(portOf);

/**
 * Whether a rule lets something reach what is sensitive.
 * @throws {Undecided} when that is not known
 */
export function leadsToSensitive(opening: RangeOpening, shared: SharedSettings): boolean {
  const { rule } = opening;
  return all(
    () => opening.isInForce(),
    () => rule.belongsTo((group) => guardsSensitive(rule.stack, group, shared)),
  );
}

/**
 * Whether a rule lets in public addresses, other than from behind a VPN or through an accepted entry.
 * @throws {Undecided} when that is not known
 */
export function isForeign(opening: RangeOpening, shared: SharedSettings): boolean {
  const { rule } = opening;
  return all(
    () => opening.isOfRange(),
    () => opening.isPublic(),
    () => !isWithinVpn(opening),
    () => !rule.belongsTo((group) => isEntrance(opening, group, shared)),
  );
}

/** Whether what has a security group is sensitive; of a group that nothing has, whether its Net is. */
function guardsSensitive(stack: Stack, group: GroupTarget, shared: SharedSettings): boolean {
  const holders = holdersOf(stack, group);
  if (holders.length > 0) {
    return some(holders, ({ holder, why }) => {
      if (!isSensitive(holder, shared)) return false;
      if (why) throw why;
      return true;
    });
  }
  if (!group.resource) return false;
  const own = stack.view(group.resource, SecurityGroup);
  return own.isInNet && isSensitive(own.target(TO_NET.path, Net), shared);
}

/** Whether the group is that of accepted entries alone, and the rule opens ports that they listen on. */
function isEntrance(opening: RangeOpening, group: GroupTarget, shared: SharedSettings): boolean {
  const holders = holdersOf(opening.rule.stack, group);
  return (
    shared.sensitiveEntry === "vpn-or-tls" &&
    holders.length > 0 &&
    every(holders, ({ holder }) =>
      all(
        () => holder instanceof LoadBalancer && isAcceptedEntry(holder, shared),
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
