import { Boot } from "./boot";
import { readCloudConfig } from "./cloud-config";
import { decode } from "./decode";
import type { DiskUse } from "./disk-use";
import { formOf } from "./form";
import { shebang } from "./interpreter";
import type { DeviceOpener } from "./luks";
import { splitOutscaleSection } from "./outscale-section";
import { type Passage, countNewlines } from "./passage";
import { type Phrase, UNPARSABLE } from "./phrase";
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
  /** Devices used as swap, or mounted. */
  readonly diskUses: readonly DiskUse[];
  /** Parts in a form that is not read. */
  readonly unread: readonly Phrase[];
}

export interface EncryptedDevice {
  /** The whole device as the guest names it, `/dev/xvdb`. */
  readonly device: string;
  readonly by: DeviceOpener;
  readonly line: number;
}

export interface UntracedDevice {
  /** The device as written; text of the user data, so never for a message. */
  readonly text: string;
  readonly by: DeviceOpener;
  readonly line: number;
}

export interface BucketMount {
  readonly tool: string;
  /** Where it is mounted, when that is known; text of the user data, so never for a message. */
  readonly target?: string;
  readonly line: number;
}

export interface TightLoop {
  readonly service: SharedService;
  readonly line: number;
}

/** Reads user data as it is written in a program, in Base64 or plain. */
export function readUserData(written: string): UserData {
  const decoded = decode(written);
  if ("unread" in decoded) return { ...NOTHING, unread: [decoded.unread] };
  const { keys, rest } = splitOutscaleSection(decoded.text);
  try {
    const boot = new Boot();
    readBody(rest, boot);
    return { outscale: keys, ...boot.facts() };
  } catch (error) {
    // The engine's own limits, of its stack and of its strings: nothing above them is a form anybody writes.
    if (!(error instanceof RangeError)) throw error;
    return { ...NOTHING, outscale: keys, unread: [UNPARSABLE] };
  }
}

const NOTHING: UserData = {
  outscale: new Map(),
  encryptedDevices: [],
  untracedDevices: [],
  bucketMounts: [],
  tightLoops: [],
  diskUses: [],
  unread: [],
};

function readBody(body: Passage, boot: Boot): void {
  const form = formOf(body.text);
  if (typeof form === "object") boot.addUnread(form.unread);
  else if (form === "cloud-config") readCloudConfig(body, boot);
  else if (form === "shell") boot.addScript(body);
  else if (form === "boothook") readBoothook(body, boot);
}

/** The script below the line that says it is a boothook. */
function readBoothook({ text, lineAt }: Passage, boot: Boot): void {
  const start = text.length - text.trimStart().length;
  const end = text.indexOf("\n", start);
  if (end === -1) return;
  const script = text.slice(end + 1);
  const offset = countNewlines(text.slice(0, end + 1));
  const interpreter = shebang(script);
  if (typeof interpreter === "object") boot.addUnread(interpreter);
  else boot.addScript({ text: script, lineAt: (index) => lineAt(index + offset) });
}
