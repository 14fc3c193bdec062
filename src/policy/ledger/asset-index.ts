import type { Asset } from "../../outscale";
import { addTo, type Subject } from "../../stack";

/** Finds the assets that a verdict bears on. */
export class AssetIndex {
  readonly #bySubject = new Map<string, Asset[]>();
  readonly #byUrn = new Map<string, { readonly asset: Asset; readonly urn: string }[]>();

  constructor(assets: readonly Asset[]) {
    for (const asset of assets) {
      if (asset.subject) addTo(this.#bySubject, subjectKey(asset.subject), asset);
      for (const { urn, provider } of new Set(asset.parts)) {
        addTo(this.#byUrn, urn, { asset, urn });
        if (provider !== undefined) addTo(this.#byUrn, provider, { asset, urn });
      }
    }
  }

  /**
   * The assets that a verdict about a subject bears on: the very asset that it is about, else those that have a part that
   * it is about, or that it is the provider of; each with the urns of these parts.
   */
  find(subject: Subject): ReadonlyMap<Asset, readonly string[]> {
    const own = this.#bySubject.get(subjectKey(subject)) ?? [];
    if (isGroup(subject) || own.length > 0) return new Map(own.map((asset) => [asset, []]));
    const found = new Map<Asset, string[]>();
    for (const { asset, urn } of this.#byUrn.get(subject.resource.urn) ?? []) {
      // Of a part of a resource, another part of it says nothing.
      if (subject.kind === "part" && asset.subject?.kind === "part") continue;
      const urns = found.get(asset);
      if (urns) urns.push(urn);
      else found.set(asset, [urn]);
    }
    return found;
  }
}

/** Whether several resources are judged as one. */
export function isGroup({ kind }: Subject): boolean {
  return kind === "tier" || kind === "entry" || kind === "net";
}

function subjectKey({ kind, resource, name, path }: Subject): string {
  return JSON.stringify([kind, resource.urn, name, path]);
}
