import type { SourceText } from "./source-text";
import { type Argument, type Command, type Input, valueOf } from "./shell/command";
import { isFile, isPlainAddress, isWritten } from "./shell/readings";

/** Where the key lies that opens an encrypted device, when it lies beside it. */
export type KnownKeyPlace =
  | { readonly in: "user data"; readonly line: number }
  /** On a disk of the VM. */
  | { readonly in: "file"; readonly path: string }
  /** Fetched in clear from there; without its query and its credentials. */
  | { readonly in: "address"; readonly address: string };

/** The same, or that only the boot can say. */
export type KeyPlace = KnownKeyPlace | { readonly in: "unknown" };

/** Where a key comes from, as whatever opens the device names it. */
export type KeySource =
  | { readonly file: Argument }
  | { readonly input: Input }
  | { readonly place: KeyPlace }
  /** A file that is used where something writes it. */
  | { readonly fileIfWritten: string };

/** Directories that are no disk: what lies there was brought by the boot, or comes from the system itself. */
const MEMORY = /^\/(?:run|var\/run|proc|sys)(?:\/|$)|^\/dev\/(?:shm\/|u?random$|hwrng$|fd\/|tpm)/;
const MEMORY_TYPES = ["tmpfs", "ramfs"];
const MAX_COPIES = 8;

/** A text of a file, as what it comes from. */
interface Written {
  readonly line: number;
  readonly from: readonly string[];
}

/** The files that keys may be read from, as the boot makes them, moves them and removes them. */
export class KeyFiles {
  readonly #written = new Map<string, Written[]>();
  readonly #removed = new Set<string>();
  readonly #apart: string[] = [];

  /** Adds a text that is written to a file. */
  addText(path: string, content: SourceText, from: readonly string[]): void {
    if (content.text.trim() !== "") this.#add(path, { line: content.lineAt(0), from });
  }

  /** Adds what a file is made from whose text is not known. */
  addOrigins(path: string, from: readonly string[], line: number): void {
    if (from.length > 0) this.#add(path, { line, from });
  }

  /** Adds what is mounted on a directory. */
  addMount(what: string, where: string, type: string): void {
    const isMemory = MEMORY_TYPES.includes(what) || MEMORY_TYPES.includes(type);
    // An encrypted device, or another host.
    if (where !== "" && (isMemory || what.startsWith("/dev/mapper/") || what.includes(":"))) {
      this.#apart.push(where.replace(/(?<!\/)\/+$/, ""));
    }
  }

  /** Adds what a command does to files: copies, moves, removes and mounts them. */
  addCommand({ name, arguments: words, line }: Command): void {
    const paths = words.flatMap((word) => valueOf(word) ?? []).filter(isFile);
    if (name === "rm" || name === "unlink" || name === "shred") for (const path of paths) this.#removed.add(path);
    else if (name === "cp" || name === "mv" || name === "install") {
      const [from, to] = [paths.at(-2), paths.at(-1)];
      if (from === undefined || to === undefined) return;
      this.addOrigins(to.endsWith("/") ? to + from.slice(from.lastIndexOf("/") + 1) : to, [from], line);
      if (name === "mv") this.#removed.add(from);
    } else if (name === "mount") {
      const type = words.findIndex(({ text }) => text === "-t" || text === "--types") + 1;
      const [where = ""] = paths.slice(-1);
      this.addMount(valueOf(words.at(-2)) ?? "", where, type === 0 ? "" : (valueOf(words[type]) ?? ""));
    }
  }

  /** Where a key lies beside the data; `undefined` for one that comes from elsewhere. */
  placeOf(source: KeySource, line: number): KeyPlace | undefined {
    if ("place" in source) return source.place;
    if ("input" in source) return this.#placeOfText({ line, from: source.input.from }, MAX_COPIES);
    if ("fileIfWritten" in source) {
      const path = source.fileIfWritten;
      return this.#written.has(path) ? this.#placeOfFile(path, MAX_COPIES) : undefined;
    }
    const { text, values, from, through = [] } = source.file;
    const places = values.map((path) => this.#placeOfFile(path, MAX_COPIES));
    if (values.length > 0) return places.find((place) => place !== undefined);
    // Of `/run/keys/$NAME` the directory says enough.
    if (isFile(text)) return this.#placeOfFile(text, MAX_COPIES);
    // `<(...)` is no file: it is what the commands print.
    if (from.length > 0 && through.length === 0) return this.#placeOfText({ line, from }, MAX_COPIES);
    return { in: "unknown" };
  }

  #add(path: string, written: Written): void {
    const all = this.#written.get(path);
    if (all) all.push(written);
    else this.#written.set(path, [written]);
  }

  #placeOfText({ line, from }: Written, depth: number): KeyPlace | undefined {
    const address = from.find(isPlainAddress);
    if (address !== undefined) return { in: "address", address: stripAddress(address) };
    if (isWritten(from)) return { in: "user data", line };
    for (const path of from.filter(isFile)) {
      const place = this.#placeOfFile(path, depth - 1);
      if (place) return place;
    }
    return undefined;
  }

  #placeOfFile(path: string, depth: number): KeyPlace | undefined {
    const texts = depth > 0 ? (this.#written.get(path) ?? []) : [];
    for (const text of texts) {
      const place = this.#placeOfText(text, depth);
      if (place) return place;
    }
    const isElsewhere = MEMORY.test(path) || this.#apart.some((directory) => path.startsWith(`${directory}/`));
    // What the first boot removes opens nothing afterwards.
    return isElsewhere || this.#removed.has(path) ? undefined : { in: "file", path };
  }
}

/** An address without what may be secret in it. */
export function stripAddress(address: string): string {
  return address.replace(/[?#].*$/s, "").replace(/^([a-z]+:\/\/)[^/@]*@/i, "$1");
}
