import { compare } from "../../stack";
import type { Text } from "../../text";
import { type Mounting, findMounting } from "./bucket-mount";
import { isCrontab, readCrontab } from "./crontab";
import { readCrypttab } from "./crypttab";
import {
  configuresDatabase,
  findDatabaseAt,
  type DatabaseDirectory,
  readDatabaseFile,
  findDatabasesOfCommand,
} from "./database";
import { type DiskUse, findDiskUse, readDiskUse, readMountTable } from "./disk-use";
import { findDownloadTarget, includesDownload } from "./download";
import { readFstab } from "./fstab";
import { lettersOf } from "./guest-device";
import { readShebang } from "./interpreter";
import { KeyFiles, type KeyPlace, type KeySource } from "./key-place";
import { type DeviceOpener, findKeyedDevice, findUnlockedDevice, type UnlockedDevice } from "./luks";
import { joinSources, type SourceText, toSourceText } from "./source-text";
import { COMPUTED_FILE, COMPUTED_SCRIPT, DOWNLOADED_FILE, DOWNLOADED_SCRIPT, TOO_LONG } from "./phrase";
import { Budget } from "./shell/budget";
import {
  type Behavior,
  type Command,
  knownArgument,
  type Observer,
  type ExecutedFile,
  unknownArgument,
} from "./shell/command";
import { readScript, readWords } from "./shell/interpret";
import { listReadings } from "./shell/readings";
import { readSystemdUnit } from "./systemd-unit";
import { type SharedService, findTightCalls } from "./tight-loop";

/** What the readers of user data find, as `UserData` tells it. */
export interface BootFacts {
  readonly encryptedDevices: readonly {
    readonly device: string;
    readonly by: DeviceOpener;
    readonly line: number;
    readonly key?: KeyPlace;
  }[];
  readonly untracedDevices: readonly { readonly text: string; readonly by: DeviceOpener; readonly line: number }[];
  readonly bucketMounts: readonly { readonly tool: string; readonly target?: string; readonly line: number }[];
  readonly tightLoops: readonly { readonly service: SharedService; readonly line: number }[];
  readonly databases: readonly { readonly engine: string; readonly path: string; readonly line: number }[];
  readonly diskUses: readonly DiskUse[];
  readonly unread: readonly Text[];
}

/** A key that a device is opened with, or given. */
interface KeyUse {
  readonly source: KeySource;
  readonly line: number;
}

/** What happens at a VM's boot: the scripts that run, the files they write, and what those bring about in turn. */
export class Boot {
  readonly #files = new Map<string, SourceText[]>();
  /** Files whose text is not known, by whether it is downloaded. */
  readonly #opaque = new Map<string, boolean>();
  readonly #runs = new Map<string, ExecutedFile["by"]>();
  /** How many of a file's pieces were read. */
  readonly #read = new Map<string, number>();
  readonly #queue: string[] = [];
  readonly #budget = new Budget();
  readonly #encrypted = new Map<string, { device: string; by: DeviceOpener; line: number; keys: KeyUse[] }>();
  /** The keys that devices are given, by the devices' letters. */
  readonly #givenKeys = new Map<string, KeyUse[]>();
  readonly #keyFiles = new KeyFiles();
  readonly #untraced = new Map<string, BootFacts["untracedDevices"][number]>();
  readonly #mounts = new Map<string, BootFacts["bucketMounts"][number]>();
  readonly #tightLoops = new Map<string, BootFacts["tightLoops"][number]>();
  readonly #databases = new Map<string, BootFacts["databases"][number]>();
  readonly #uses: DiskUse[] = [];
  readonly #texts: SourceText[] = [];
  readonly #unread = new Map<string, Text>();
  readonly #observer: Observer = {
    command: (command) => {
      this.#addCommand(command);
    },
    behavior: (behavior) => {
      this.#addBehavior(behavior);
    },
  };

  addUnread(phrase: Text): void {
    this.#unread.set(phrase.en, phrase);
  }

  /** Adds a shell script that runs, and what it reads. */
  addScript(script: SourceText, input?: SourceText): void {
    readScript(script, this.#budget, this.#observer, input);
  }

  /**
   * Adds a file that is written, which matters when something at boot reads or runs it.
   * @param from what the text comes from, where it is not written as it is
   */
  addFile(written: string, content: SourceText, append: boolean, from: readonly string[] = []): void {
    const path = normalizePath(written);
    this.#keyFiles.addText(path, content, from);
    const pieces = this.#files.get(path) ?? [];
    const last = pieces.at(-1);
    // What replaces a text may do so on one way through the script only: both are read.
    if (!append && last && !last.text.endsWith("\n")) pieces.push(toSourceText("\n", last.lineAt(0)));
    pieces.push(content);
    this.#files.set(path, pieces);
    this.#queue.push(path);
  }

  /** The texts that are encoded in others. */
  get texts(): readonly SourceText[] {
    return this.#texts;
  }

  /** Adds a text that is encoded in another, as in Base64: secrets are looked for in it too. */
  addText(text: SourceText): void {
    this.#texts.push(text);
  }

  /** Adds a file that is written with a text that is not known, by what it comes from. */
  addOpaque(written: string, downloaded: boolean, from: readonly string[], line: number): void {
    const path = normalizePath(written);
    this.#keyFiles.addOrigins(path, from, line);
    this.#opaque.set(path, downloaded || this.#opaque.get(path) === true);
  }

  /** Adds a device that is opened as an encrypted one, by its name as written. */
  addDevice(text: string | undefined, by: DeviceOpener, line: number, key?: KeyPlace): void {
    if (text === undefined) return;
    const device = text.includes("$") ? unknownArgument(text) : knownArgument(text);
    this.#addOpening({ device, by, ...(key && { key: { place: key } }) }, line);
  }

  /** Adds what is mounted on a directory: keys may lie there. */
  addMount(what: string, where: string, type: string): void {
    this.#keyFiles.addMount(what, where, type);
    this.addDiskUse(readDiskUse(what, where, type));
  }

  addMounting({ tool, target }: Mounting, line: number): void {
    const mount = target === undefined ? { tool, line } : { tool, target, line };
    this.#mounts.set(JSON.stringify(mount), mount);
    const database = target === undefined ? undefined : findDatabaseAt(target);
    if (database) this.#addDatabase(database, line);
  }

  addDiskUse(use: DiskUse | undefined): void {
    if (use) this.#uses.push(use);
  }

  /** What was found, in the order of the lines. */
  facts(): BootFacts {
    this.#readFiles();
    return {
      encryptedDevices: sortByLine(this.#encrypted).map(({ keys, ...opening }) => {
        const given = this.#givenKeys.get(lettersOf(opening.device) ?? "") ?? [];
        const key = this.#worstPlace([...keys, ...given]);
        return key ? { ...opening, key } : opening;
      }),
      untracedDevices: sortByLine(this.#untraced),
      bucketMounts: sortByLine(this.#mounts),
      tightLoops: sortByLine(this.#tightLoops),
      databases: sortByLine(this.#databases),
      diskUses: this.#uses,
      unread: [...this.#unread.values()].sort((a, b) => compare(a.en, b.en)),
    };
  }

  #addCommand(command: Command): void {
    const mounting = findMounting(command);
    if (mounting) this.addMounting(mounting, command.line);
    this.addDiskUse(findDiskUse(command));
    for (const database of findDatabasesOfCommand(command)) this.#addDatabase(database, command.line);
    const opening = command.reached ? findUnlockedDevice(command) : undefined;
    if (opening) this.#addOpening(opening, command.line);
    const keyed = command.reached ? findKeyedDevice(command) : undefined;
    for (const letters of new Set(keyed?.device.values.map(lettersOf))) {
      if (letters === undefined || !keyed?.key) continue;
      const given = this.#givenKeys.get(letters) ?? [];
      this.#givenKeys.set(letters, [...given, { source: keyed.key, line: command.line }]);
    }
    this.#keyFiles.addCommand(command);
    const file = findDownloadTarget(command);
    if (file !== undefined) this.addOpaque(file, true, listReadings(command), command.line);
  }

  /** Of several keys of one device the one that is worst kept says how good the encryption is. */
  #worstPlace(keys: readonly KeyUse[]): KeyPlace | undefined {
    const places = keys.flatMap(({ source, line }) => this.#keyFiles.placeOf(source, line) ?? []);
    return places.find((place) => place.in !== "unknown") ?? places[0];
  }

  #addBehavior({ writings, opaque, runs, loops, unread }: Behavior): void {
    for (const { path, content, append, from } of writings) this.addFile(path, content, append, from);
    for (const { path, from, line } of opaque) this.addOpaque(path, includesDownload(from), from, line);
    for (const run of runs) this.#addRun(run);
    for (const call of loops.flatMap(findTightCalls)) this.#tightLoops.set(JSON.stringify(call), call);
    for (const phrase of unread) this.addUnread(phrase);
  }

  #addDatabase({ engine, path }: DatabaseDirectory, line: number): void {
    this.#databases.set(JSON.stringify([engine, path, line]), { engine, path, line });
  }

  /** A device of several possible names is traced when the API knows all of them as one, `/dev/xvdb` or `/dev/vdb`. */
  #addOpening({ device: { text, values }, by, key }: UnlockedDevice, line: number): void {
    const letters = new Set(values.map(lettersOf));
    const [device] = values;
    if (device !== undefined && letters.size === 1 && !letters.has(undefined)) {
      const id = JSON.stringify([device, by, line]);
      const opening = this.#encrypted.get(id) ?? { device, by, line, keys: [] };
      if (key) opening.keys.push({ source: key, line });
      this.#encrypted.set(id, opening);
    } else this.#untraced.set(JSON.stringify([text, by, line]), { text, by, line });
  }

  #addRun({ path: written, by }: ExecutedFile): void {
    const path = normalizePath(written);
    if (this.#runs.has(path) && by === "itself") return;
    this.#runs.set(path, by);
    if (this.#files.has(path)) this.#queue.push(path);
  }

  #readFiles(): void {
    for (let path = this.#queue.pop(); path !== undefined; path = this.#queue.pop()) {
      const pieces = this.#files.get(path) ?? [];
      const read = this.#read.get(path) ?? 0;
      if (read === pieces.length || !this.#isReadable(path, pieces[0])) continue;
      const content = joinSources(pieces.slice(read));
      this.#read.set(path, pieces.length);
      // Scripts can write scripts without end.
      if (this.#budget.spend(content.text.length)) this.#readFile(path, content);
      else this.addUnread(TOO_LONG);
    }
    for (const [path, downloaded] of this.#opaque) {
      if (isMountTable(path) || isUnit(path)) this.addUnread(downloaded ? DOWNLOADED_FILE : COMPUTED_FILE);
      else if (this.#runsScript(path)) this.addUnread(downloaded ? DOWNLOADED_SCRIPT : COMPUTED_SCRIPT);
    }
  }

  /** A file is read when something at boot reads or runs it. A shell script always is: it is written to be run. */
  #isReadable(path: string, start: SourceText | undefined): boolean {
    const known =
      configuresDatabase(path) ||
      isMountTable(path) ||
      isUnit(path) ||
      isCrontab(path) ||
      RUN_AT_BOOT.test(path) ||
      this.#runs.has(path);
    return known || (start !== undefined && readShebang(start.text) === "shell");
  }

  #readFile(path: string, content: SourceText): void {
    if (configuresDatabase(path)) {
      for (const database of readDatabaseFile(path, content)) this.#addDatabase(database, database.line);
      if (!isUnit(path)) return;
    }
    if (path === "/etc/fstab") {
      for (const mounting of readFstab(content)) this.addMounting(mounting, mounting.line);
      for (const { what, where, type } of readMountTable(content)) this.addMount(what, where, type);
    } else if (path === "/etc/crypttab")
      for (const opening of readCrypttab(content)) this.#addOpening(opening, opening.line);
    else if (isUnit(path)) this.#readUnit(content);
    else if (isCrontab(path)) for (const command of readCrontab(path, content)) this.addScript(command);
    else {
      const by = this.#runs.get(path);
      const language = typeof by === "object" ? by : readShebang(content.text);
      if (typeof language === "object") this.addUnread(language);
      else this.addScript(content);
    }
  }

  #readUnit(content: SourceText): void {
    const { commands, mounting } = readSystemdUnit(content);
    for (const { words, line } of commands) readWords(words, line, this.#budget, this.#observer);
    if (mounting) this.addMounting(mounting, mounting.line);
  }

  /** True when a shell runs the file, or it is run as scripts are; a downloaded program is no script. */
  #runsScript(path: string): boolean {
    const by = this.#runs.get(path);
    if (by === undefined) return false;
    return by !== "itself" || !path.startsWith("/") || /^\/tmp\/|\.(?:sh|bash|run)$/.test(path);
  }
}

/** Where scripts run at boot without anything naming them. */
const RUN_AT_BOOT = /^(?:\/var\/lib\/cloud\/scripts\/per-[a-z]+\/|\/etc\/rc\.local$)/;

function isMountTable(path: string): boolean {
  return path === "/etc/fstab" || path === "/etc/crypttab";
}

function isUnit(path: string): boolean {
  return /\/systemd\/(?:.*\/)?[^/]+\.(?:service|mount)(?:\.d\/[^/]+\.conf)?$/.test(path);
}

function normalizePath(path: string): string {
  return path.replace(/^\.\//, "");
}

function sortByLine<T extends { readonly line: number }>(facts: ReadonlyMap<string, T>): T[] {
  return [...facts].sort(([keyA, a], [keyB, b]) => a.line - b.line || compare(keyA, keyB)).map(([, fact]) => fact);
}
