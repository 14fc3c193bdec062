import { type Stack, SubjectOf } from "../stack";
import { LoadBalancer } from "./load-balancer";
import type { Port } from "./ports";
import { elementPaths } from "./view";

/** One listener of a load balancer. */
export class Listener extends SubjectOf {
  readonly balancer: LoadBalancer;
  readonly #index: number;

  constructor(balancer: LoadBalancer, path: string, index: number) {
    super("part", balancer.resource, path);
    this.balancer = balancer;
    this.#index = index;
  }

  /** The port that clients call. */
  get port(): number | undefined {
    return this.balancer.written.listeners?.[this.#index]?.loadBalancerPort;
  }

  /** The port of the VMs behind it. */
  get backendPort(): number | undefined {
    return this.balancer.written.listeners?.[this.#index]?.backendPort;
  }

  listensOn({ number, protocol }: Port): boolean {
    return protocol === "tcp" && this.port === number;
  }

  /** What a load balancer carries, HTTP or not, it carries over TCP. */
  sendsTo({ number, protocol }: Port): boolean {
    return protocol === "tcp" && this.backendPort === number;
  }
}

/** The listeners of every load balancer; a list that is not known stands for one. */
export function listenersOf(stack: Stack): Listener[] {
  return stack.all(LoadBalancer).flatMap(listenersOfBalancer);
}

export function listenersOfBalancer(balancer: LoadBalancer): Listener[] {
  return elementPaths(balancer.resource.inputs, "listeners").map((path, index) => new Listener(balancer, path, index));
}
