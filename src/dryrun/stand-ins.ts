import { makePlaceholderAnswer } from "./data-sources";
import {
  referredType,
  type DataSourceResolver,
  type FunctionSchema,
  type Package,
  type PropertySchema,
} from "./package";
import type { Placeholders } from "./placeholder";
import { isList, isPlainObject, type WireObject, type WireValue } from "../stack/wire";

/** The number and the flag that a program gets in one run, in place of every number and flag that is not known. */
export interface StandInValues {
  readonly number: number;
  readonly flag: boolean;
}

/** One for each of two runs, as different as may be: what both runs agree on does not depend on them. */
export const STAND_INS: readonly [StandInValues, StandInValues] = [
  { number: 2, flag: true },
  { number: 4001, flag: false },
];

/**
 * Answers data sources for languages whose SDK wants a number where the schema says one, and a flag where it says
 * one: Go leaves the rest of an answer out without a word, Python refuses it.
 */
export class StandIns {
  /** The tokens of the data sources that were answered so. */
  readonly answered = new Set<string>();
  /** Whether a number or a flag was handed out, which looks like a known one. */
  given = false;
  readonly #values: StandInValues;
  readonly #placeholders: Placeholders;

  constructor(values: StandInValues, placeholders: Placeholders) {
    this.#values = values;
    this.#placeholders = placeholders;
  }

  /** A package all of whose data sources are answered. */
  complete(known: Package): Package {
    const answers = Object.entries(known.schema.functions).map(([token, definition]): [string, DataSourceResolver] => [
      token,
      (args, provider) => this.#answer(known, token, definition, args, known.answers[token]?.(args, provider)),
    ]);
    return { ...known, answers: { ...known.answers, ...Object.fromEntries(answers) } };
  }

  #answer({ schema }: Package, token: string, definition: FunctionSchema, args: object, given?: object): object {
    if (!given) this.answered.add(token);
    const ofKind = (type: PropertySchema, value: WireValue, path: string): WireValue => {
      const referred = referredType(schema, type);
      if (isList(value)) return value.map((element) => ofKind(type.items ?? {}, element, path));
      if (isPlainObject(value) && referred) {
        return Object.fromEntries(
          Object.entries(value).map(([name, inner]) => [
            name,
            ofKind(referred.properties?.[name] ?? {}, inner, `${path}.${name}`),
          ]),
        );
      }
      return this.#standIn(type, value, path);
    };
    const outputs = definition.outputs?.properties ?? {};
    const shape = makePlaceholderAnswer(
      schema,
      token,
      definition,
      {},
      this.#placeholders,
      given as WireObject | undefined,
    );
    return Object.fromEntries(
      Object.entries(shape)
        // What was asked for is answered as it was asked.
        .filter(([name]) => !(name in args) || (given && name in given))
        .map(([name, value]) => [name, ofKind(outputs[name] ?? {}, value, `${nameOf(token)}.${name}`)]),
    );
  }

  #standIn({ type }: PropertySchema, value: WireValue, path: string): WireValue {
    if ((type === "number" || type === "integer") && Number.isNaN(value)) {
      this.given = true;
      return this.#values.number;
    }
    if (type === "boolean" && typeof value !== "boolean") {
      this.given = true;
      return this.#values.flag;
    }
    // An empty map would be read as one that holds nothing.
    if (type === "object" && isPlainObject(value) && Object.keys(value).length === 0)
      return { [this.#placeholders.make(path)]: this.#placeholders.make(path) };
    return value;
  }
}

function nameOf(token: string): string {
  return token.split(/[:/]/).at(-1) ?? token;
}
