import { addTo } from "./multimap";
import type { Resource } from "./resource";
import { attempt, NeedsStack, type Reading, UnreadableValue } from "./undecided";

/** What the stack knows beyond its resources. */
export interface StackFacts {
  readonly project: string;
  readonly name: string;
  /** Awaited calls whose answers nobody knows: whatever was counted from them is not known either. */
  readonly unansweredCalls?: readonly string[];
  /** The other stacks that were given with it, whose resources are among its own. */
  readonly others?: readonly { readonly project: string; readonly name: string }[];
}

/** How many things may have been made one from another: an image of a VM from an image, and so on. */
const MOST_SOURCES = 100;
const MADE_FROM_ITSELF = { en: "something that is made from itself", fr: "un élément tiré de lui-même" };

/** All the resources of one deployment, as a graph. */
export class Stack {
  readonly facts: StackFacts;
  /** Sorted by urn. */
  readonly resources: readonly Resource[];
  /** True when one resource alone is in sight, before the rest of the stack is registered. */
  readonly alone: boolean;
  readonly #byUrn: ReadonlyMap<string, Resource>;
  readonly #byType = new Map<string, Resource[]>();
  readonly #asked = new Set<readonly string[]>();
  /** What is being worked out through what resources were made from. */
  readonly #open = new Map<string, Set<Resource>>();
  readonly #answers = new Map<unknown, Map<unknown, Reading<unknown>>>();

  protected constructor(resources: readonly Resource[], facts: StackFacts, alone: boolean) {
    this.facts = facts;
    this.alone = alone;
    this.resources = [...resources].sort((a, b) => (a.urn < b.urn ? -1 : a.urn > b.urn ? 1 : 0));
    this.#byUrn = new Map(this.resources.map((resource) => [resource.urn, resource]));
    // A component is nothing of a provider's, though it may bear the type of something that is.
    for (const resource of this.resources) {
      if (resource.isComponent !== true) addTo(this.#byType, resource.type, resource);
    }
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

  ofTypes(types: readonly string[]): Resource[] {
    this.#asked.add(types);
    return types.flatMap((type) => this.#byType.get(type) ?? []);
  }

  /** The resources that nobody has been given so far: those of types that nobody asked for, and components. */
  listUnasked(): Resource[] {
    const asked = new Set([...this.#asked].flat());
    return this.resources.filter(({ type, isComponent }) => isComponent === true || !asked.has(type));
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

  /**
   * Works out something of a resource through what it was made from. What was made from itself, or through more than
   * anybody makes one from another, is not known.
   * @param what words for what is worked out
   * @throws {UnreadableValue} when it is being worked out already
   */
  through<T>(what: string, of: Resource, workOut: () => T): T {
    const open = this.#open.get(what) ?? new Set();
    this.#open.set(what, open);
    if (open.has(of) || open.size >= MOST_SOURCES) throw new UnreadableValue(of, "", MADE_FROM_ITSELF);
    open.add(of);
    try {
      return workOut();
    } finally {
      open.delete(of);
    }
  }

  /**
   * Works something out once: of the whole stack, or of each thing that it is asked of. What hides the answer is thrown
   * each time.
   * @param what the function that asks, or words for what is asked
   * @param of what it is asked of: the stack, a resource, a view
   */
  memo<T>(what: unknown, of: unknown, workOut: () => T): T {
    let answers = this.#answers.get(what);
    if (!answers) this.#answers.set(what, (answers = new Map<unknown, Reading<unknown>>()));
    let answer = answers.get(of) as Reading<T> | undefined;
    if (answer === undefined) answers.set(of, (answer = attempt(workOut)));
    if (answer.why) throw answer.why;
    return answer.value;
  }
}
