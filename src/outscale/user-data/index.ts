/** A device that a VM opens as encrypted. */
export interface EncryptedDevice {
  readonly device: string;
  readonly by: string;
}

/** A bucket that a VM mounts. */
export interface BucketMount {
  readonly tool: string;
  readonly target?: string;
  readonly line: number;
}

/** What a VM does at boot, as far as its user data can be read. */
export interface UserData {
  readonly outscale: ReadonlyMap<string, string>;
  readonly encryptedDevices: readonly EncryptedDevice[];
  readonly bucketMounts: readonly BucketMount[];
  readonly unread: readonly { readonly en: string; readonly fr: string }[];
}

export function readUserData(_text: string): UserData {
  const unread = [{ en: "user data", fr: "des données utilisateur" }];
  return { outscale: new Map(), encryptedDevices: [], bucketMounts: [], unread };
}

export { guestNames } from "./guest-device";
