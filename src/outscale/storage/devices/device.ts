import type { Subject } from "../../../stack";
import type { TagSetting } from "../../provider/settings";
import type { System } from "../../provider/system";
import type { Vm } from "../../resources/vm";

/** What counts as evidence that a device is encrypted. */
export interface EvidenceWanted {
  /** The weakest grade that will do (docs/evidence.md). */
  readonly accept: "declared" | "key at hand" | "proven";
  /** A declaration will do too, though its grade be weaker. */
  readonly orDeclared?: boolean;
  /** The tag that declares it, `encryption:luks2`; without one, only entries do that somebody answers for until a day. */
  readonly encryptionTag?: TagSetting;
  /** The evaluation date, `2026-01-31`. */
  readonly today: string;
}

/** A VM that uses a device, and its name there. */
export interface DeviceUse {
  readonly vm: Vm;
  readonly name: () => string | undefined;
}

/** A block device that may hold data. */
export interface Device extends Subject {
  readonly system: System;
  /** The VMs that certainly use it. */
  uses(): readonly DeviceUse[];
  /** Whether there is such a device at all, and what it is. */
  is(kind: "root" | "data"): boolean;
  /**
   * Whether there is the wanted evidence that it is encrypted.
   * @throws {Undecided} when no evidence is certain and some is possible
   */
  isEncrypted(wanted: EvidenceWanted): boolean;
  /** Whether it serves production. */
  isProduction(): boolean;
  /**
   * Whether what it holds is sensitive: by its own class, else by that of the VMs that use it.
   * @throws {Undecided} when nothing classifies it, or what does is not known
   */
  isSensitive(): boolean;
  /**
   * Whether a tag of the device, or of the VMs that use it, has a value that passes.
   * @throws {Undecided} when none certainly has and one may
   */
  hasTag(key: string, passes: (value: string) => boolean): boolean;
  /**
   * Whether the program says that the device stays when its VM is deleted; the provider's own default is not settled.
   * @throws {UnreadableValue} when the provider may not do as is written
   */
  outlivesVm(): boolean;
  /** Whether the program says what becomes of the device when its VM is deleted, be it to stay or to go. */
  saysWhatBecomes(): boolean;
}
