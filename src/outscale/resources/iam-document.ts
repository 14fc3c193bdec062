import {
  joinedPath,
  type Resource,
  some,
  Unknown,
  UnknownValue,
  UnreadableValue,
  type Value,
  type Values,
  valueAt,
} from "../../stack";
import type { Text } from "../../text";
import { fitsStrangers } from "./iam-document-callers";
import { hasTwice, isObject, memberOf, parseDocument } from "./iam-document-json";

/** What an element such as `Action` names: patterns in which `*` stands for anything, or all but these (`NotAction`). */
export interface Scope {
  readonly isAllBut: boolean;
  /** Each throws when it is read and not known, or is no text. */
  readonly patterns: readonly (() => string)[];
}

/**
 * The statements of a policy document, as EIM and S3 read it: JSON in a text, or the same as an object.
 * @throws {UnknownValue} when the document is not known
 * @throws {UnreadableValue} when what is written is no such document
 */
export function statementsAt(resource: Resource, path: string): IamStatement[] {
  const written = valueAt(resource.inputs, path);
  if (written instanceof Unknown) throw new UnknownValue(resource, path, { value: written });
  const isText = typeof written === "string";
  const document = isText ? parseDocument(written) : written;
  if (!isObject(document)) throw new UnreadableValue(resource, path, NO_DOCUMENT);
  if (hasTwice(document, "Statement")) throw new UnreadableValue(resource, path, namedTwice("Statement"));
  const statements = memberOf(document, "Statement");
  if (typeof statements !== "object") throw new UnreadableValue(resource, path, NO_DOCUMENT);
  // Of a text no part has a path of its own.
  const pathOf = (at: string) => (isText ? path : `${path}.${at}`);
  return listed(statements, "Statement").map(({ value, at }) => new IamStatement(resource, value, at, pathOf));
}

/** One statement of a policy document: who may do what to what, or may not. Reading what is malformed throws. */
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

  /**
   * Whether it gives rights.
   * @throws {Undecided} when it neither gives nor denies them to the letter
   */
  isAllow(): boolean {
    const effect = this.#known("Effect");
    if (effect === "Allow") return true;
    // Whoever reads it without case denies, whoever does not refuses it: nothing is given.
    if (typeof effect === "string" && effect.trim().toLowerCase() === "deny") return false;
    throw this.#unreadable("Effect", NO_EFFECT);
  }

  /** Whether it takes rights away, to the letter and whatever the call. */
  isDeny(): boolean {
    return this.#known("Effect") === "Deny" && this.#member("Condition") === undefined;
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
    return this.#scope("Principal", true);
  }

  /**
   * Whether everybody is among those it is about.
   * @throws {Undecided} when nobody named is everybody to the letter, and somebody is not known or may be
   */
  isForEverybody(): boolean {
    const { isAllBut, patterns } = this.principals();
    return isAllBut || some(patterns, (pattern) => this.#isEverybody(pattern()));
  }

  /** The conditions it holds under, each by what it compares. */
  conditions(): Condition[] {
    const conditions = this.#known("Condition");
    if (conditions === undefined) return [];
    return this.#entries(conditions, `${this.#at}.Condition`).flatMap(([operator, compared]) => {
      const at = joinedPath(`${this.#at}.Condition`, operator);
      return this.#entries(compared, at).map(([key, value]) => ({
        operator,
        key: key.trim().toLowerCase(),
        values: listed(value, joinedPath(at, key)).map((each) => () => this.#comparedOf(each)),
        unreadable: (what: Text) => new UnreadableValue(this.#resource, this.#pathOf(joinedPath(at, key)), what),
      }));
    });
  }

  #isEverybody(principal: string): boolean {
    if (principal !== "*" && fitsStrangers(principal)) throw this.#unreadable("Principal", PERHAPS_EVERYBODY);
    return principal === "*";
  }

  #scope(name: string, hasKinds = false): Scope {
    const [chosen, excluded] = [this.#member(name), this.#member(`Not${name}`)];
    if (chosen !== undefined && excluded !== undefined) throw this.#unreadable(name, bothOf(name));
    if (chosen !== undefined) return { isAllBut: false, patterns: this.#texts(name, chosen, hasKinds) };
    if (excluded === undefined) throw this.#unreadable(name, without(name));
    return { isAllBut: true, patterns: this.#texts(`Not${name}`, excluded, hasKinds) };
  }

  /** Every text of a text or a list; where there may be lists by kind, of these. */
  #texts(name: string, value: Value, hasKinds: boolean): (() => string)[] {
    const at = `${this.#at}.${name}`;
    const lists =
      hasKinds && isObject(value)
        ? this.#entries(value, at).flatMap(([kind, list]) => listed(list, joinedPath(at, kind)))
        : listed(value, at);
    return lists.map((each) => () => this.#textOf(each, name));
  }

  #textOf({ value, at }: Placed, name: string): string {
    if (value instanceof Unknown) throw new UnknownValue(this.#resource, this.#pathOf(at), { value });
    if (typeof value !== "string") throw this.#unreadable(name, misshapen(name));
    return value;
  }

  /** What a condition compares with; numbers and booleans stand for their text. */
  #comparedOf({ value, at }: Placed): string {
    if (value instanceof Unknown) throw new UnknownValue(this.#resource, this.#pathOf(at), { value });
    // JSON may hold nulls, which no type shows.
    if (typeof value === "object") throw this.#unreadable("Condition", MALFORMED_CONDITION);
    return String(value);
  }

  /** What an object of the statement's has, by name. */
  #entries(value: Value | null, at: string): [string, Value][] {
    if (value instanceof Unknown) throw new UnknownValue(this.#resource, this.#pathOf(at), { value });
    if (!isObject(value)) throw new UnreadableValue(this.#resource, this.#pathOf(at), MALFORMED_CONDITION);
    if (hasTwice(value)) throw new UnreadableValue(this.#resource, this.#pathOf(at), namedTwice());
    return Object.entries(value);
  }

  /** What the statement says of an element; what is not known stays so. */
  #member(name: string): Value | undefined {
    const statement = this.#object();
    if (hasTwice(statement, name)) throw this.#unreadable(name, namedTwice(name));
    return memberOf(statement, name);
  }

  #known(name: string): Exclude<Value, Unknown> | undefined {
    const value = this.#member(name);
    if (!(value instanceof Unknown)) return value;
    throw new UnknownValue(this.#resource, this.#pathOf(`${this.#at}.${name}`), { value });
  }

  #object(): Values {
    const value = this.#value;
    if (value instanceof Unknown) throw new UnknownValue(this.#resource, this.path, { value });
    if (!isObject(value)) throw new UnreadableValue(this.#resource, this.path, NO_STATEMENT);
    return value;
  }

  #unreadable(name: string, what: Text): UnreadableValue {
    return new UnreadableValue(this.#resource, this.#pathOf(`${this.#at}.${name}`), what);
  }
}

/** One comparison of a statement's `Condition`. */
export interface Condition {
  readonly operator: string;
  /** In lower case, as the services compare it. */
  readonly key: string;
  readonly values: readonly (() => string)[];
  /** What to throw when a value is of no use. */
  readonly unreadable: (what: Text) => UnreadableValue;
}

interface Placed {
  readonly value: Value;
  readonly at: string;
}

/** The elements of a list; what is no list stands for one element. */
function listed(value: Value, at: string): Placed[] {
  if (!Array.isArray(value)) return [{ value, at }];
  return (value as readonly Value[]).map((element, index) => ({ value: element, at: `${at}[${String(index)}]` }));
}

const NO_DOCUMENT: Text = {
  en: "text that is no policy document",
  fr: "un texte qui n'est pas un document de politique",
};

const NO_STATEMENT: Text = { en: "a statement that is no object", fr: "une déclaration qui n'est pas un objet" };

const NO_EFFECT: Text = {
  en: "a statement whose `Effect` is neither `Allow` nor `Deny`",
  fr: "une déclaration dont `Effect` ne vaut ni `Allow` ni `Deny`",
};

const PERHAPS_EVERYBODY: Text = {
  en: "a statement whose `Principal` may stand for everybody",
  fr: "une déclaration dont `Principal` peut désigner tout le monde",
};

const MALFORMED_CONDITION: Text = {
  en: "a statement with a malformed `Condition`",
  fr: "une déclaration dont `Condition` est mal formée",
};

function misshapen(name: string): Text {
  return {
    en: `a statement whose \`${name}\` is neither a text nor a list of texts`,
    fr: `une déclaration dont \`${name}\` n'est ni un texte ni une liste de textes`,
  };
}

function without(name: string): Text {
  return { en: `a statement without \`${name}\``, fr: `une déclaration sans \`${name}\`` };
}

function bothOf(name: string): Text {
  return {
    en: `a statement with both \`${name}\` and \`Not${name}\``,
    fr: `une déclaration avec à la fois \`${name}\` et \`Not${name}\``,
  };
}

/** The names of a condition are quoted to nobody: they may hold anything. */
function namedTwice(name?: string): Text {
  return name === undefined
    ? { en: "an object that has one name twice", fr: "un objet qui porte deux fois le même nom" }
    : { en: `an object that has \`${name}\` twice`, fr: `un objet qui porte deux fois \`${name}\`` };
}
