import { describe, expect, test } from "@jest/globals";
import { readUserData } from "../../../src/outscale/user-data";
import { bash } from "./facts";

describe("uses of disks", () => {
  test.each([
    {
      how: "swap, its options first",
      text: bash("swapon -p 5 /dev/xvdb"),
      uses: [{ device: "/dev/xvdb", as: "swap" }],
    },
    { how: "a partition", text: bash("mkswap /dev/vdc2"), uses: [{ device: "/dev/vdc", as: "swap" }] },
    {
      how: "a mount",
      text: bash("mount -t ext4 -o noatime /dev/sdb /srv"),
      uses: [{ device: "/dev/sdb", as: "/srv" }],
    },
    {
      how: "a line of the mount table",
      text: bash("echo '/dev/xvdb none swap sw 0 0' >> /etc/fstab"),
      uses: [{ device: "/dev/xvdb", as: "swap" }],
    },
    {
      how: "mounts of cloud-init",
      text: "#cloud-config\nmounts:\n  - [ephemeral0, /tmp]\n  - [xvdc, none, swap]\n",
      uses: [
        { device: "ephemeral0", as: "/tmp" },
        { device: "/dev/xvdc", as: "swap" },
      ],
    },
    { how: "a mount by label, or of what is not known", text: bash("mount -L data /srv\nmount $DISK /srv"), uses: [] },
    { how: "a mount that the mount table completes", text: bash("mount /tmp\nmount -a"), uses: [] },
    { how: "a comment of the mount table", text: bash("echo '# /dev/xvdb /tmp ext4' >> /etc/fstab"), uses: [] },
  ])("$how", ({ text, uses }) => {
    expect(readUserData(text).diskUses).toEqual(uses);
  });
});
