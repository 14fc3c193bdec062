import { all, any, some } from "../../stack";
import { AddressSet } from "../openings/address-set";
import { Net, TO_NET } from "../resources/net";
import type { PeeringEnd } from "../resources/net-peering";
import { SecurityGroup } from "../resources/security-group";
import type { OpeningRule, RangeOpening } from "../resources/rule-openings";
import { SecurityGroupRule } from "../resources/security-group-rule";

const EVERY_PORT = 65536;

/**
 * Whether a security group of a Net lets the other Net of a peering reach every port of TCP or UDP.
 * @throws {Undecided} when that is not known
 */
export function opensEverythingTo(net: Net, other: PeeringEnd): boolean {
  const { system } = net;
  const isOwn = (rule: OpeningRule) =>
    rule.belongsTo(({ resource }) => {
      return resource !== undefined && system.view(resource, SecurityGroup).target(TO_NET.path, Net) === net;
    });
  const openings = system.all(SecurityGroupRule).flatMap((rule) => rule.rangeOpenings("Inbound"));
  return some(openings, (opening) =>
    all(
      () => opening.isInForce(),
      () =>
        any(
          () => opening.isEveryService(),
          () => opening.portCount() === EVERY_PORT,
        ),
      () => isOwn(opening.rule),
      () => admits(opening, other),
    ),
  );
}

/** Whether addresses of a Net are among those of an opening; those of a Net out of sight may be any private ones. */
function admits(opening: RangeOpening, end: PeeringEnd): boolean {
  const admitted = AddressSet.of([opening.addresses]);
  return !admitted.intersection(AddressSet.of([end.addresses()])).isEmpty;
}
