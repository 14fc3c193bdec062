import { escapeDollars, listBracedBodies, type Region } from "./braced-bodies";
import { NODE_VALUES } from "./callbacks";
import {
  BUILTINS,
  CALLED_ARGUMENT,
  CALLS_OTHERS,
  FUNCTIONS,
  METHODS,
  NATIVE_FUNCTIONS,
  OF_A_PROVIDER,
  OF_PULUMI,
} from "./harmless-names";
import { callsResults, isBoundIn, isInline, listCalls, listMade, listSettling, namesOf, type Call } from "./node-calls";
import { importedName, listImports, type Origin } from "./node-imports";
import { SourceText } from "./source-text";

/** A function, as a running program holds it. */
export interface NodeFunction {
  readonly name: string;
  readonly text: string;
}

/** What is looked at already, so that what calls itself comes to an end. */
type Seen = Set<string>;

const NATIVE = /\{\s*\[native code\]\s*\}\s*$/;
const LOADING = /(?<![\w$.])(?:require|import)\s*\(/g;

/**
 * The code of a Node program, to tell which functions certainly make no resource: those that call nothing but functions
 * of JavaScript's that compute values, packages that have nothing to do with Pulumi, and functions of the program's own
 * of which the same holds. Whatever else is called may make anything.
 */
export class ProgramCode {
  readonly #texts: readonly SourceText[];
  readonly #imports = new Map<string, readonly Origin[]>();
  readonly #originOf: (specifier: string) => Origin;
  readonly #settling: ReadonlySet<string>;
  /** Properties whose reading or writing calls a function. */
  readonly #accessors: ReadonlySet<string>;

  constructor(texts: readonly string[], originOf: (specifier: string) => Origin) {
    this.#texts = texts.map((text) => new SourceText(text, "javascript"));
    this.#originOf = originOf;
    for (const { name, from } of texts.flatMap(listImports)) {
      this.#imports.set(name, [...(this.#imports.get(name) ?? []), originOf(from)]);
    }
    this.#settling = new Set(this.#texts.flatMap(({ code }) => listSettling(code)));
    this.#accessors = new Set(
      this.#texts.flatMap(({ code }) => [...code.matchAll(/\b[gs]et\s+(#?[\w$]+)\s*\(/g)].map(([, name = ""]) => name)),
    );
  }

  /** Whether a function settles a promise, so that whoever waits for that goes on when it is called. */
  settles(called: NodeFunction): boolean {
    // Of the functions that Node makes itself, only those that settle a promise have no name.
    if (NATIVE.test(called.text) && ownName(called) === "") return true;
    return this.unresolvedCalls(called).some((name) => this.#settling.has(name));
  }

  /** What a function, and those that it calls, call that may make a resource; none where it certainly makes none. */
  unresolvedCalls(called: NodeFunction): string[] {
    return [...new Set(NATIVE.test(called.text) ? this.#inNative(ownName(called)) : this.#inText(called.text))];
  }

  /** A function that Node made shows no text: one of JavaScript's, or one of the program's that is bound. */
  #inNative(name: string): string[] {
    return this.#inOwn(name, new Set()) ?? (NATIVE_FUNCTIONS.has(name) || METHODS.has(name) ? [] : [name]);
  }

  #inText(written: string): string[] {
    const text = new SourceText(written, "javascript");
    return this.#in({ text, start: 0, end: text.code.length }, new Set());
  }

  #in(region: Region, seen: Seen): string[] {
    const { text, start, end } = region;
    // What TypeScript compiles calls an import without an object: `(0, lib.make)(id)`.
    const code = text.code
      .slice(start, end)
      .replaceAll(/\(0, ?([\w$.]+)\)/g, (all, path: string) => path.padStart(all.length));
    return [
      ...(callsResults(code) ? ["()"] : []),
      ...this.#inLoaded(code, text.written.slice(start, end)),
      ...listMade(code).flatMap((path) => this.#inClass(path, seen)),
      ...listCalls(code).flatMap((call) => [
        ...(call.isNew ? [] : this.#inCall(call.path, { ...region, code }, seen)),
        ...call.given.flatMap((given, index) => this.#inGiven(call, { given, index }, { ...region, code }, seen)),
      ]),
      ...[...this.#accessors].filter((name) => hasWord(code, name)).flatMap((name) => this.#inOwn(name, seen) ?? []),
    ];
  }

  /** Loading a file of the program's own runs it. */
  #inLoaded(code: string, written: string): string[] {
    return [...code.matchAll(LOADING)].flatMap(({ index, 0: found }) => {
      const specifier = /^\s*["'`]([^"'`$]*)["'`]\s*[,)]/.exec(written.slice(index + found.length))?.[1];
      return specifier === undefined || this.#originOf(specifier) === "own" ? [found.slice(0, -1)] : [];
    });
  }

  #inClass(path: readonly string[], seen: Seen): string[] {
    const name = path.at(-1) ?? "";
    const own = this.#texts.flatMap((text) => listClasses(text, name));
    if (own.length > 0) {
      if (seen.has(`new ${name}`)) return [];
      seen.add(`new ${name}`);
      return own.flatMap(({ body, base }) => [...(base ? this.#inClass(base, seen) : []), ...this.#in(body, seen)]);
    }
    const origins = this.#originsOf(path[0] ?? "");
    if (origins) return origins.every((origin) => isOfPackage(origin, [name])) || NODE_VALUES.test(name) ? [] : [name];
    return name !== "" && (BUILTINS.has(name) || NODE_VALUES.test(name)) ? [] : [name];
  }

  #inCall(path: readonly string[], region: Region & { readonly code: string }, seen: Seen): string[] {
    const [root = "", ...further] = path;
    const name = path.at(-1) ?? "";
    if (further.length === 0) {
      if (isDefinedIn(region, name)) return [];
      if (isBoundIn(region.code, name)) return [name];
      const origins = this.#originsOf(name);
      if (!origins && this.#settling.has(name)) return [name];
      const isKnown = origins?.every((origin) => isOfPackage(origin, [name])) ?? isOfLanguage(name);
      return this.#inOwn(name, seen) ?? (isKnown ? [] : [name]);
    }
    if (CALLS_OTHERS.has(name) && !METHODS.has(path.at(-2) ?? "")) return [name];
    if (BUILTINS.has(root) || root === "require" || name.startsWith("__")) return [];
    if (this.#originsOf(root)?.every((origin) => origin === "harmless")) return [];
    if (isDefinedIn(region, name)) return [];
    return this.#inOwn(name, seen) ?? (this.#isHarmlessMethod(path, region) ? [] : [name]);
  }

  #isHarmlessMethod([root = "", ...further]: readonly string[], region: Region, seen: readonly string[] = []): boolean {
    const origins = BUILTINS.has(root) ? (["harmless"] as const) : this.#originsOf(root);
    if (origins) return origins.every((origin) => isOfPackage(origin, further));
    const name = further.at(-1) ?? "";
    if (METHODS.has(name) || name === "apply") return true;
    if (root === "" || seen.includes(root)) return false;
    const made = [region.text, ...this.#texts].flatMap(({ code }) => listInitial(code, root));
    return made.length > 0 && made.every((from) => this.#isHarmlessMethod([from, ...further], region, [...seen, root]));
  }

  /** What a call is given may be a function, which it calls then. */
  #inGiven(
    { path, isNew }: Call,
    { given, index }: { readonly given: string; readonly index: number },
    region: Region & { readonly code: string },
    seen: Seen,
  ): string[] {
    if (given === "" || isInline(given)) return [];
    const names = namesOf(given);
    const last = names?.at(-1) ?? "";
    if (isDefinedIn(region, last)) return [];
    const own = names && this.#inOwn(last, seen);
    if (own) return own;
    const name = path.at(-1) ?? "";
    const called = CALLED_ARGUMENT.get(path.slice(-2).join(".")) ?? CALLED_ARGUMENT.get(name);
    if (isNew || called !== index || this.#originsOf(path[0] ?? "")?.includes("harmless")) return [];
    if (this.#inOwn(name, new Set(seen))) return [];
    if (names) return /^(?:undefined|null)$/.test(given) && name !== "apply" ? [] : this.#inCall(names, region, seen);
    // The functions of the program's own that make the callback were looked at where they are called.
    const maker = /^([\w$]+)\s*\([^]*\)$/.exec(given)?.[1];
    return maker !== undefined && this.#inOwn(maker, new Set(seen)) ? [] : [name];
  }

  /** What the functions of this name call, in all the program; `undefined` where there is none. */
  #inOwn(name: string, seen: Seen): string[] | undefined {
    if (!/^#?[\w$]+$/.test(name)) return undefined;
    const bodies = this.#texts.flatMap((text) => listBracedBodies(name, text, "nodejs"));
    const others = this.#texts.flatMap(({ code }) => listOtherNames(code, name)).filter((other) => other !== name);
    if (bodies.length === 0 && others.length === 0) return undefined;
    if (seen.has(name)) return bodies.length > 0 ? [] : undefined;
    seen.add(name);
    const found = [
      ...bodies.map((body) => this.#in(body, seen)),
      ...others.flatMap((other) => {
        const called = this.#inOwn(other, seen);
        return called ? [called] : [];
      }),
    ];
    return found.length > 0 ? found.flat() : undefined;
  }

  #originsOf(name: string): readonly Origin[] | undefined {
    return this.#imports.get(importedName(name, this.#imports));
  }
}

/** The name of a function, and of one that is bound, of that which it calls. */
function ownName({ name }: NodeFunction): string {
  return name.replace(/^(?:bound )+/, "");
}

function isOfLanguage(name: string): boolean {
  return FUNCTIONS.has(name) || name === "require" || name.startsWith("__");
}

/** Whether what a package offers by these names makes no resource. */
function isOfPackage(origin: Origin, names: readonly string[]): boolean {
  const name = names.at(-1) ?? "";
  const goesOn = names.length > 1 && (METHODS.has(name) || name === "apply");
  switch (origin) {
    case "harmless":
      return true;
    case "pulumi":
      return OF_PULUMI.test(name) || goesOn;
    case "provider":
      return OF_A_PROVIDER.test(name) || (goesOn && names.slice(0, -1).some((each) => OF_A_PROVIDER.test(each)));
    case "own":
      return METHODS.has(name);
  }
}

function isDefinedIn({ text, start, end }: Region, name: string): boolean {
  if (!/^#?[\w$]+$/.test(name)) return false;
  return listBracedBodies(name, text, "nodejs").some((body) => body.start >= start && body.end <= end);
}

function listClasses(text: SourceText, name: string): { body: Region; base: string[] | undefined }[] {
  if (name === "") return [];
  const heads = text.code.matchAll(
    new RegExp(
      String.raw`\bclass\s+${escapeDollars(name)}(?![\w$])([^{]*)\{|(?<![\w$])${escapeDollars(name)}\s*=\s*class\b([^{]*)\{`,
      "g",
    ),
  );
  return [...heads].map((found) => {
    const start = found.index + found[0].length;
    const base = /\bextends\s+([\w$.]+)/.exec(found[1] ?? found[2] ?? "")?.[1]?.split(".");
    return { body: { text, start, end: text.closing(start) }, base };
  });
}

/** The names that the values of a variable begin with: `const hash = crypto.createHash("sha256")`. */
function listInitial(code: string, name: string): string[] {
  const pattern = String.raw`\b(?:const|let|var)\s+${escapeDollars(name)}(?![\w$])[^=;\n]*=\s*(?:await\s+)?(?:new\s+)?([\w$]*)`;
  return [...code.matchAll(new RegExp(pattern, "g"))].map(([, from = ""]) => from);
}

/** The names of what is given this name too: `const make = build`, `{ make: build }`. */
function listOtherNames(code: string, name: string): string[] {
  const pattern = String.raw`(?<![\w$])${escapeDollars(name)}\s*[:=]\s*(?:[\w$]+\s*\.\s*)*([A-Za-z_$][\w$]*)(?:\.bind\([^()]*\))?\s*(?=[,;})\n]|$)`;
  return [...code.matchAll(new RegExp(pattern, "g"))].map(([, other = ""]) => other);
}

function hasWord(code: string, word: string): boolean {
  return new RegExp(String.raw`(?<![\w$])${escapeDollars(word)}(?![\w$])`).test(code);
}
