import {
  all,
  certainly,
  every,
  ifKnown,
  possibly,
  type Reference,
  references,
  type Resource,
  some,
  SubjectOf,
  type Target,
  UnknownValue,
} from "../../stack";
import type { System } from "../provider/system";
import { isSet } from "../provider/view";
import { LoadBalancer } from "../resources/load-balancer";
import { groupOf, type GroupReference, SecurityGroup } from "../resources/security-group";
import { Nic } from "../resources/nic";
import { Vm } from "../resources/vm";

const BY_ID: Reference = { path: "securityGroupIds", types: SecurityGroup.types };
/** In the public Cloud only. */
const BY_NAME: Reference = { path: "securityGroupNames", types: SecurityGroup.types, by: "securityGroupName" };
const OF_BALANCER: Reference = { path: "securityGroups", types: SecurityGroup.types };

/** The group of whatever names none: each Net has one, and so has the public Cloud. */
const DEFAULT = "default";

/** What security groups guard: a load balancer, a NIC that stands apart, a VM, or each NIC that a VM makes. */
export class SecurityGroupTarget extends SubjectOf {
  static readonly types = [...Vm.types, ...Nic.types, ...LoadBalancer.types];
  readonly #holder: Vm | Nic | LoadBalancer;
  readonly #lists: readonly Reference[];

  constructor(holder: Vm | Nic | LoadBalancer, at: string, lists: readonly Reference[]) {
    super(at === "" ? "resource" : "part", holder.resource, at);
    this.#holder = holder;
    this.#lists = lists.map((list) => ({ ...list, path: at === "" ? list.path : `${at}.${list.path}` }));
  }

  get system(): System {
    return this.#holder.system;
  }

  /** Whether it serves production, where security groups are to be had: a load balancer of the public Cloud has none. */
  isJudged(): boolean {
    const holder = this.#holder;
    return all(
      () => holder.isProduction(),
      () => !(holder instanceof LoadBalancer) || holder.isInNet,
    );
  }

  /** The property that names its groups. */
  get groupsProperty(): string {
    return this.#lists[0]?.path ?? "";
  }

  /**
   * Whether nothing names a group for it.
   * @throws {UnknownValue} when it is a NIC that another stack made
   */
  lacksGroups(): boolean {
    const nic = `${this.path}.nicId`;
    if (this.kind === "part" && isSet(this.resource, nic)) this.#holder.target(nic, Nic);
    return every(this.#lists, ({ path }) => !isSet(this.resource, path));
  }

  /**
   * The property that puts it into the default group.
   * @throws {UnknownValue} when none certainly does and one may
   */
  defaultGroupAt(): string | undefined {
    const hasDefault = (list: Reference) =>
      some(references(this.#holder.system, this.resource, list), (target) => this.#isDefault(target, list));
    if (!some(this.#lists, hasDefault)) return undefined;
    return this.#lists.find((list) => certainly(() => hasDefault(list)))?.path;
  }

  /** The groups that it names; one that is not known throws when it is looked at. */
  groups(): (() => GroupReference)[] {
    return this.#lists.flatMap((list) =>
      references(this.#holder.system, this.resource, list).map((target) => () => {
        if ("unknown" in target) throw target.unknown;
        return "resource" in target ? groupOf(target.resource) : { key: target.outside };
      }),
    );
  }

  #isDefault(target: Target, { path, by }: Reference): boolean {
    if ("resource" in target) return this.#isDefaultGroup(target.resource);
    if ("outside" in target && by !== undefined) return target.outside === DEFAULT;
    // An id does not tell which group it is.
    if ("outside" in target) throw new UnknownValue(this.resource, path, { outside: true });
    const { unknown } = target;
    if (unknown.candidates.length === 0 || some(unknown.candidates, (group) => this.#isDefaultGroup(group)))
      throw unknown;
    return false;
  }

  #isDefaultGroup(group: Resource): boolean {
    // What another stack made is not the default group: no program makes that one.
    if (group.elsewhere === true) return false;
    return this.#holder.system.view(group, SecurityGroup).written.securityGroupName === DEFAULT;
  }
}

/** All that security groups guard in a stack. */
export function listSecurityGroupTargets(system: System): SecurityGroupTarget[] {
  return [
    ...system.all(Vm).flatMap(targetsOfVm),
    ...system.all(Nic).map(targetOfNic),
    ...system
      .all(LoadBalancer)
      .filter((balancer) => possibly(() => balancer.isInNet))
      .map(targetOfBalancer),
  ];
}

export function targetOfNic(nic: Nic): SecurityGroupTarget {
  return new SecurityGroupTarget(nic, "", [BY_ID]);
}

/** In a Net only: a load balancer of the public Cloud has no groups. */
export function targetOfBalancer(balancer: LoadBalancer): SecurityGroupTarget {
  return new SecurityGroupTarget(balancer, "", [OF_BALANCER]);
}

/** A VM with NICs has its groups on each; those that stand apart have their own. */
export function targetsOfVm(vm: Vm): SecurityGroupTarget[] {
  const nics = vm.nicPaths();
  if (nics.length === 0) return [new SecurityGroupTarget(vm, "", [BY_ID, BY_NAME])];
  const made = nics.filter((nic) => ifKnown(() => vm.target(`${nic}.nicId`, Nic)) === undefined);
  return made.map((nic) => new SecurityGroupTarget(vm, nic, [BY_ID]));
}
