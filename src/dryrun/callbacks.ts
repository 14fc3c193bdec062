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
  readonly text: "python" | "other";
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
    text: "other",
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

/** A part of a source text. */
interface Region {
  readonly text: SourceText;
  readonly start: number;
  readonly end: number;
}

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
    const found = language === "python" ? findIndentedBody(name, text) : findBracedBody(name, text, language);
    if (found) return { text, ...found };
  }
  return undefined;
}

function findIndentedBody(name: string, { code }: SourceText): Omit<Region, "text"> | undefined {
  const found = new RegExp(String.raw`^([ \t]*)(?:async[ \t]+)?def[ \t]+${name}[ \t]*\(`, "m").exec(code);
  if (!found) return undefined;
  const start = found.index + found[0].length;
  const [, indent = ""] = found;
  // The body ends where a line is indented no further than its head.
  const next = new RegExp(String.raw`\n(?![ \t]*\n)(?!${indent}[ \t])(?!${indent}\))[ \t]*\S`).exec(code.slice(start));
  return { start, end: start + code.slice(start, next ? start + next.index : undefined).trimEnd().length };
}

function findBracedBody(name: string, text: SourceText, language: "nodejs" | "go"): Omit<Region, "text"> | undefined {
  for (const head of headsOf(escapeDollars(name), language)) {
    const found = head.exec(text.code);
    if (!found) continue;
    const behind = found.index + found[0].length;
    if (text.code[behind - 1] !== "(") return findArrowBody(text, behind);
    const start = text.code.indexOf("{", text.closing(behind));
    return start < 0 ? undefined : { start, end: text.closing(start + 1) };
  }
  return undefined;
}

/** How the head of a function of some name is written, up to its opening parenthesis, or to the arrow. */
function headsOf(name: string, language: "nodejs" | "go"): RegExp[] {
  if (language === "go") return [new RegExp(String.raw`\bfunc\s*(?:\([^)]*\)\s*)?${name}\s*\(`)];
  return [
    new RegExp(String.raw`\bfunction\s*\*?\s+${name}\s*\(`),
    new RegExp(String.raw`(?<![\w$])${name}\s*[:=]\s*(?:async\s+)?function\b[^(]*\(`),
    new RegExp(
      String.raw`(?<![\w$])${name}\s*(?::[^=;\n]*)?[:=]\s*(?:async\s*)?(?:\([^=;]*?\)|[\w$]+)\s*(?::[^=;{]*)?=>`,
    ),
    // A method: what stands behind the parameters is its body.
    new RegExp(String.raw`(?<![\w$.])${name}\s*\((?=[^;()]*\)\s*(?::[^;{=]*)?\{)`),
  ];
}

/** The body of an arrow function: what stands in its braces, else the expression up to where its line or bracket ends. */
function findArrowBody(text: SourceText, arrow: number): Omit<Region, "text"> {
  const start = arrow + (/^\s*/.exec(text.code.slice(arrow))?.[0].length ?? 0);
  if (text.code[start] === "{") return { start, end: text.closing(start + 1) };
  const end = /[;\n](?!\s*[.?:&|+)])/.exec(text.code.slice(start));
  return { start, end: end ? start + end.index : text.code.length };
}

function isCalled(text: SourceText, name: string): boolean {
  const code = text.code.replaceAll(/\bfunc\s*\([^)]*\)\s*/g, "func ");
  return new RegExp(String.raw`(?<!def\s+|func\s+|function\s+)(?<![\w$])${escapeDollars(name)}\s*\(`).test(code);
}

function escapeDollars(name: string): string {
  return name.replaceAll("$", String.raw`\$`);
}
