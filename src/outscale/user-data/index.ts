export {
  type BucketMount,
  type EncryptedDevice,
  readUserData,
  type TightLoop,
  type UntracedDevice,
  type UserData,
} from "./user-data";
