import { reference, references, type Target } from "../stack";
import { isProduction } from "./environment";
import type { SharedSettings } from "./settings";
import { placesFrom, Subnet } from "./subnet";
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
