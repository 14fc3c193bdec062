import { addTo } from "./multimap";
import type { Resource } from "./resource";
import { attempt, NeedsStack } from "./undecided";

/** Makes a typed view of the resources of certain types; the provider's world defines them. */
export interface ViewOf<V> {
  readonly types: readonly string[];
  new (resource: Resource, stack: Stack): V;
}

/** What the stack knows beyond its resources. */
export interface StackFacts {
  readonly project: string;
  readonly name: string;
  /** Awaited calls whose answers nobody knows: whatever was counted from them is not known either. */
  readonly unansweredCalls?: readonly string[];
  /** The other stacks that were given with it, whose resources are among its own. */
  readonly others?: readonly { readonly project: string; readonly name: string }[];
}

/** All the resources of one deployment, as a graph. */
export class Stack {
  readonly facts: StackFacts;
  /** Sorted by urn. */
  readonly resources: readonly Resource[];
  /** True when one resource alone is in sight, before the rest of the stack is registered. */
  readonly alone: boolean;
  readonly #byUrn: ReadonlyMap<string, Resource>;
  readonly #byType = new Map<string, Resource[]>();
  readonly #views = new Map<unknown, Map<string, unknown>>();
  readonly #derived = new Map<unknown, unknown>();

  private constructor(resources: readonly Resource[], facts: StackFacts, alone: boolean) {
    this.facts = facts;
    this.alone = alone;
    this.resources = [...resources].sort((a, b) => (a.urn < b.urn ? -1 : a.urn > b.urn ? 1 : 0));
    this.#byUrn = new Map(this.resources.map((resource) => [resource.urn, resource]));
    for (const resource of this.resources) addTo(this.#byType, resource.type, resource);
  }

  static of(resources: readonly Resource[], facts: StackFacts): Stack {
    return new Stack(resources, facts, false);
  }

  /** The view of a resource stage: asking for any other resource throws {@link NeedsStack}. */
  static alone(resource: Resource, facts: StackFacts): Stack {
    return new Stack([resource], facts, true);
  }

  /** The same stack with more resources. */
  with(resources: readonly Resource[], facts: Partial<StackFacts> = {}): Stack {
    return new Stack([...this.resources, ...resources], { ...this.facts, ...facts }, this.alone);
  }

  /** The typed views of every resource that is judged, in the order of their urns. */
  all<V>(view: ViewOf<V>): V[] {
    const judged = this.ofTypes(view.types).filter(({ elsewhere }) => elsewhere !== true);
    return judged.map((resource) => this.view(resource, view));
  }

  /** The typed view of one resource, the same object each time. */
  view<V>(resource: Resource, view: ViewOf<V>): V {
    let views = this.#views.get(view);
    if (!views) this.#views.set(view, (views = new Map<string, unknown>()));
    let made = views.get(resource.urn) as V | undefined;
    if (made === undefined) views.set(resource.urn, (made = new view(resource, this)));
    return made;
  }

  ofTypes(types: readonly string[]): Resource[] {
    return types.flatMap((type) => this.#byType.get(type) ?? []);
  }

  /** @throws {NeedsStack} when it is another resource than the one in sight */
  get(urn: string): Resource | undefined {
    const found = this.#byUrn.get(urn);
    if (!found) this.needWhole();
    return found;
  }

  /** @throws {NeedsStack} when one resource alone is in sight */
  needWhole(): void {
    if (this.alone) throw new NeedsStack();
  }

  /** Computes something about the whole stack once. */
  derive<T>(key: unknown, compute: () => T): T {
    if (!this.#derived.has(key)) this.#derived.set(key, compute());
    return this.#derived.get(key) as T;
  }

  /** The same under settings that may be several. */
  deriveFor<T>(settings: object, key: unknown, compute: () => T): T {
    const known = this.derive(key, () => new Map<object, T>());
    if (!known.has(settings)) known.set(settings, compute());
    return known.get(settings) as T;
  }

  /** Reads something of one resource once, because most policies ask the same; what hides it is thrown each time. */
  once<T>(resource: Resource, key: string, read: () => T): T {
    const known = this.derive(`once: ${key}`, () => new Map<Resource, ReturnType<typeof attempt<T>>>());
    let found = known.get(resource);
    if (found === undefined) known.set(resource, (found = attempt(read)));
    if ("why" in found) throw found.why;
    return found.value;
  }
}
