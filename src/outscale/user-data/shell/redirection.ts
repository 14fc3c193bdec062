import type * as Unbash from "unbash";
import { joinSources, type SourceText } from "../source-text";
import { type Channels, listOrigins } from "./channels";
import { type Input, valueOf } from "./command";
import { expandWhole, type ExpansionContext, expandParts } from "./expand";
import { isSound } from "./parse";
import { isFile, originsOf } from "./readings";
import type { ScriptRun } from "./script-run";

/** Where redirections lead input and output, and the files that output is written to. */
interface Redirected {
  input: Input | undefined;
  output: SourceText[] | undefined;
  readonly files: { readonly path: string; readonly append: boolean; readonly content: SourceText[] }[];
}

/** Runs something whose input and output are redirected, and notes what it writes to files. */
export function runRedirected(
  redirections: readonly Unbash.Redirection[],
  channels: Channels,
  script: ScriptRun,
  context: ExpansionContext,
  run: (channels: Channels) => void,
): void {
  const start = script.behavior.names.length;
  const redirected: Redirected = { ...channels, files: [] };
  for (const redirection of redirections) {
    if (redirection.type === "HereDoc") {
      redirected.input = readHeredoc(redirection, script, context);
    } else redirect(redirection, redirected, script, context);
  }
  const { input, output, files } = redirected;
  run({ input, output });
  if (files.length === 0) return;
  const from = listOrigins([...(input?.from ?? []), ...script.namesSince(start)]);
  for (const { path, append, content } of files) {
    if (content.length > 0) script.behavior.writings.push({ path, append, content: joinSources(content), from });
    else if (from.length > 0)
      script.behavior.opaque.push({ path, from, line: script.lineAt(redirections[0]?.pos ?? 0) });
  }
}

function redirect(
  { operator, descriptor, target }: Unbash.Redirect | Unbash.HereString,
  redirected: Redirected,
  script: ScriptRun,
  context: ExpansionContext,
): void {
  if (!target) return;
  const argument = expandWhole(target, context);
  if (operator === "<<<") {
    const text = `${valueOf(argument) ?? argument.text}\n`;
    const from = originsOf(argument);
    redirected.input = { text: script.locate(text, { start: target.pos, end: target.end }), from };
  } else if (operator === "<") {
    const from = [...argument.from, ...argument.values.filter(isFile)];
    script.behavior.names.push(...from);
    redirected.input = { text: undefined, from };
  }
  if (operator.includes(">") && isOutput(descriptor) && !operator.startsWith("<")) {
    // `>&2` leads to another channel, not to a file.
    if (operator === ">&" && /^[\d-]/.test(argument.text)) return;
    const content: SourceText[] = [];
    redirected.output = content;
    const path = valueOf(argument);
    if (path !== undefined) redirected.files.push({ path, append: operator.includes(">>"), content });
  }
}

function isOutput(descriptor: Unbash.RedirectDescriptor | undefined): boolean {
  return descriptor?.type !== "FileDescriptor" || descriptor.value === 1;
}

/** A heredoc's text; as written when it is quoted, or does not parse, as prose with a stray backquote. */
function readHeredoc(
  { operator, delimiter, body }: Unbash.HereDoc,
  script: ScriptRun,
  context: ExpansionContext,
): Input {
  const unindent = (text: string) => (operator === "<<-" ? text.replace(/^\t+/gm, "") : text);
  const span = { start: body.pos, end: Math.max(body.pos, body.end - 1) };
  const parts = delimiter?.quoted ? undefined : body.parts;
  if (!parts?.every(isSound)) return { text: script.locate(unindent(body.text), span), from: [] };
  const written = parts.map((part) => (part.type === "Literal" ? { ...part, value: unindent(part.value) } : part));
  const argument = expandParts(written, true, context);
  return { text: script.locate(valueOf(argument) ?? argument.text, span), from: originsOf(argument) };
}
