import { closingOf, type SourceText } from "./source-text";

/** A part of a source text. */
export interface Region {
  readonly text: SourceText;
  readonly start: number;
  readonly end: number;
}

/** How the head of a function is written, up to its opening parenthesis, or to the arrow behind its only parameter. */
interface Head {
  readonly head: RegExp;
  readonly bodyBehind: (code: string, start: number) => Omit<Region, "text"> | undefined;
}

/** The bodies of the functions of this name that a text has. */
export function listBracedBodies(name: string, text: SourceText, language: "nodejs" | "go"): Region[] {
  return headsOf(escapeDollars(name), language).flatMap(({ head, bodyBehind }) =>
    [...text.code.matchAll(head)].flatMap((found) => {
      const body = bodyBehind(text.code, found.index + found[0].length);
      return body ? [{ text, ...body }] : [];
    }),
  );
}

function headsOf(name: string, language: "nodejs" | "go"): Head[] {
  if (language === "go") {
    return [{ head: new RegExp(String.raw`\bfunc\s*(?:\([^)]*\)\s*)?${name}\s*\(`, "g"), bodyBehind: bracesBehind }];
  }
  const types = String.raw`\s*(?:<[^()]*>\s*)?`;
  return [
    { head: new RegExp(String.raw`\bfunction\s*\*?\s+${name}${types}\(`, "g"), bodyBehind: bracesBehind },
    {
      head: new RegExp(String.raw`(?<![\w$])${name}\s*[:=]\s*(?:async\s+)?function\b[^(]*\(`, "g"),
      bodyBehind: bracesBehind,
    },
    {
      head: new RegExp(String.raw`(?<![\w$])${name}\s*(?::[^=;\n]*)?[:=]\s*(?:async\s*)?[\w$]+\s*=>`, "g"),
      bodyBehind: arrowBody,
    },
    {
      // The type of the constant may itself be written with an arrow.
      head: new RegExp(
        String.raw`(?<![\w$])${name}\s*(?::(?:[^=;\n]|=>)*)?[:=](?![=>])\s*(?:async\s*)?${types}\(`,
        "g",
      ),
      bodyBehind: arrowBehind,
    },
    {
      // A method: what stands behind the parameters is its body.
      head: new RegExp(String.raw`(?<![\w$.])${name}${types}\((?=[^;()]*\)\s*(?::[^;{=]*)?\{)`, "g"),
      bodyBehind: bracesBehind,
    },
  ];
}

const ARROW = /^\s*(?::(?:[^={};()]|\{[^{}]*\})*)?=>/;
/** A type of an object, which has braces too, between the parameters and the body. */
const TYPE_OF_RESULT = /^\s*:\s*(?:[\w$.]+\s*<\s*)*\{/;

function arrowBehind(code: string, parameters: number): Omit<Region, "text"> | undefined {
  const behind = closingOf(code, parameters) + 1;
  const arrow = ARROW.exec(code.slice(behind));
  return arrow ? arrowBody(code, behind + arrow[0].length) : undefined;
}

function bracesBehind(code: string, parameters: number): Omit<Region, "text"> | undefined {
  let behind = closingOf(code, parameters) + 1;
  const type = TYPE_OF_RESULT.exec(code.slice(behind));
  if (type) behind = closingOf(code, behind + type[0].length) + 1;
  const start = code.indexOf("{", behind);
  return start < 0 ? undefined : { start, end: closingOf(code, start + 1) };
}

/** The body of an arrow function: what stands in its braces, else its expression. */
function arrowBody(code: string, arrow: number): Omit<Region, "text"> {
  const start = arrow + (/^\s*/.exec(code.slice(arrow))?.[0].length ?? 0);
  return { start, end: code[start] === "{" ? closingOf(code, start + 1) : endOfExpression(code, start) };
}

const GOES_ON_BEHIND = /^\s*[.?:&|+\-*/%=<>)\]}]/;
const GOES_ON_BEFORE = /[.?:&|+\-*/%=<>(,[{]\s*$/;
const IN_TYPES = /<[\w$\s,.|]*$/;

function endOfExpression(code: string, start: number): number {
  for (let index = start; index < code.length; index += 1) {
    const char = code[index] ?? "";
    if ("([{".includes(char)) index = Math.max(closingOf(code, index + 1), index);
    else if (")]};".includes(char)) return index;
    else if (char === "," && !IN_TYPES.test(code.slice(start, index))) return index;
    else if (char === "\n" && !goesOn(code, start, index)) return index;
  }
  return code.length;
}

function goesOn(code: string, start: number, line: number): boolean {
  return GOES_ON_BEFORE.test(code.slice(start, line)) || GOES_ON_BEHIND.test(code.slice(line));
}

export function escapeDollars(name: string): string {
  return name.replaceAll("$", String.raw`\$`);
}
