import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Position, shortType } from "../stack";
import { isProviderType } from "./package";
import { SourceText, type NewExpression } from "./source-text";

/**
 * The user's own files, to look for what a stack trace leaves out: Pulumi places no function without a name, so
 * `zones.map((zone) => new Subnet(...))` is placed at its `map`, and what such a function does later nowhere.
 */
export class Sources {
  readonly #folder: string;
  readonly #files: readonly string[];
  readonly #texts = new Map<string, SourceText>();

  /** The files are relative to the folder, as positions are. */
  constructor(folder: string, files: readonly string[]) {
    this.#folder = folder;
    this.#files = files;
  }

  /** The one place that makes a resource of this type and name, first in the call that was found, then anywhere. */
  whereMade(type: string, name: string, call: Position | undefined): Position | undefined {
    const files = call && !this.#files.includes(call.file) ? [...this.#files, call.file] : this.#files;
    return (
      (call && only(this.#madeInCall(type, name, call))) ??
      only(files.map((file) => this.#madeIn(file, type, name)).flat())
    );
  }

  /** The one place whose text is part of these words, whatever was put into it. */
  whereSaid(words: string): Position | undefined {
    return only(
      this.#files.flatMap((file) => {
        const text = this.#text(file);
        return text.literalsIn(words).map((offset) => ({ file, ...text.placeOf(offset) }));
      }),
    );
  }

  #madeInCall(type: string, name: string, { file, line, column }: Position): Position[] {
    const text = this.#text(file);
    const parentheses = text.callAt(text.offsetOf(line, column));
    return parentheses ? this.#madeIn(file, type, name, parentheses) : [];
  }

  #madeIn(file: string, type: string, name: string, within?: { start: number; end: number }): Position[] {
    const text = this.#text(file);
    const made = text.newExpressions(within?.start, within?.end).filter((each) => each.name === className(type));
    const named = made.filter(({ argument }) => argument === name);
    const found: readonly NewExpression[] =
      named.length > 0 ? named : made.filter(({ argument }) => argument === undefined);
    return found.map(({ offset }) => ({ file, ...text.placeOf(offset) }));
  }

  #text(file: string): SourceText {
    let text = this.#texts.get(file);
    if (!text) {
      const path = resolve(this.#folder, file);
      this.#texts.set(file, (text = new SourceText(existsSync(path) ? readFileSync(path, "utf8") : "")));
    }
    return text;
  }
}

function className(type: string): string {
  return isProviderType(type) ? "Provider" : shortType(type);
}

function only(places: readonly Position[]): Position | undefined {
  return places.length === 1 ? places[0] : undefined;
}
