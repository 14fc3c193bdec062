import { type Candidates, type Reference, referrers, type Resource, shapeValues, Stack } from "../../stack";
import { listKnownResources } from "./external-facts";
import type { SharedSettings } from "./settings";
import { INPUT_SHAPES } from "./shapes";

/** Makes a typed view of the resources of certain types. */
export interface ViewOf<V> {
  readonly types: readonly string[];
  new (resource: Resource, system: System): V;
}

/**
 * A stack under the settings by which it is read: every view, and all that is derived from several, asks it. It holds the
 * resources of other stacks too that the setting `known` tells of: they can be referred to, and are not judged.
 */
export class System extends Stack {
  /** The settings that policies share. */
  readonly settings: SharedSettings;
  readonly #views = new Map<unknown, Map<string, unknown>>();

  constructor(stack: Stack, settings: SharedSettings) {
    const resources = [...stack.resources, ...listKnownResources(stack, settings)];
    super(resources.map(shapeInputs), stack.facts, stack.alone);
    this.settings = settings;
  }

  /** The typed views of every resource that is judged, in the order of their urns. */
  all<V>(view: ViewOf<V>): V[] {
    const judged = this.ofTypes(view.types).filter(({ elsewhere }) => elsewhere !== true);
    return judged.map((resource) => this.view(resource, view));
  }

  /**
   * The typed views of the resources that refer to one, by a property that is one reference or a list.
   * @throws {NeedsStack} when one resource alone is in sight
   */
  referrers<V>(to: Resource, view: ViewOf<V>, how: Reference): Candidates<V> {
    return referrers(this, to, view.types, how).map((resource) => this.view(resource, view));
  }

  /** The typed view of one resource, the same object each time. */
  view<V>(resource: Resource, view: ViewOf<V>): V {
    let views = this.#views.get(view);
    if (!views) this.#views.set(view, (views = new Map<string, unknown>()));
    let made = views.get(resource.urn) as V | undefined;
    if (made === undefined) views.set(resource.urn, (made = new view(resource, this)));
    return made;
  }
}

/** A resource with its inputs as the provider reads them. */
function shapeInputs(resource: Resource): Resource {
  const shapes = INPUT_SHAPES[resource.type];
  const inputs = shapes && shapeValues(resource.inputs, shapes);
  return inputs === undefined || inputs === resource.inputs ? resource : { ...resource, inputs };
}
