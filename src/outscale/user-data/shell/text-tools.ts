import { USER_CRONTAB } from "../crontab";
import { type SourceText, toSourceText } from "../source-text";
import type { Channels } from "./channels";
import { type Behavior, type Command, valueOf } from "./command";
import { formatEcho, formatPrintf } from "./output";

/** Where a command is, and where what it does is noted. */
interface TextSite {
  readonly behavior: Behavior;
  /** Gives a text the lines of the command. */
  readonly textHere: (text: string) => SourceText;
}

/** Follows the text that a command prints, passes on, or writes to files. */
export function runTextTool(command: Command, channels: Channels, { behavior, textHere }: TextSite): void {
  const { input, output } = channels;
  switch (command.name) {
    case "echo":
      output?.push(textHere(formatEcho(command.arguments)));
      return;
    case "printf":
      output?.push(textHere(formatPrintf(command.arguments)));
      return;
    case "cat":
    case "envsubst":
    case "sort":
    case "uniq":
      if (input?.text && command.arguments.every(({ text }) => text.startsWith("-"))) output?.push(input.text);
      return;
    case "tee":
      copyToFiles(command, channels, behavior);
      return;
    case "base64":
      if (input?.text && command.arguments.some(({ text }) => /^(?:-[a-z]*[dD]|--decode)/.test(text))) {
        output?.push(textHere(Buffer.from(input.text.text, "base64").toString("utf8")));
      }
      return;
    case "sed":
      editFile(command, behavior);
      return;
    case "crontab":
      if (input?.text)
        behavior.writings.push({ path: USER_CRONTAB, content: input.text, append: true, from: input.from });
  }
}

function copyToFiles({ arguments: words, line }: Command, { input, output }: Channels, behavior: Behavior): void {
  if (input?.text) output?.push(input.text);
  const append = words.some(({ text }) => /^-[a-z]*a|^--append/.test(text));
  for (const word of words) {
    const path = valueOf(word);
    if (path === undefined || path.startsWith("-")) continue;
    if (input?.text) behavior.writings.push({ path, content: input.text, append, from: input.from });
    else behavior.opaque.push({ path, from: input?.from ?? [], line });
  }
}

/** What `sed -i` appends, inserts or puts in place of something else. */
function editFile({ arguments: words, line }: Command, behavior: Behavior): void {
  const path = valueOf(words.at(-1));
  if (path === undefined || !words.some(({ text }) => /^(?:-[a-zA-Z]*i|--in-place)/.test(text))) return;
  for (const { text } of words.slice(0, -1)) {
    const added =
      /^[\d$,!\s]*(?:\/[^/]*\/)?\s*[aic](?:\s+|\\\s*)(\S[^]*)$/.exec(text)?.[1] ??
      // What takes up parts of the old text is not known.
      /^s([|#@,/])(?:(?!\1).)*\1((?:(?!\1)[^&\\])+)\1[a-z]*$/.exec(text)?.[2];
    if (added === undefined) continue;
    behavior.writings.push({ path, content: toSourceText(`${added}\n`, line, line), append: true, from: [] });
  }
}
