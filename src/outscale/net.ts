import { UnreadableValue } from "../stack";
import { isProduction } from "./environment";
import type { SharedSettings } from "./settings";
import { tagValue } from "./tags";
import { View } from "./view";

/** A Net, the private network that holds Subnets. */
export class Net extends View<"outscale:index/net:Net"> {
  static readonly types = ["outscale:index/net:Net"] as const;

  /**
   * The Net's class by its tag, or the setting for those without.
   * @returns `undefined` when nothing classifies it
   * @throws {UnreadableValue} when the tag's value is none of the classes
   */
  classification({ classification }: SharedSettings): string | undefined {
    const { key, values, default: assumed } = classification;
    const written = tagValue(this.stack, this.resource, key) ?? assumed;
    if (written === undefined) return undefined;
    const known = values.find((value) => value.toLowerCase() === written.toLowerCase());
    if (known !== undefined) return known;
    throw new UnreadableValue(this.resource, "tags", {
      en: `a \`${key}\` tag whose value is none of ${values.join(", ")}`,
      fr: `une étiquette \`${key}\` dont la valeur n'est aucune de ${values.join(", ")}`,
    });
  }

  /** @throws {UnreadableValue} when nothing classifies it */
  isSensitive(shared: SharedSettings): boolean {
    const { key, sensitive } = shared.classification;
    const found = this.classification(shared);
    if (found !== undefined) return sensitive.some((value) => value.toLowerCase() === found.toLowerCase());
    throw new UnreadableValue(this.resource, "tags", {
      en: `a Net without a \`${key}\` tag`,
      fr: `un Net sans étiquette \`${key}\``,
    });
  }

  isProduction(shared: SharedSettings): boolean {
    return isProduction(this.stack, this.resource, shared, () => []);
  }

  /** Whether a setting names this Net: by logical name, urn or id. */
  isNamedIn(names: readonly string[]): boolean {
    const { name, urn, id } = this.resource;
    return names.some((named) => named === name || named === urn || named === id);
  }
}

/** How Nets are referred to. */
export const TO_NET = { path: "netId", types: Net.types } as const;
