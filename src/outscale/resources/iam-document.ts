import { isValues, joinedPath, type Resource, some, Unknown, UnknownValue, type Value, valueAt } from "../../stack";

/** What an element such as `Action` names: patterns in which `*` stands for anything, or all but these (`NotAction`). */
export interface Scope {
  readonly isAllBut: boolean;
  /** Each throws when it is read and not known. */
  readonly patterns: readonly (() => string)[];
}

/**
 * The statements of a policy document, as EIM and S3 read it: JSON in a text, or the same as an object.
 * `undefined` when what is written is no such document.
 * @throws {UnknownValue} when the document is not known
 */
export function statementsAt(resource: Resource, path: string): IamStatement[] | undefined {
  const written = valueAt(resource.inputs, path);
  if (written instanceof Unknown) throw new UnknownValue(resource, path, { value: written });
  const isText = typeof written === "string";
  const document = isText ? parsed(written) : written;
  const statements = isValues(document) ? document["Statement"] : undefined;
  if (typeof statements !== "object") return undefined;
  // Of a text no part has a path of its own.
  const pathOf = (at: string) => (isText ? path : `${path}.${at}`);
  return listed(statements, "Statement").map(({ value, at }) => new IamStatement(resource, value, at, pathOf));
}

/** One statement of a policy document: who may do what to what, or may not. */
export class IamStatement {
  readonly #resource: Resource;
  readonly #value: Value;
  readonly #at: string;
  readonly #pathOf: (at: string) => string;

  /** @param pathOf the property path of what stands at a place of the document */
  constructor(resource: Resource, value: Value, at: string, pathOf: (at: string) => string) {
    this.#resource = resource;
    this.#value = value;
    this.#at = at;
    this.#pathOf = pathOf;
  }

  /** The property path of the whole statement, or of the document that is a text. */
  get path(): string {
    return this.#pathOf(this.#at);
  }

  /** Whether it gives rights; what is neither "Allow" nor "Deny" to the letter is refused, and gives none. */
  isAllow(): boolean {
    return this.#field("Effect") === "Allow";
  }

  /** The actions it is about. */
  actions(): Scope {
    return this.#scope("Action");
  }

  /** The resources it is about. */
  resources(): Scope {
    return this.#scope("Resource");
  }

  /** Those it is about, whatever their kind: `"*"`, `{ "AWS": [...] }`, `{ "CanonicalUser": "..." }`. */
  principals(): Scope {
    return this.#scope("Principal");
  }

  /**
   * Whether everybody is among those it is about.
   * @throws {UnknownValue} when nobody named is everybody, and not all are known
   */
  isForEverybody(): boolean {
    const { isAllBut, patterns } = this.principals();
    return isAllBut || some(patterns, (pattern) => pattern() === "*");
  }

  /** The conditions it holds under, each by what it compares. */
  conditions(): Condition[] {
    const conditions = this.#field("Condition");
    if (!isValues(conditions)) return [];
    return Object.entries(conditions).flatMap(([operator, compared]) => {
      const at = joinedPath(`${this.#at}.Condition`, operator);
      const entries = Object.entries(isValues(compared) ? compared : {});
      if (compared instanceof Unknown) this.#known(compared, at);
      return entries.map(([key, value]) => ({
        operator,
        key: key.toLowerCase(),
        values: this.#texts(value, joinedPath(at, key)),
      }));
    });
  }

  #scope(name: string): Scope {
    const value = this.#field(name, false);
    if (value !== undefined) return { isAllBut: false, patterns: this.#texts(value, `${this.#at}.${name}`) };
    const excluded = this.#field(`Not${name}`, false);
    if (excluded === undefined) return { isAllBut: false, patterns: [] };
    return { isAllBut: true, patterns: this.#texts(excluded, `${this.#at}.Not${name}`) };
  }

  /** Every text of a text, a list, or lists by kind. */
  #texts(value: Value, at: string): (() => string)[] {
    const lists = isValues(value)
      ? Object.entries(value).flatMap(([kind, list]) => listed(list, joinedPath(at, kind)))
      : listed(value, at);
    return lists.map((each) => () => {
      const text = this.#known(each.value, each.at);
      return typeof text === "string" ? text : JSON.stringify(text);
    });
  }

  #field(name: string, isRead = true): Value | undefined {
    const statement = this.#known(this.#value, this.#at);
    const value = isValues(statement) ? statement[name] : undefined;
    return isRead && value !== undefined ? this.#known(value, `${this.#at}.${name}`) : value;
  }

  #known(value: Value, at: string): Value {
    if (value instanceof Unknown) throw new UnknownValue(this.#resource, this.#pathOf(at), { value });
    return value;
  }
}

/** One comparison of a statement's `Condition`. */
export interface Condition {
  readonly operator: string;
  /** In lower case, as the services compare it. */
  readonly key: string;
  readonly values: readonly (() => string)[];
}

/** The elements of a list; what is no list stands for one element. */
function listed(value: Value, at: string): { readonly value: Value; readonly at: string }[] {
  if (!Array.isArray(value)) return [{ value, at }];
  return (value as readonly Value[]).map((element, index) => ({ value: element, at: `${at}[${String(index)}]` }));
}

function parsed(text: string): Value | undefined {
  try {
    // A null is as good as an empty text: it names nothing.
    return JSON.parse(text, (_, value: unknown) => value ?? "") as Value;
  } catch {
    return undefined;
  }
}
