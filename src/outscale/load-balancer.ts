import { all, any, possibly, reference, references, referrers, type Resource, some, type Target } from "../stack";
import { isProduction } from "./environment";
import { matchesGlob, stemOf } from "./names";
import { isInAnotherPart } from "./part";
import type { SharedSettings } from "./settings";
import { placesFrom, Subnet } from "./subnet";
import { tagValue } from "./tags";
import { View } from "./view";
import { Vm } from "./vm";

/** A load balancer; it stands in one Subnet, or in one Subregion of the public Cloud. */
export class LoadBalancer extends View<"outscale:index/loadBalancer:LoadBalancer"> {
  static readonly types = ["outscale:index/loadBalancer:LoadBalancer"] as const;
  readonly subregionProperty = "subregionNames";

  /** Whether it lands where the provider decides; in a Net its Subnet decides. */
  lacksSubregion(): boolean {
    return !this.sets("subnets") && !this.sets("subregionNames");
  }

  /** What the program does not make internal faces the Internet. */
  isInternetFacing(): boolean {
    return this.written.loadBalancerType?.toLowerCase() !== "internal";
  }

  subnets(): Target[] {
    return references(this.stack, this.resource, { path: "subnets", types: Subnet.types });
  }

  isProduction(shared: SharedSettings): boolean {
    return isProduction(this.stack, this.resource, shared, () =>
      placesFrom(this.subnets().flatMap((target) => this.#inStack(target))),
    );
  }

  /**
   * Whether it writes an access log to a bucket.
   * @throws {Undecided} when attributes that are not known, or in another part of the system, may say so
   */
  isLogged(shared: SharedSettings): boolean {
    const how = { path: "loadBalancerName", types: LoadBalancer.types, by: "loadBalancerName" };
    const { certain, possible } = referrers(this.stack, this.resource, LoadBalancerAttributes.types, how);
    const isLogOn = (resource: Resource) => this.stack.view(resource, LoadBalancerAttributes).isLogOn();
    return any(
      () => some(certain, isLogOn),
      () =>
        some(possible, ({ from, why }) => {
          if (possibly(() => isLogOn(from))) throw why;
          return false;
        }),
      // A name that is not known may be the one that they spell.
      () =>
        some(this.stack.all(LoadBalancerAttributes), ({ resource }) => {
          const name = resource.inputs["loadBalancerName"];
          const isOwn = () => name === this.written.loadBalancerName;
          return typeof name === "string" && all(() => isLogOn(resource), isOwn);
        }),
      () => isInAnotherPart(this.stack, shared, this.resource, ATTRIBUTES),
    );
  }

  /** Whether something outside watches it: its tag `probe` says so, or one of these globs on its name or its stem. */
  isProbed(names: readonly string[], { region, memberWords }: SharedSettings): boolean {
    const own = [this.name, stemOf(this.name, region, memberWords)];
    return any(
      () => names.some((glob) => own.some((name) => matchesGlob(name, glob))),
      () => (tagValue(this.stack, this.resource, PROBE) ?? "") !== "",
    );
  }

  /** What its listeners offer and where they send it, as a text to compare. */
  listenerSignature(): string {
    const listeners = (this.written.listeners ?? []).map(
      ({ loadBalancerPort, loadBalancerProtocol, backendPort }) =>
        `${String(loadBalancerPort)} ${loadBalancerProtocol?.toUpperCase() ?? ""} ${String(backendPort)}`,
    );
    return listeners.sort().join();
  }

  #inStack(target: Target): Subnet[] {
    if ("unknown" in target) throw target.unknown;
    return "resource" in target ? [this.stack.view(target.resource, Subnet)] : [];
  }
}

const PROBE = "probe";
const ATTRIBUTES = { en: "the attributes of this load balancer", fr: "les attributs de ce load balancer" };

/** Attributes of a load balancer that are set apart from it. */
class LoadBalancerAttributes extends View<"outscale:index/loadBalancerAttributes:LoadBalancerAttributes"> {
  static readonly types = ["outscale:index/loadBalancerAttributes:LoadBalancerAttributes"] as const;

  /** Whether an access log is on, and its bucket named. */
  isLogOn(): boolean {
    if (!this.sets("accessLog")) return false;
    const { accessLog } = this.written;
    return all(
      () => accessLog?.isEnabled === true,
      () => (accessLog?.osuBucketName ?? "") !== "",
    );
  }
}

/** The VMs behind a load balancer. */
export class LoadBalancerVms extends View<"outscale:index/loadBalancerVms:LoadBalancerVms"> {
  static readonly types = ["outscale:index/loadBalancerVms:LoadBalancerVms"] as const;
  static readonly toVms = { path: "backendVmIds", types: Vm.types } as const;

  /** The load balancer, when it is one of the stack's. */
  loadBalancer(): LoadBalancer | undefined {
    const how = { path: "loadBalancerName", types: LoadBalancer.types, by: "loadBalancerName" };
    const target = reference(this.stack, this.resource, how);
    return target && "resource" in target ? this.stack.view(target.resource, LoadBalancer) : undefined;
  }
}
