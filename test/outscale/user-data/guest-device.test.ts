import { expect, test } from "@jest/globals";
import { guestNames } from "../../../src/outscale/user-data/guest-device";

test.each<{ device: string; names: string[] }>([
  { device: "/dev/sdb", names: ["/dev/xvdb", "/dev/vdb", "/dev/sdb"] },
  { device: "/dev/xvdc", names: ["/dev/xvdc", "/dev/vdc", "/dev/sdc"] },
  { device: "/dev/xvdba", names: ["/dev/xvdba", "/dev/vdba", "/dev/sdba"] },
  { device: "/dev/sda1", names: ["/dev/xvda", "/dev/vda", "/dev/sda"] },
  { device: "/dev/sdb1", names: [] },
  { device: "/dev/nvme1n1", names: [] },
  { device: "xvdb", names: [] },
])("the guest's names of $device", ({ device, names }) => {
  expect(guestNames(device)).toEqual(names);
});
