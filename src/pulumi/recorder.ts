import type { PolicyResource, ResourceValidationArgs, StackValidationArgs } from "@pulumi/policy";
import { type Resource, Stack, stackOfUrn, type Values } from "../stack";
import { readProperties, readProperty } from "./values";

/**
 * Keeps what the program wrote, resource by resource, because the engine shows a stack policy outputs alone: what was
 * left out cannot be told there from what is not known.
 */
export class Recorder {
  readonly #written = new Map<string, Resource>();
  /** For each resource its own small stack, and the policies that were asked about it. */
  readonly #alone = new Map<string, { readonly stack: Stack; readonly asked: Set<string> }>();
  #askedOfStack = new Set<string>();
  #stack: Stack | undefined;

  /** The stack of one resource, for the stage before it is created. */
  alone(policy: string, args: ResourceValidationArgs): Stack {
    // A resource is shown once to every policy; the same policy seeing it again means another deployment.
    let alone = this.#alone.get(args.urn);
    if (!alone || alone.asked.has(policy)) {
      const resource = writtenResource(args);
      alone = { stack: Stack.alone(resource, stackOfUrn(args.urn)), asked: new Set() };
      this.#alone.set(args.urn, alone);
      this.#written.set(args.urn, resource);
      this.#stack = undefined;
    }
    alone.asked.add(policy);
    return alone.stack;
  }

  /** The whole stack, built once for all the policies that are asked about it. */
  whole(policy: string, { resources }: StackValidationArgs): Stack {
    if (!this.#stack || this.#askedOfStack.has(policy) || !isOf(this.#stack, resources)) {
      const all = resources.map((resource) => this.#joined(resource));
      this.#stack = Stack.of(all, stackOfUrn(resources[0]?.urn ?? ""));
      this.#askedOfStack = new Set();
    }
    this.#askedOfStack.add(policy);
    return this.#stack;
  }

  /** Whether a policy was asked about the stack in sight; a disabled one never is. */
  wasAsked(policy: string): boolean {
    return this.#askedOfStack.has(policy);
  }

  #joined(resource: PolicyResource): Resource {
    const written = this.#written.get(resource.urn);
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

function writtenResource({ urn, type, name, props, opts, provider }: ResourceValidationArgs): Resource {
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

function isOf(stack: Stack, resources: readonly PolicyResource[]): boolean {
  return stack.resources.length === resources.length && resources.every(({ urn }) => stack.get(urn) !== undefined);
}
