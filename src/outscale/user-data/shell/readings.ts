import { type Argument, type Command, valueOf } from "./command";

/** Among what a text comes from, a part of it that is not known. */
const UNKNOWN_TEXT = "$";

/** Commands that print what stands in the files they name. */
const READERS = ["base64", "cat", "dd", "head", "hexdump", "od", "tail", "xxd"];
/** Commands that make of a text another that says as much. */
const FILTERS = [
  ...["awk", "base64", "cat", "cut", "echo", "fold", "md5sum", "printf", "rev", "sed", "sha1sum", "sha256sum"],
  ...["sha512sum", "sudo", "tee", "tr", "xxd"],
];
const CURL_VALUED = /^-[a-zA-Z]*[AbcdeEFHKmoTuxX]$|^--(?:cacert|cert|data[\w-]*|header|key|output|proxy|request|user)$/;
const HOST_AND_PATH = /^[\w-]+(?:\.[\w-]+)+(?::\d+)?\//;

/** Whether what a text comes from is an address that it was fetched from in clear. */
export function isPlainAddress(origin: string): boolean {
  return /^(?:http|ftp):\/\//i.test(origin);
}

/** Whether what a text comes from is a file. */
export function isFile(origin: string): boolean {
  return origin.startsWith("/");
}

/** Whether all that a text comes from is written where it is made. */
export function isWritten(origins: readonly string[]): boolean {
  return origins.every((origin) => FILTERS.includes(origin));
}

/** What is not known of an argument comes from. */
export function originsOf({ values, from, through = [] }: Argument): string[] {
  return values.length === 1 ? [] : [UNKNOWN_TEXT, ...from, ...through];
}

/** Whether a command prints nothing but its own words. */
export function isPrinting({ name }: Pick<Command, "name">): boolean {
  return name === "echo" || name === "printf";
}

/** What a command reads to print it: addresses without encryption, files, and what is not known of its words. */
export function listReadings(command: Command): string[] {
  const { name, arguments: words } = command;
  if (isPrinting(command)) return words.flatMap(originsOf);
  if (READERS.includes(name)) {
    return words.flatMap((word) => [
      ...originsOf(word),
      ...word.values.map((value) => value.replace(/^if=/, "")).filter(isFile),
    ]);
  }
  if (name !== "curl" && name !== "wget") return [];
  return words.flatMap((word, index) => {
    if (isPlainAddress(word.text)) return [word.text];
    const isValue = CURL_VALUED.test(words[index - 1]?.text ?? "");
    // Both take what names no protocol for plain HTTP.
    return !isValue && HOST_AND_PATH.test(valueOf(word) ?? "") ? [`http://${word.text}`] : [];
  });
}
