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
    named: /^\s*(?:this\.)?([A-Za-z_$][\w$]*)\s*$/,
  },
  python: {
    text: "python",
    apply: /\.apply\s*\(/g,
    making: /(?<!\bclass\s+)(?<![\w.])(?:[A-Za-z_]\w*\.)*([A-Z]\w*[a-z]\w*)\s*\(/g,
    values:
      /^(?:Path|Decimal|Template|Counter|OrderedDict|Namespace|SimpleNamespace)$|(?:Args|ArgsDict|Options|Error|Exception|Asset|Archive)$/,
    named: /^\s*(?:self\.)?([A-Za-z_]\w*)\s*$/,
  },
  go: {
    text: "other",
    apply: /\.ApplyT(?:WithContext)?\s*\(/g,
    // A context comes first, then the name.
    making: /\bNew([A-Z]\w*)\s*\(\s*\w+\s*,/g,
    values: /^(?:Reader|Writer|Request|RequestWithContext|Int|Rat)$/,
    named: /^\s*(?:\w+,\s*)?([A-Za-z_]\w*)\s*$/,
  },
} as const satisfies Record<string, CallbackSyntax>;

/** The callbacks of a source text that make something, themselves or by a function of the same text. */
export function findMakingCallbacks(source: string, language: keyof typeof CALLBACK_SYNTAX): MakingCallback[] {
  const spelling: CallbackSyntax = CALLBACK_SYNTAX[language];
  const text = new SourceText(source, spelling.text);
  return text.calls(spelling.apply).flatMap(({ offset, start, end }) => {
    const name = spelling.named.exec(text.code.slice(start, end))?.[1];
    const body = name === undefined ? undefined : findBody(name, text, language);
    const made = listMadeClasses(text, body ?? { start, end }, language, new Set());
    if (made.length === 0) return [];
    const line = text.placeOf(offset).line;
    // A function that is called elsewhere too says nothing of this call.
    if (body && isCalled(text, name ?? "")) return [{ line, first: line, last: line, made }];
    const first = body ? text.placeOf(body.start).line : line;
    return [{ line, first, last: text.placeOf((body ?? { end }).end).line, made }];
  });
}

interface Region {
  readonly start: number;
  readonly end: number;
}

function listMadeClasses(
  text: SourceText,
  region: Region,
  language: keyof typeof CALLBACK_SYNTAX,
  seen: Set<string>,
): string[] {
  const spelling: CallbackSyntax = CALLBACK_SYNTAX[language];
  const code = text.code.slice(region.start, region.end);
  const made = [...code.matchAll(spelling.making)].map(([, name = ""]) => name);
  const called = [...code.matchAll(/(?<![\w.])(?:(?:this|self)\.)?([A-Za-z_$][\w$]*)\s*\(/g)].map(
    ([, name = ""]) => name,
  );
  for (const name of called) {
    if (seen.has(name)) continue;
    seen.add(name);
    const body = findBody(name, text, language);
    if (body) made.push(...listMadeClasses(text, body, language, seen));
  }
  return [...new Set(made.filter((name) => !spelling.values.test(name)))];
}

/** The body of a function of the text's own. */
function findBody(name: string, text: SourceText, language: keyof typeof CALLBACK_SYNTAX): Region | undefined {
  const { code } = text;
  if (language === "python") {
    const found = new RegExp(String.raw`^([ \t]*)(?:async[ \t]+)?def[ \t]+${name}[ \t]*\(`, "m").exec(code);
    if (!found) return undefined;
    const start = found.index + found[0].length;
    const [, indent = ""] = found;
    // The body ends where a line is indented no further than its head.
    const next = new RegExp(String.raw`\n(?![ \t]*\n)(?!${indent}[ \t])(?!${indent}\))[ \t]*\S`).exec(
      code.slice(start),
    );
    return { start, end: start + code.slice(start, next ? start + next.index : undefined).trimEnd().length };
  }
  const head = language === "go" ? String.raw`\bfunc\s*(?:\([^)]*\)\s*)?` : String.raw`\bfunction\s+`;
  const found = new RegExp(String.raw`${head}${escapeDollars(name)}\s*\(`).exec(code);
  if (!found) return undefined;
  const start = code.indexOf("{", text.closing(found.index + found[0].length));
  return start < 0 ? undefined : { start, end: text.closing(start + 1) };
}

function isCalled(text: SourceText, name: string): boolean {
  const code = text.code.replaceAll(/\bfunc\s*\([^)]*\)\s*/g, "func ");
  return new RegExp(String.raw`(?<!def\s+|func\s+|function\s+)(?<![\w$])${escapeDollars(name)}\s*\(`).test(code);
}

function escapeDollars(name: string): string {
  return name.replaceAll("$", String.raw`\$`);
}
