import type { Subject } from "../../../stack";
import type { TagSetting } from "../../provider/settings";
import type { System } from "../../provider/system";
import type { Vm } from "../../resources/vm";

/** What counts as evidence that a device is encrypted. */
export interface EvidenceWanted {
  /** The tag that declares it, `encryption:luks2`. */
  readonly encryptionTag: TagSetting;
  /** `proven`: what opens that very device; `declared`: a tag or an image setting will do too. */
  readonly accept: "declared" | "proven";
}

/** A block device that may hold data. */
export interface Device extends Subject {
  readonly system: System;
  /** The VMs that use it and whose user data does not open it; all of them, where one that does is enough. */
  inClearOn(): readonly Vm[];
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
