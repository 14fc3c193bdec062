export { type BucketMount, type EncryptedDevice, readUserData, type UntracedDevice, type UserData } from "./user-data";
