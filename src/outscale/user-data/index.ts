export type { KnownKeyPlace } from "./key-place";
export type { Secret } from "./secrets";
export {
  type BucketMount,
  type Database,
  type EncryptedDevice,
  readCommand,
  readUserData,
  type TightLoop,
  type UntracedDevice,
  type UserData,
} from "./user-data";
