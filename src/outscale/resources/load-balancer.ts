import { reference, references, type Resource, some, type Target, UnknownValue } from "../../stack";
import { isProduction } from "../grouping/environment";
import { stemOf } from "../grouping/names";
import { isProbed } from "../grouping/probe";
import { defaultSubregion } from "../provider/region";
import { View } from "../provider/view";
import type { Net } from "./net";
import { agreeOn, placesFrom, Subnet, toSubnet } from "./subnet";
import { Vm } from "./vm";

/** A load balancer; it stands in one Subnet, or in one Subregion of the public Cloud. */
export class LoadBalancer extends View<"outscale:index/loadBalancer:LoadBalancer"> {
  static readonly types = ["outscale:index/loadBalancer:LoadBalancer"] as const;
  /** The property that names its Subregion. */
  readonly subregionProperty = "subregionNames";

  /** Whether a Subnet decides where it stands. */
  get isInNet(): boolean {
    return this.sets("subnets");
  }

  /** Whether it lands where the provider decides; in a Net its Subnet decides. */
  lacksSubregion(): boolean {
    return !this.isInNet && !this.sets("subregionNames");
  }

  /**
   * The Subregion it stands in. One that the program does not name is the region's first.
   * @throws {UnknownValue} when its Subnet is not in the stack, or several in different Subregions are possible
   */
  subregion(): string {
    const placed = this.answered("subregionNames[0]");
    if (placed !== undefined) return placed;
    if (this.isInNet) return this.#agreeOn((subnet) => subnet.subregion());
    return this.lacksSubregion()
      ? defaultSubregion(this.system.settings.region)
      : (this.written.subregionNames?.[0] ?? "");
  }

  /** The Net it stands in; `undefined` in the public Cloud. */
  net(): Net | undefined {
    return this.isInNet ? this.#agreeOn((subnet) => subnet.net()) : undefined;
  }

  /** Whether the program says if it faces the Internet, in one of the two words there are for it. */
  hasExplicitType(): boolean {
    return this.sets("loadBalancerType") && TYPES.includes(this.written.loadBalancerType ?? "");
  }

  /** Whether it faces the Internet, as one does that the program does not make internal. */
  isInternetFacing(): boolean {
    return this.written.loadBalancerType?.toLowerCase() !== "internal";
  }

  /** Whether it serves production: by its own tag, else by that of its Subnet or Net. */
  isProduction(): boolean {
    return isProduction(this.system, this.resource, () => this.places());
  }

  /** Its Subnet and Net; nothing in the public Cloud. */
  places(): Iterable<Resource> {
    return placesFrom(this.subnets());
  }

  /** Whether something outside watches it: its tag `probe` says so, or one of these globs on its name or its stem. */
  isProbed(names: readonly string[]): boolean {
    return isProbed(this, [this.name, stemOf(this.name, this.system.settings)], names);
  }

  /**
   * Whether it listens on one of some ports, whatever the protocol.
   * @throws {UnknownValue} when no listener certainly does and one may
   */
  listensOn(ports: readonly number[]): boolean {
    const listeners = this.written.listeners ?? [];
    return some(listeners.keys(), (index) => ports.includes(listeners[index]?.loadBalancerPort ?? NaN));
  }

  /** What its listeners offer and where they send it, as a text to compare. */
  listenerSignature(): string {
    const listeners = (this.written.listeners ?? []).map(
      ({ loadBalancerPort, loadBalancerProtocol, backendPort }) =>
        `${String(loadBalancerPort)} ${loadBalancerProtocol?.toUpperCase() ?? ""} ${String(backendPort)}`,
    );
    return listeners.sort().join();
  }

  #agreeOn<T>(what: (subnet: Subnet) => T): T {
    return agreeOn(this, SUBNETS.path, this.subnets(), what);
  }

  /**
   * The Subnets it stands in, or may where several are possible; none in the public Cloud.
   * @throws {UnknownValue} when one is not in the stack
   */
  subnets(): Subnet[] {
    const targets = references(this.system, this.resource, SUBNETS);
    return targets.flatMap((target) => this.#listCandidates(target).map((subnet) => this.system.view(subnet, Subnet)));
  }

  #listCandidates(target: Target): readonly Resource[] {
    if ("resource" in target) return [target.resource];
    if ("outside" in target) throw new UnknownValue(this.resource, SUBNETS.path, { outside: true });
    if (target.unknown.candidates.length === 0) throw target.unknown;
    return target.unknown.candidates;
  }
}

/** Any other text passes a plan. */
const TYPES = ["internal", "internet-facing"];

const SUBNETS = toSubnet("subnets");

/** The load balancers that stand in a Subnet; what is not known throws when it is looked at. */
export function balancersIn({ system, resource }: Subnet): (() => LoadBalancer)[] {
  return system.referrers(resource, LoadBalancer, SUBNETS).lookups();
}

/** How load balancers are referred to: they have a name in place of an id. */
export const TO_LOAD_BALANCER = {
  path: "loadBalancerName",
  types: LoadBalancer.types,
  by: "loadBalancerName",
} as const;

/** The VMs behind a load balancer. */
export class LoadBalancerVms extends View<"outscale:index/loadBalancerVms:LoadBalancerVms"> {
  static readonly types = ["outscale:index/loadBalancerVms:LoadBalancerVms"] as const;
  static readonly toVms = { path: "backendVmIds", types: Vm.types } as const;

  /** The load balancer, when it is one of the stack's. */
  loadBalancer(): LoadBalancer | undefined {
    const target = reference(this.system, this.resource, TO_LOAD_BALANCER);
    return target && "resource" in target ? this.system.view(target.resource, LoadBalancer) : undefined;
  }
}
