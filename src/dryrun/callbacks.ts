import { escapeDollars, listBracedBodies, type Region } from "./braced-bodies";
import { SourceText } from "./source-text";

/** A callback of a value known only after deployment, which makes resources. */
export interface MakingCallback {
  /** The line that names it. */
  readonly line: number;
  /** The lines whose running tells that it was called. */
  readonly first: number;
  readonly last: number;
  /** The classes it makes resources of. */
  readonly made: readonly string[];
}

/** How a language spells what is looked for. */
interface CallbackSyntax {
  readonly text: "javascript" | "python" | "other";
  /** The calls that take a callback, up to their opening parenthesis. */
  readonly apply: RegExp;
  /** What makes a resource; the first group is its class. */
  readonly making: RegExp;
  /** Classes of the language and of Pulumi that are values, not resources. */
  readonly values: RegExp;
  /** Whether a call's only argument is the name of a function. */
  readonly named: RegExp;
}

const CALLBACK_SYNTAX = {
  nodejs: {
    text: "javascript",
    apply: /\.apply\s*\(/g,
    making: /\bnew\s+(?:[A-Za-z_$][\w$]*\.)*([A-Za-z_$][\w$]*)/g,
    values:
      /^(?:Date|RegExp|URL|URLSearchParams|Map|Set|WeakMap|WeakSet|Promise|Buffer)$|(?:Error|Array|Asset|Archive)$/,
    named: /^\s*(?:[A-Za-z_$][\w$]*\??\.)*([A-Za-z_$][\w$]*)(?:\.bind\([^)]*\))?\s*$/,
  },
  python: {
    text: "python",
    apply: /\.apply\s*\(/g,
    making: /(?<!\bclass\s+)(?<![\w.])(?:[A-Za-z_]\w*\.)*([A-Z]\w*[a-z]\w*)\s*\(/g,
    values:
      /^(?:Path|Decimal|Template|Counter|OrderedDict|Namespace|SimpleNamespace)$|(?:Args|ArgsDict|Options|Error|Exception|Asset|Archive)$/,
    named: /^\s*(?:[A-Za-z_]\w*\.)*([A-Za-z_]\w*)\s*$/,
  },
  go: {
    text: "other",
    apply: /\.ApplyT(?:WithContext)?\s*\(/g,
    // A context comes first, then the name.
    making: /\bNew([A-Z]\w*)\s*\(\s*\w+\s*,/g,
    values: /^(?:Reader|Writer|Request|RequestWithContext|Int|Rat)$/,
    named: /^\s*(?:\w+,\s*)?(?:[A-Za-z_]\w*\.)*([A-Za-z_]\w*)\s*$/,
  },
} as const satisfies Record<string, CallbackSyntax>;

type CallbackLanguage = keyof typeof CALLBACK_SYNTAX;

/**
 * The callbacks of a source text that make something, themselves or by functions of the program's own.
 * @param others the other source texts of the program
 */
export function findMakingCallbacks(
  source: string,
  language: CallbackLanguage,
  others: readonly string[] = [],
): MakingCallback[] {
  const spelling: CallbackSyntax = CALLBACK_SYNTAX[language];
  const text = new SourceText(source, spelling.text);
  const texts = [text, ...others.map((other) => new SourceText(other, spelling.text))];
  return text.calls(spelling.apply).flatMap(({ offset, start, end }) => {
    const name = spelling.named.exec(text.code.slice(start, end))?.[1];
    const body = name === undefined ? undefined : findBody(name, texts, language);
    const made = listMadeClasses(texts, body ?? { text, start, end }, language, new Set());
    if (made.length === 0) return [];
    const line = text.placeOf(offset).line;
    // A function that is called elsewhere too, or stands in another file, says nothing of this call.
    if (body && (body.text !== text || isCalled(text, name ?? ""))) return [{ line, first: line, last: line, made }];
    const first = body ? text.placeOf(body.start).line : line;
    return [{ line, first, last: text.placeOf((body ?? { end }).end).line, made }];
  });
}

/** The classes of JavaScript and of Pulumi that are values, not resources. */
export const NODE_VALUES: RegExp = CALLBACK_SYNTAX.nodejs.values;

/** What is called by its name, or as what another thing has: `build(`, `lib.build(`. */
const CALLED = /(?<![\w$])([A-Za-z_$][\w$]*)\s*\(/g;

function listMadeClasses(
  texts: readonly SourceText[],
  region: Region,
  language: CallbackLanguage,
  seen: Set<string>,
): string[] {
  const spelling: CallbackSyntax = CALLBACK_SYNTAX[language];
  const code = region.text.code.slice(region.start, region.end);
  const made = [...code.matchAll(spelling.making)].map(([, name = ""]) => name);
  for (const [, name = ""] of code.matchAll(CALLED)) {
    if (seen.has(name)) continue;
    seen.add(name);
    const body = findBody(name, texts, language);
    if (body) made.push(...listMadeClasses(texts, body, language, seen));
  }
  return [...new Set(made.filter((name) => !spelling.values.test(name)))];
}

/** The body of a function of the program's own, in the first of its texts that has one of that name. */
function findBody(name: string, texts: readonly SourceText[], language: CallbackLanguage): Region | undefined {
  for (const text of texts) {
    const found = language === "python" ? findIndentedBody(name, text) : listBracedBodies(name, text, language)[0];
    if (found) return found;
  }
  return undefined;
}

function findIndentedBody(name: string, text: SourceText): Region | undefined {
  const { code } = text;
  const found = new RegExp(String.raw`^([ \t]*)(?:async[ \t]+)?def[ \t]+${name}[ \t]*\(`, "m").exec(code);
  if (!found) return undefined;
  const start = found.index + found[0].length;
  const [, indent = ""] = found;
  // The body ends where a line is indented no further than its head.
  const next = new RegExp(String.raw`\n(?![ \t]*\n)(?!${indent}[ \t])(?!${indent}\))[ \t]*\S`).exec(code.slice(start));
  return { text, start, end: start + code.slice(start, next ? start + next.index : undefined).trimEnd().length };
}

function isCalled(text: SourceText, name: string): boolean {
  const code = text.code.replaceAll(/\bfunc\s*\([^)]*\)\s*/g, "func ");
  return new RegExp(String.raw`(?<!def\s+|func\s+|function\s+)(?<![\w$])${escapeDollars(name)}\s*\(`).test(code);
}
