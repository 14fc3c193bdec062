import type { PolicyResource, ResourceValidationArgs, StackValidationArgs } from "@pulumi/policy";
import { type Resource, Stack, stackOfUrn, type Values } from "../stack";
import { readProperties, readProperty } from "./properties";

interface Recorded {
  readonly resource: Resource;
  readonly shownTo: Set<string>;
  /** Its own small stack, made when a policy judges it. */
  alone?: Stack;
}

/**
 * Keeps what the program wrote, resource by resource, because the engine shows a stack policy outputs alone: what was
 * left out cannot be told there from what is not known.
 */
export class Recorder {
  readonly #recorded = new Map<string, Recorded>();
  #askedOfStack = new Set<string>();
  #stack: Stack | undefined;

  /** Keeps what a resource writes, once for all the policies that are shown it. */
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

  /** The stack of one resource that was recorded, for the stage before it is created. */
  alone(urn: string): Stack {
    const recorded = this.#recorded.get(urn);
    if (!recorded) throw new Error(`${urn} was not recorded.`);
    return (recorded.alone ??= Stack.alone(recorded.resource, stackOfUrn(urn)));
  }

  /** The whole stack, built once for all the policies that are asked about it. */
  whole(policy: string, { resources }: StackValidationArgs): Stack {
    if (!this.#stack || this.#askedOfStack.has(policy) || !isSameStack(this.#stack, resources)) {
      const all = resources.map((resource) => this.#joined(resource));
      this.#stack = Stack.of(all, stackOfUrn(resources[0]?.urn ?? ""));
      this.#askedOfStack = new Set();
    }
    this.#askedOfStack.add(policy);
    return this.#stack;
  }

  /** Notes that a policy is asked about the stack in sight, which it takes from another. */
  ask(policy: string): void {
    this.#askedOfStack.add(policy);
  }

  /** Whether a policy was asked about the stack in sight; a disabled one never is. */
  wasAsked(policy: string): boolean {
    return this.#askedOfStack.has(policy);
  }

  #joined(resource: PolicyResource): Resource {
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
    dependencies: [],
    propertyDependencies: {},
    protect: opts.protect,
  };
}

function isSameStack(stack: Stack, resources: readonly PolicyResource[]): boolean {
  return stack.resources.length === resources.length && resources.every(({ urn }) => stack.get(urn) !== undefined);
}
