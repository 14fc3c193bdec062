// Data devices have one or two letters; the root device alone is written with a digit, `/dev/sda1`.
const API_DEVICE = /^\/dev\/(?:sd|xvd)(?:([a-z]{1,2})|(a)1)$/;
const GUEST_DEVICE = /^\/dev\/(?:xvd|vd|sd)([a-z]{1,2})$/;

/** The names a guest may give the API's device, `/dev/sdb` or `/dev/xvdb`; none for a device of another name. */
export function guestNames(device: string): string[] {
  const match = API_DEVICE.exec(device);
  const letters = match?.[1] ?? match?.[2];
  return letters === undefined ? [] : ["xvd", "vd", "sd"].map((kind) => `/dev/${kind}${letters}`);
}

/** The letters by which the API knows a whole device of the guest: `b` for `/dev/vdb`, none for a partition. */
export function lettersOf(device: string): string | undefined {
  return GUEST_DEVICE.exec(device)?.[1];
}

/** The device that a VM starts from, as its guest names it. */
export const ROOT_DEVICE = "/dev/xvda";
