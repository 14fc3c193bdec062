import { describe, expect, test } from "@jest/globals";
import type { EncryptedDevice, UntracedDevice } from "../../../src/outscale/user-data";
import { bash, factsOf } from "./facts";

const device = (name: string, by: EncryptedDevice["by"] = "cryptsetup", line = 2): EncryptedDevice => ({
  device: name,
  by,
  line,
});
const B = [device("/dev/xvdb")];

describe("devices that are encrypted", () => {
  test.each<{ how: string; text: string; devices: EncryptedDevice[] }>([
    { how: "luksOpen", text: bash("cryptsetup luksOpen /dev/xvdb data"), devices: B },
    { how: "open", text: bash("cryptsetup open /dev/xvdb data"), devices: B },
    { how: "open with its type", text: bash("cryptsetup open --type luks2 /dev/xvdb data"), devices: B },
    { how: "open with its type after", text: bash("cryptsetup open /dev/xvdb data --type=luks"), devices: B },
    { how: "BitLocker", text: bash("cryptsetup bitlkOpen /dev/xvdb data"), devices: B },
    { how: "options first", text: bash("cryptsetup -q --key-file - -s 512 luksOpen /dev/xvdb data"), devices: B },
    { how: "unknown options", text: bash("cryptsetup $OPTIONS luksOpen /dev/xvdb data"), devices: B },
    { how: "a piped key", text: bash('echo -n "$KEY" | sudo cryptsetup open /dev/xvdb data -d -'), devices: B },
    { how: "another name of the device", text: bash("cryptsetup open /dev/vdb data"), devices: [device("/dev/vdb")] },
    { how: "two letters", text: bash("cryptsetup open /dev/xvdba data"), devices: [device("/dev/xvdba")] },
    {
      how: "a variable",
      text: bash('DEV=/dev/xvdb\ncryptsetup open "${DEV}" data'),
      devices: [device("/dev/xvdb", "cryptsetup", 3)],
    },
    { how: "parts of a name", text: bash("N=b; cryptsetup open /dev/xvd$N data"), devices: B },
    { how: "a default", text: bash("cryptsetup open ${DEV:-/dev/xvdb} data"), devices: B },
    { how: "a default that stays", text: bash(": ${DEV:=/dev/xvdb}; cryptsetup open $DEV data"), devices: B },
    {
      how: "two names of one device",
      text: bash("[ -b /dev/xvdb ] && D=/dev/xvdb || D=/dev/vdb; cryptsetup open $D data"),
      devices: B,
    },
    {
      how: "a loop",
      text: bash("for d in /dev/xvdb /dev/xvdc; do cryptsetup open $d ${d##*/}; done"),
      devices: [device("/dev/xvdb"), device("/dev/xvdc")],
    },
    {
      how: "a list in a variable",
      text: bash('L="/dev/xvdb /dev/xvdc"; for d in $L; do cryptsetup open $d d; done'),
      devices: [device("/dev/xvdb"), device("/dev/xvdc")],
    },
    {
      how: "an array",
      text: bash('L=(/dev/xvdb /dev/xvdc); for d in "${L[@]}"; do cryptsetup open $d d; done'),
      devices: [device("/dev/xvdb"), device("/dev/xvdc")],
    },
    {
      how: "a function's argument",
      text: bash('f() {\n  local dev=$1\n  cryptsetup open "$dev" "$2"\n}\nf /dev/xvdb data'),
      devices: [device("/dev/xvdb", "cryptsetup", 4)],
    },
    {
      how: "braces",
      text: bash("for d in /dev/xvd{b,c}; do cryptsetup open $d d; done"),
      devices: [device("/dev/xvdb"), device("/dev/xvdc")],
    },
    {
      how: "braces that count",
      text: bash("for d in /dev/xvd{b..d}; do cryptsetup open $d d; done"),
      devices: [device("/dev/xvdb"), device("/dev/xvdc"), device("/dev/xvdd")],
    },
    { how: "a script's argument", text: bash("bash -c 'cryptsetup open \"$1\" d' _ /dev/xvdb"), devices: B },
    {
      how: "a condition",
      text: bash("if cryptsetup isLuks /dev/xvdb; then cryptsetup open /dev/xvdb d; fi"),
      devices: B,
    },
    {
      how: "a format before",
      text: bash("cryptsetup luksFormat /dev/xvdb k || true\ncryptsetup open /dev/xvdb d -d k"),
      devices: [{ ...device("/dev/xvdb", "cryptsetup", 3), key: { in: "file", path: "k" } }],
    },
    { how: "clevis", text: bash("clevis luks unlock -d /dev/xvdb -n data"), devices: [device("/dev/xvdb", "clevis")] },
    {
      how: "a clevis binding",
      text: bash("clevis luks bind -yd /dev/xvdb tang '{}'"),
      devices: [device("/dev/xvdb", "clevis")],
    },
    {
      how: "systemd",
      text: bash("/lib/systemd/systemd-cryptsetup attach data /dev/xvdb /k luks"),
      devices: [{ ...device("/dev/xvdb", "systemd-cryptsetup"), key: { in: "file", path: "/k" } }],
    },
    {
      how: "a line of crypttab",
      text: bash('echo "data /dev/xvdb none luks,noauto" >> /etc/crypttab'),
      devices: [device("/dev/xvdb", "crypttab")],
    },
    {
      how: "crypttab from a variable",
      text: bash("D=/dev/xvdb\ncat <<EOF | sudo tee -a /etc/crypttab\n# ours\ndata $D /k\nEOF"),
      devices: [{ ...device("/dev/xvdb", "crypttab", 5), key: { in: "file", path: "/k" } }],
    },
    {
      how: "write_files to crypttab",
      text: '#cloud-config\nwrite_files:\n  - path: /etc/crypttab\n    content: "data /dev/xvdb none luks"\n',
      devices: [device("/dev/xvdb", "crypttab", 4)],
    },
    {
      how: "runcmd",
      text: "#cloud-config\nruncmd:\n  - [cryptsetup, luksOpen, /dev/xvdb, data]\n",
      devices: [device("/dev/xvdb", "cryptsetup", 3)],
    },
    {
      how: "a unit",
      text: bash(
        "cat > /etc/systemd/system/c.service <<EOF\n[Service]\nExecStart=/sbin/cryptsetup open /dev/xvdb d\nEOF",
      ),
      devices: [device("/dev/xvdb", "cryptsetup", 4)],
    },
  ])("$how", ({ text, devices }) => {
    expect(factsOf(text)).toEqual({ encryptedDevices: devices });
  });
});

describe("encrypted devices that may be any volume", () => {
  const untraced = (text: string, by: UntracedDevice["by"] = "cryptsetup", line = 2): UntracedDevice => ({
    text,
    by,
    line,
  });
  test.each<{ how: string; text: string; device: UntracedDevice }>([
    { how: "a partition", text: bash("cryptsetup open /dev/xvdb1 d"), device: untraced("/dev/xvdb1") },
    { how: "a link", text: bash("cryptsetup open /dev/disk/by-id/x d"), device: untraced("/dev/disk/by-id/x") },
    { how: "a logical volume", text: bash("cryptsetup open /dev/vg/lv d"), device: untraced("/dev/vg/lv") },
    { how: "a loop device", text: bash("cryptsetup open /dev/loop0 d"), device: untraced("/dev/loop0") },
    { how: "an unset variable", text: bash("cryptsetup open $DEV d"), device: untraced("$DEV") },
    { how: "a computed variable", text: bash("D=$(lsblk -n); cryptsetup open $D d"), device: untraced("$D") },
    { how: "a substitution", text: bash("cryptsetup open $(lsblk -n) d"), device: untraced("$()") },
    { how: "a pattern", text: bash("cryptsetup open /dev/xvd? d"), device: untraced("/dev/xvd?") },
    {
      how: "braces of something",
      text: bash("cryptsetup open /dev/xvd{$a,$b} d"),
      device: untraced("/dev/xvd{$a,$b}"),
    },
    {
      how: "one of two devices",
      text: bash("if x; then D=/dev/xvdb; else D=/dev/xvdc; fi; cryptsetup open $D d"),
      device: untraced("$D"),
    },
    {
      how: "a variable that may be changed",
      text: bash("D=/dev/xvdb; [ -b /dev/xvdc ] && D=/dev/xvdc; cryptsetup open $D d"),
      device: untraced("$D"),
    },
    {
      how: "a variable that another file may set",
      text: bash("D=/dev/xvdb; . /etc/default/disk; cryptsetup open $D d"),
      device: untraced("$D"),
    },
    { how: "a variable that is read", text: bash("D=/dev/xvdb; read D; cryptsetup open $D d"), device: untraced("$D") },
    { how: "an unknown type", text: bash("cryptsetup open --type $T /dev/xvdb d"), device: untraced("/dev/xvdb") },
    { how: "xargs", text: bash("echo /dev/xvdb | xargs -I{} cryptsetup open {} d"), device: untraced("{}") },
    {
      how: "crypttab by UUID",
      text: bash('echo "d UUID=$(blkid -o value /dev/xvdb) none luks" >> /etc/crypttab'),
      device: untraced("UUID=$()", "crypttab"),
    },
  ])("$how", ({ text, device }) => {
    expect(factsOf(text)).toEqual({ untracedDevices: [device] });
  });
});

describe("what only looks like an encrypted device", () => {
  test.each<{ what: string; text: string }>([
    { what: "a format", text: bash("cryptsetup luksFormat /dev/xvdb") },
    { what: "a plain mapping", text: bash("cryptsetup open --type plain /dev/xvdb d") },
    { what: "a plain mapping of old", text: bash("cryptsetup create d /dev/xvdb") },
    { what: "a TrueCrypt volume", text: bash("cryptsetup open --type tcrypt /dev/xvdb d") },
    {
      what: "a question",
      text: bash("cryptsetup isLuks /dev/xvdb; cryptsetup luksDump /dev/xvdb; cryptsetup status d"),
    },
    { what: "an end of it", text: bash("cryptsetup close d; cryptsetup luksClose d") },
    { what: "a try of the key", text: bash("cryptsetup open --test-passphrase /dev/xvdb") },
    { what: "a comment", text: bash("# cryptsetup open /dev/xvdb d") },
    { what: "a message", text: bash('echo "cryptsetup open /dev/xvdb d"') },
    { what: "an installation", text: bash("apt-get install -y cryptsetup clevis-luks") },
    { what: "a look at the version", text: bash("cryptsetup --version") },
    { what: "no device", text: bash("cryptsetup luksOpen") },
    { what: "a file system", text: bash("mkfs.xfs /dev/xvdb && mount /dev/xvdb /data") },
    { what: "encrypted swap", text: bash('echo "swap /dev/xvdb /dev/urandom swap" >> /etc/crypttab') },
    { what: "a plain line of crypttab", text: bash('echo "d /dev/xvdb /k plain,size=256" >> /etc/crypttab') },
    { what: "a commented line of crypttab", text: bash('echo "# d /dev/xvdb none luks" >> /etc/crypttab') },
    { what: "a name alone in crypttab", text: bash('echo "d" >> /etc/crypttab') },
    { what: "crypttab somewhere else", text: bash('echo "d /dev/xvdb none luks" >> /root/crypttab') },
    { what: "a look into crypttab", text: bash('grep -q "d /dev/xvdb none luks" /etc/crypttab') },
    { what: "after an exit", text: bash("exit 0\ncryptsetup open /dev/xvdb d") },
    { what: "a heredoc nobody reads", text: bash("cat <<EOF\ncryptsetup open /dev/xvdb d\nEOF") },
    { what: "a list of clevis", text: bash("clevis luks list -d /dev/xvdb") },
    { what: "a plain attachment", text: bash("systemd-cryptsetup attach d /dev/xvdb /dev/urandom swap") },
    {
      what: "disk_setup",
      text: "#cloud-config\ndisk_setup:\n  /dev/xvdb: { table_type: gpt }\nfs_setup:\n  - { device: /dev/xvdb, label: luks }\n",
    },
    { what: "another case", text: bash("cryptsetup luksopen /dev/xvdb d") },
  ])("$what", ({ text }) => {
    expect(factsOf(text)).toEqual({});
  });
});
