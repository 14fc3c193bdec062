import { type Argument, baseName, type Command, valueOf } from "./shell/command";

const DOWNLOADERS = ["curl", "wget", "fetch", "aria2c", "http", "aws", "s3cmd", "mc", "rclone"];

/** True when one of the commands fetches something from elsewhere. */
export function includesDownload(commands: readonly string[]): boolean {
  return commands.some((name) => DOWNLOADERS.includes(name));
}

/** The file a command saves its download to. */
export function findDownloadTarget(command: Command): string | undefined {
  switch (command.name) {
    case "curl": {
      const words = command.arguments;
      const remote = hasOption(words, /^-[a-zA-Z]*O|^--remote-name$/) ? remoteName(words) : undefined;
      return optionValue(words, /^-[a-zA-Z]*o$|^--output$/) ?? remote;
    }
    case "wget":
      return optionValue(command.arguments, /^-[a-zA-Z]*O$|^--output-document$/) ?? remoteName(command.arguments);
    case "aws":
    case "s3cmd":
    case "mc":
    case "rclone":
      return hasOption(command.arguments, /^(?:cp|get|copy|copyto)$/) ? valueOf(command.arguments.at(-1)) : undefined;
    default:
      return undefined;
  }
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
  return url && baseName(url.text.replace(/[?#][^]*$/, ""));
}
