import { Unknown } from "../stack";
import type { Marks } from "../stack/wire";

const MARK = "unknown-until-deployment";
const ANYWHERE = new RegExp(`${MARK}(?::([\\w.$:\\-[\\]]+))?`, "i");
// Short text cannot hold the mark, and decoding every word that looks like Base64 would cost more than it tells.
const LONG_ENOUGH_BASE64 = /^[A-Za-z0-9+/]{28,}={0,2}$/;

/**
 * The text a program gets for a value that is not known before deployment: recognisable wherever it ends up,
 * so that an input made from it is unknown rather than wrong.
 */
export class Placeholders implements Marks {
  readonly #origins = new Set<string>();
  #numbers = false;

  /** The placeholder of one value, `getImages.images[0].imageId`. */
  make(origin: string): string {
    this.#origins.add(origin);
    return `${MARK}:${origin}`;
  }

  /** The number a program gets for an unknown one: whatever is computed from it is not a number either. */
  makeNumber(): number {
    this.#numbers = true;
    return NaN;
  }

  /** What a text that holds a placeholder stands for; `undefined` when it holds none. */
  find(text: string): Unknown | undefined {
    const direct = this.#inPlainText(text);
    if (direct) return direct;
    if (this.#numbers && /(?<![A-Za-z])NaN(?![A-Za-z])/.test(text)) return new Unknown();
    if (this.#origins.size === 0) return undefined;
    const compact = text.replaceAll(/\s/g, "");
    if (!LONG_ENOUGH_BASE64.test(compact)) return undefined;
    return this.#inPlainText(Buffer.from(compact, "base64").toString("latin1"));
  }

  #inPlainText(text: string): Unknown | undefined {
    const found = ANYWHERE.exec(text);
    return found ? new Unknown(this.#longestKnown(found[1] ?? "")) : undefined;
  }

  // The program may have joined more text to the placeholder.
  #longestKnown(text: string): string | undefined {
    for (let end = text.length; end > 0; end -= 1) {
      const candidate = text.slice(0, end);
      if (this.#origins.has(candidate)) return candidate;
    }
    return undefined;
  }
}
