const COMMENT = /\/\/[^\n]*|\/\*[^]*?\*\//y;
const STRING = /"(?:\\[^]|[^"\\\n])*"|'(?:\\[^]|[^'\\\n])*'/y;
const PATTERN = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/y;
const TEMPLATE_TEXT = /(?:\\[^]|\$(?!\{)|[^`\\$])+/y;
/** Where a value may begin, a slash begins a pattern; behind a value it divides. */
const BEFORE_VALUE = /(?:^|[(,=:[!&|?{;+\-*%<>~^}]|\b(?:return|typeof|case|in|of|await|yield|void|delete|do|else)) ?$/;
const REMEMBERED = 12;

/**
 * A JavaScript or TypeScript text whose comments, texts and patterns are blanks. Of a template, its backquotes stay, and
 * the code in it.
 */
export function blankLiterals(text: string): string {
  let code = "";
  let before = "";
  // For each template that is open, and for the text itself: how many braces are open, or that its own text goes on.
  const open: (number | "text")[] = [0];
  for (let index = 0; index < text.length;) {
    const within = open.at(-1) ?? 0;
    const blank = within === "text" ? literalAt(text, index, [TEMPLATE_TEXT]) : blankInCode(text, index, before);
    if (blank !== undefined) {
      code += blank.replaceAll(/[^\n]/g, " ");
      if (within !== "text" && !/^\/[/*]/.test(blank)) before = "'";
      index += blank.length;
      continue;
    }
    const char = text[index] ?? "";
    const opensCode = within === "text" && char === "$";
    if (char === "`") {
      if (within === "text") open.pop();
      else open.push("text");
    } else if (opensCode) open.push(0);
    else if (char === "{" && within !== "text") open[open.length - 1] = within + 1;
    else if (char === "}" && within === 0 && open.length > 1) open.pop();
    else if (char === "}" && within !== "text") open[open.length - 1] = within - 1;
    code += opensCode ? " {" : char;
    before = opensCode ? "{" : (before + char.replace(/\s/, " ")).replace(/ {2}$/, " ").slice(-REMEMBERED);
    index += opensCode ? 2 : 1;
  }
  return code;
}

function blankInCode(text: string, index: number, before: string): string | undefined {
  if (!/["'/]/.test(text[index] ?? "")) return undefined;
  return literalAt(text, index, BEFORE_VALUE.test(before) ? [COMMENT, STRING, PATTERN] : [COMMENT, STRING]);
}

function literalAt(text: string, index: number, kinds: readonly RegExp[]): string | undefined {
  for (const kind of kinds) {
    kind.lastIndex = index;
    const found = kind.exec(text)?.[0];
    if (found !== undefined) return found;
  }
  return undefined;
}
