import type { Text } from "../../text";
import { readBody } from "./body";
import { Boot, type BootFacts } from "./boot";
import { findCalledServices } from "./called-service";
import { decode } from "./decode";
import type { DiskUse } from "./disk-use";
import type { KeyPlace } from "./key-place";
import type { DeviceOpener } from "./luks";
import { splitOutscaleSection } from "./outscale-section";
import { type SourceText, toSourceText } from "./source-text";
import { BINARY, BROKEN_GZIP, BROKEN_MIME, GZIP, UNPARSABLE } from "./phrase";
import { type Secret, findSecrets } from "./secrets";
import type { SharedService } from "./tight-loop";

/** What a VM does at boot, as far as its user data can be read; lines count from 1 in the decoded text. */
export interface UserData {
  /** Keys of the OUTSCALE section, `tags.osc.fcu.repulse_server` and the like. */
  readonly outscale: ReadonlyMap<string, string>;
  /** Devices opened as LUKS or BitLocker ones that can be traced to one of the API's. */
  readonly encryptedDevices: readonly EncryptedDevice[];
  /** Encrypted devices that may be any of the API's: partitions, links, logical volumes, unknown variables. */
  readonly untracedDevices: readonly UntracedDevice[];
  /** Buckets mounted as a file system or block device. */
  readonly bucketMounts: readonly BucketMount[];
  /** Calls that a loop repeats without a pause. */
  readonly tightLoops: readonly TightLoop[];
  /** Directories that databases keep their data in. */
  readonly databases: readonly Database[];
  /** Devices used as swap, or mounted. */
  readonly diskUses: readonly DiskUse[];
  /** The Outscale services whose hosts it names: `oos` and the like. */
  readonly calledServices: ReadonlySet<string>;
  /** Parts in a form that is not read. */
  readonly unread: readonly Text[];
  /** The parts of these that are not even text. */
  readonly undecoded: readonly Text[];
  /** Secrets that stand in it, whatever else is read of it. */
  readonly secrets: readonly Secret[];
}

/** A device of the API that is opened with LUKS. */
export interface EncryptedDevice {
  /** The whole device as the guest names it, `/dev/xvdb`. */
  readonly device: string;
  readonly by: DeviceOpener;
  readonly line: number;
  /** Where its key lies beside it; absent where the key comes from elsewhere. */
  readonly key?: KeyPlace;
}

/** An encrypted device that is opened by a name which leads to no device of the API for certain. */
export interface UntracedDevice {
  /** The device as written; text of the user data, so never for a message. */
  readonly text: string;
  readonly by: DeviceOpener;
  readonly line: number;
}

/** A bucket that is mounted as a file system or a disk, and where. */
export interface BucketMount {
  readonly tool: string;
  /** Where it is mounted, when that is known; text of the user data, so never for a message. */
  readonly target?: string;
  readonly line: number;
}

/** A database that is started, and where its data lie. */
export interface Database {
  readonly engine: string;
  /** The directory; text of the user data, so never for a message. */
  readonly path: string;
  readonly line: number;
}

/** A loop that calls a shared service without a pause, and the line where it does. */
export interface TightLoop {
  readonly service: SharedService;
  readonly line: number;
}

/** Reads user data as it is written in a program, in Base64 or plain. */
export function readUserData(written: string): UserData {
  const decoded = decode(written);
  if ("unread" in decoded) return new ReadUserData({ ...NOTHING, unread: [decoded.unread] }, new Map(), []);
  const { keys, rest } = splitOutscaleSection(decoded.text);
  return read(keys, [toSourceText(decoded.text, 1)], (boot) => {
    readBody(rest, boot);
  });
}

/** Reads a command that a shell runs on a machine, and what it is given to read. */
export function readCommand(command: string, input: string | undefined): UserData {
  return read(new Map(), [], (boot) => {
    boot.addScript(toSourceText(command, 1), input === undefined ? undefined : toSourceText(input, 1));
  });
}

function read(outscale: UserData["outscale"], texts: readonly SourceText[], add: (boot: Boot) => void): UserData {
  try {
    const boot = new Boot();
    add(boot);
    return new ReadUserData(boot.facts(), outscale, [...texts, ...boot.texts]);
  } catch (error) {
    // The engine's own limits, of its stack and of its strings: nothing above them is a form anybody writes.
    if (!(error instanceof RangeError)) throw error;
    return new ReadUserData({ ...NOTHING, unread: [UNPARSABLE] }, outscale, texts);
  }
}

class ReadUserData implements UserData {
  readonly outscale: UserData["outscale"];
  readonly encryptedDevices: UserData["encryptedDevices"];
  readonly untracedDevices: UserData["untracedDevices"];
  readonly bucketMounts: UserData["bucketMounts"];
  readonly tightLoops: UserData["tightLoops"];
  readonly databases: UserData["databases"];
  readonly diskUses: UserData["diskUses"];
  readonly unread: UserData["unread"];
  readonly #texts: readonly SourceText[];
  #secrets: readonly Secret[] | undefined;
  #calledServices: ReadonlySet<string> | undefined;

  constructor(facts: BootFacts, outscale: UserData["outscale"], texts: readonly SourceText[]) {
    this.outscale = outscale;
    this.encryptedDevices = facts.encryptedDevices;
    this.untracedDevices = facts.untracedDevices;
    this.bucketMounts = facts.bucketMounts;
    this.tightLoops = facts.tightLoops;
    this.databases = facts.databases;
    this.diskUses = facts.diskUses;
    this.unread = facts.unread;
    this.#texts = texts;
  }

  get undecoded(): readonly Text[] {
    return this.unread.filter((phrase) => UNDECODED.includes(phrase));
  }

  /** Looked for when asked, like secrets: one policy alone does. */
  get calledServices(): ReadonlySet<string> {
    return (this.#calledServices ??= new Set(this.#texts.flatMap(({ text }) => [...findCalledServices(text)])));
  }

  get secrets(): readonly Secret[] {
    return (this.#secrets ??= findSecrets(this.#texts));
  }
}

const UNDECODED = [BINARY, BROKEN_GZIP, BROKEN_MIME, GZIP];

const NOTHING: BootFacts = {
  encryptedDevices: [],
  untracedDevices: [],
  bucketMounts: [],
  tightLoops: [],
  databases: [],
  diskUses: [],
  unread: [],
};
