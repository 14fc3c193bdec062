import {
  all,
  ifKnown,
  referredName,
  type Resource,
  SubjectOf,
  Unknown,
  UnknownValue,
  UnreadableValue,
  valueAt,
} from "../../stack";
import { AddressSet } from "../openings/address-set";
import type { Box, RuleForm } from "../openings/box";
import { isOpenToTheInternet, PUBLIC_SPACE, widestPublicPrefix } from "../openings/public-space";
import {
  EVERY_SERVICE,
  hasPorts,
  hasTypes,
  PORTS,
  servicesAt,
  type ServiceRange,
  servicesOf,
  intersectServices,
} from "../openings/services";
import { type AddressRange, addressesOf, type Family } from "../provider/addresses";
import { EVERY_PROTOCOL, type Ports, protocolOf } from "../provider/ports";
import { protocolNumber } from "../provider/protocols";
import type { System } from "../provider/system";
import type { Peer } from "./peer";
import { type GroupReference, groupAt, isGroup } from "./security-group";

/** The property of a rule that names its group. */
export const OWN_GROUP = "securityGroupId";

/** Which way the packets go that a rule lets pass. */
export type Flow = "Inbound" | "Outbound";

/** What an opening asks of the `SecurityGroupRule` that it is an opening of. */
export interface OpeningRule {
  readonly resource: Resource;
  readonly system: System;
  /** Whether its rules are for packets that go this way. */
  isOf(flow: Flow): boolean;
  /**
   * The security group that its rules belong to.
   * @throws {UnknownValue} when it is not known, or several are possible
   */
  group(): GroupReference;
  /**
   * Whether the security group that its rules belong to passes a test.
   * @throws {Undecided} when that is not known
   */
  belongsTo(test: (group: GroupReference) => boolean): boolean;
}

/** One rule of a `SecurityGroupRule`: the resource itself in the flat form, or one of its `rules`. */
export interface RuleOf {
  readonly view: OpeningRule;
  readonly flow: Flow;
  /** Where it stands, empty in the flat form. */
  readonly path: string;
  readonly form: () => RuleForm;
}

const NO_RANGE = { en: "text that is no address range", fr: "un texte qui n'est pas une plage d'adresses" };
const NO_PROTOCOL = { en: "text that is no IP protocol", fr: "un texte qui n'est pas un protocole IP" };
const NO_PORTS = { en: "numbers that are no ports", fr: "des nombres qui ne sont pas des ports" };

/** What one rule lets pass from or to one peer: an address range, a security group, or one of Outscale's services. */
export class Opening extends SubjectOf {
  /** The resource that writes it. */
  readonly rule: OpeningRule;
  readonly #of: RuleOf;

  constructor(rule: RuleOf, path: string) {
    super("part", rule.view.resource, path);
    this.rule = rule.view;
    this.#of = rule;
  }

  get system(): System {
    return this.rule.system;
  }

  /** The group it belongs to, by the name or id that the program gives it, with no other resource in sight. */
  override get identity(): string | undefined {
    return referredName(this.resource, OWN_GROUP);
  }

  /** Whether it is an opening in the direction it was asked for; a list that is not known may have no element. */
  isInForce(): boolean {
    return all(
      () => this.rule.isOf(this.#of.flow),
      () => {
        const value = this.#findUnknownList();
        if (!value) return true;
        throw new UnknownValue(this.resource, this.path, { value });
      },
    );
  }

  /**
   * What it lets pass; with every protocol the provider ignores the ports the rule names.
   * @throws {UnreadableValue} when the protocol or a port is none
   */
  get services(): ServiceRange {
    const protocol = this.#protocol;
    const number = protocolNumber(protocol) ?? -1;
    if (!hasPorts(number) && !hasTypes(number)) return servicesOf(protocol) ?? EVERY_SERVICE;
    const { fromPortRange, toPortRange } = this.#of.form();
    const services = servicesOf(protocol, fromPortRange, toPortRange);
    if (services) return services;
    throw new UnreadableValue(this.resource, this.#at("fromPortRange"), NO_PORTS);
  }

  /** Whether it lets every protocol pass, and so every port. */
  isEveryService(): boolean {
    return this.#protocol === EVERY_PROTOCOL;
  }

  /** The most it may let pass, as far as that is known. */
  get servicesAtMost(): ServiceRange {
    return ifKnown(() => this.services) ?? ifKnown(() => servicesOf(this.#protocol)) ?? EVERY_SERVICE;
  }

  /** Whether it lets TCP or UDP to one of these ports pass. */
  admits(...ports: readonly Ports[]): boolean {
    return all(
      () => this.isInForce(),
      () => {
        const protocol = this.#protocol;
        return ports.some((each) => protocol === EVERY_PROTOCOL || protocol === each.protocol);
      },
      () => intersectServices(this.services, ports.map(servicesAt)).length > 0,
    );
  }

  /** How many ports of TCP or UDP it lets pass, where it names one of these. */
  portCount(): number {
    if (!hasPorts(protocolNumber(this.#protocol) ?? -1)) return 0;
    const { first, last } = this.services;
    return last - first + 1;
  }

  /** Whether all that it lets pass are ports of TCP or UDP from one to another. */
  isWithinPorts({ from, to }: { readonly from: number; readonly to: number }): boolean {
    if (!hasPorts(protocolNumber(this.#protocol) ?? -1)) return false;
    const { first, last } = this.services;
    return from <= first % PORTS && last % PORTS <= to;
  }

  /** Its peer, as far as it may be shown: text that is neither addresses nor an id may be a secret. */
  get peer(): Peer {
    const text = valueAt(this.resource.inputs, this.path);
    const isShown = typeof text === "string" && (SERVICE_ID.test(text) || addressesOf(text) !== undefined);
    return { kind: "other", name: isShown ? text : undefined };
  }

  #findUnknownList(): Unknown | undefined {
    const value =
      this.#of.path === "" || this.path.endsWith("]") ? undefined : valueAt(this.resource.inputs, this.path);
    return value instanceof Unknown ? value : undefined;
  }

  get #protocol(): string {
    const protocol = protocolOf(this.#of.form().ipProtocol);
    if (protocol === EVERY_PROTOCOL || protocolNumber(protocol) !== undefined) return protocol;
    throw new UnreadableValue(this.resource, this.#at("ipProtocol"), NO_PROTOCOL);
  }

  #at(property: string): string {
    return this.#of.path === "" ? property : `${this.#of.path}.${property}`;
  }
}

/** An opening to one address range. */
export class RangeOpening extends Opening {
  readonly #range: () => string | undefined;

  constructor(rule: RuleOf, path: string, range: () => string | undefined) {
    super(rule, path);
    this.#range = range;
  }

  /** The range as written, `203.0.113.0/24`. */
  get source(): string {
    return this.#range() ?? "";
  }

  /**
   * Whether its peer is a range.
   * @throws {UnknownValue} when the rule is not known at all, which may name another peer
   */
  isOfRange(): boolean {
    const rule = this.path.replace(/[.]?ipRanges?(\[\d+\])?$/, "");
    const value = valueAt(this.resource.inputs, rule);
    if (value instanceof Unknown) throw new UnknownValue(this.resource, rule, { value });
    return true;
  }

  /** The addresses of the range. */
  get addresses(): AddressRange {
    return this.system.memo("addresses", this, () => {
      const addresses = addressesOf(this.source);
      if (addresses) return addresses;
      throw new UnreadableValue(this.resource, this.path, NO_RANGE);
    });
  }

  /** Its services and addresses. */
  get box(): Box {
    return { services: this.services, addresses: this.addresses };
  }

  /** Whether it counts as the Internet: it takes in more neighbouring public addresses than one place has. */
  isOpenToTheInternet(): boolean {
    return this.system.memo("is wide", this, () => isOpenToTheInternet(AddressSet.of([this.addresses])));
  }

  /** Whether it takes in a public block that is wider than the prefix of its family allows. */
  isWiderThan(prefixes: Readonly<Record<Family, number>>): boolean {
    const { family } = this.addresses;
    const widest = widestPublicPrefix(AddressSet.of([this.addresses]), family);
    return widest !== undefined && widest < prefixes[family];
  }

  /** Whether an Internet host can have one of its addresses. */
  isPublic(): boolean {
    return this.system.memo(
      "is public",
      this,
      () => !AddressSet.of([this.addresses]).intersection(PUBLIC_SPACE).isEmpty,
    );
  }
}

const SERVICE_ID = /^pl-[0-9a-f]+$/;
const GROUP_ID = /^sg-[0-9a-f]+$/;

/** An opening to the members of a security group. */
export class GroupOpening extends Opening {
  readonly #reference: string;

  constructor(rule: RuleOf, path: string, reference: string) {
    super(rule, path);
    this.#reference = reference;
  }

  /**
   * Whether the group is such a one.
   * @throws {Undecided} when that is not known
   */
  isGroup(test: (group: GroupReference) => boolean): boolean {
    return isGroup(this.rule.system, this.resource, this.#reference, test);
  }

  /** Whether it is the rule's own group: its members are let through to each other. */
  isOwnGroup(): boolean {
    return this.isGroup(({ key }) => this.rule.belongsTo((own) => own.key === key));
  }

  override get peer(): Peer {
    const found = ifKnown(() => groupAt(this.rule.system, this.resource, this.#reference));
    const id = found && GROUP_ID.test(found.key) ? found.key : undefined;
    return { kind: "group", name: found?.resource?.name ?? id };
  }
}
