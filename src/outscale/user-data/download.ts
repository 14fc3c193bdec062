import { type Argument, baseName, type Command, valueOf } from "./shell/command";

const DOWNLOADERS = ["curl", "wget", "fetch", "aria2c", "http", "aws", "s3cmd", "mc", "rclone"];

/** True when one of the commands fetches something from elsewhere. */
export function downloads(commands: readonly string[]): boolean {
  return commands.some((name) => DOWNLOADERS.includes(name));
}

/** The file a command saves its download to. */
export function downloadedFile({ name, arguments: words }: Command): string | undefined {
  if (name === "curl")
    return (
      optionValue(words, /^-[a-zA-Z]*o$|^--output$/) ??
      (hasOption(words, /^-[a-zA-Z]*O|^--remote-name$/) ? remoteName(words) : undefined)
    );
  if (name === "wget") return optionValue(words, /^-[a-zA-Z]*O$|^--output-document$/) ?? remoteName(words);
  if (name === "aws" || name === "s3cmd" || name === "mc" || name === "rclone") {
    return words.some(({ text }) => /^(?:cp|get|copy|copyto)$/.test(text)) ? valueOf(words.at(-1)) : undefined;
  }
  return undefined;
}

function hasOption(words: readonly Argument[], option: RegExp): boolean {
  return words.some(({ text }) => option.test(text));
}

function optionValue(words: readonly Argument[], option: RegExp): string | undefined {
  const at = words.findIndex(({ text }) => option.test(text));
  if (at !== -1) return valueOf(words[at + 1]);
  const long = words.find(({ text }) => /^--output(?:-document)?=/.test(text));
  return valueOf(long)?.replace(/^[^=]*=/, "");
}

function remoteName(words: readonly Argument[]): string | undefined {
  const url = words.find(({ text }) => /^(?:https?|ftp):/.test(text));
  return url && baseName(url.text.replace(/[?#].*$/, ""));
}
