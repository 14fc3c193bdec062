import type { PolicyResource, ResourceValidationArgs, StackValidationArgs } from "@pulumi/policy";
import { type Resource, Stack, stackOfUrn, type Values } from "../stack";
import { readProperties, readProperty } from "./properties";

/** A resource as the program wrote it. */
interface Recorded {
  readonly resource: Resource;
  /** The names of the policies that were asked about it. */
  readonly shownTo: Set<string>;
  /** A stack of this resource alone, made when the first policy judges it before it is created. */
  alone?: Stack;
}

/**
 * Records the inputs of each resource while the engine asks about it. With the whole stack the engine shows outputs
 * only, and in these an input that the program left out looks like one that is not known yet.
 */
export class Recorder {
  readonly #recorded = new Map<string, Recorded>();
  #askedOfStack = new Set<string>();
  #stack: Stack | undefined;

  /** Records a resource, once for all the policies that are asked about it. */
  record(policy: string, args: ResourceValidationArgs): void {
    const known = this.#recorded.get(args.urn);
    // A resource is shown once to every policy; the same policy seeing it again means another deployment.
    if (known && !known.shownTo.has(policy)) {
      known.shownTo.add(policy);
      return;
    }
    this.#recorded.set(args.urn, { resource: readResource(args), shownTo: new Set([policy]) });
    this.#stack = undefined;
  }

  /**
   * The stack of one recorded resource alone, for the stage before it is created.
   * @throws {Error} when the resource was not recorded
   */
  alone(urn: string): Stack {
    const recorded = this.#recorded.get(urn);
    if (!recorded) throw new Error(`${urn} was not recorded.`);
    return (recorded.alone ??= Stack.alone(recorded.resource, stackOfUrn(urn)));
  }

  /** The whole stack, built once for all the policies that are asked about it: each policy is asked once. */
  whole(policy: string, { resources }: StackValidationArgs): Stack {
    if (!this.#stack || this.#askedOfStack.has(policy) || !isSameStack(this.#stack, resources)) {
      const all = resources.map((resource) => this.#mergeWithRecorded(resource));
      this.#stack = Stack.of(all, stackOfUrn(resources[0]?.urn ?? ""));
      this.#askedOfStack = new Set();
    }
    this.#askedOfStack.add(policy);
    return this.#stack;
  }

  /** Notes that a policy is asked about the whole stack that was built last. */
  ask(policy: string): void {
    this.#askedOfStack.add(policy);
  }

  /** Whether a policy was asked about the whole stack that was built last; a disabled one never is. */
  wasAsked(policy: string): boolean {
    return this.#askedOfStack.has(policy);
  }

  /** A resource of the whole stack: its outputs from the engine, its inputs as the program wrote them. */
  #mergeWithRecorded(resource: PolicyResource): Resource {
    const written = this.#recorded.get(resource.urn)?.resource;
    const id = readProperty(resource.props, "id");
    let outputs: Values | undefined;
    // Read when first asked for, since few are: what the provider answers is much more than what a program writes.
    const read = () => (outputs ??= readProperties(resource.props));
    return {
      urn: resource.urn,
      type: resource.type,
      name: resource.name,
      inputs: written?.inputs ?? read(),
      written: written !== undefined,
      get outputs() {
        return read();
      },
      ...(typeof id === "string" && { id }),
      ...(resource.parent && { parent: resource.parent.urn }),
      ...(resource.provider && { provider: resource.provider.urn }),
      ...(isComponent(resource.type, resource.provider) && { isComponent: true as const }),
      dependencies: resource.dependencies.map(({ urn }) => urn),
      propertyDependencies: Object.fromEntries(
        Object.entries(resource.propertyDependencies).map(([name, found]) => [name, found.map(({ urn }) => urn)]),
      ),
      protect: resource.opts.protect,
    };
  }
}

function readResource({ urn, type, name, props, opts, provider }: ResourceValidationArgs): Resource {
  return {
    urn,
    type,
    name,
    inputs: readProperties(props),
    written: true,
    ...(opts.parent !== undefined && { parent: opts.parent }),
    ...(provider && { provider: provider.urn }),
    ...(isComponent(type, provider) && { isComponent: true as const }),
    dependencies: [],
    propertyDependencies: {},
    protect: opts.protect,
  };
}

/** The engine does not say it: but only a component, and what is Pulumi's own, has no provider. */
function isComponent(type: string, provider: object | undefined): boolean {
  return provider === undefined && !type.startsWith("pulumi:");
}

function isSameStack(stack: Stack, resources: readonly PolicyResource[]): boolean {
  return stack.resources.length === resources.length && resources.every(({ urn }) => stack.get(urn) !== undefined);
}
