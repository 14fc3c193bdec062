import { describe, expect, test } from "@jest/globals";
import { readUserData } from "../../../src/outscale/user-data";
import { bash } from "./facts";

/** Where the keys lie of all devices that a document opens. */
function keysOf(text: string) {
  return readUserData(text).encryptedDevices.map(({ key }) => key ?? "elsewhere");
}

const inUserData = (line: number) => ({ in: "user data", line });
const inFile = (path: string) => ({ in: "file", path });
const inAddress = (address: string) => ({ in: "address", address });

describe("a key beside the data", () => {
  test.each<{ how: string; text: string; key: object }>([
    { how: "piped", text: bash("echo -n horse | cryptsetup open /dev/xvdb d -"), key: inUserData(2) },
    {
      how: "piped, from a variable",
      text: bash("K=horse\nprintf %s $K | cryptsetup luksOpen /dev/xvdb d -d -"),
      key: inUserData(3),
    },
    {
      how: "piped through tools",
      text: bash("echo aG9yc2U= | base64 -d | cryptsetup open /dev/xvdb d"),
      key: inUserData(2),
    },
    { how: "as a here string", text: bash('cryptsetup open /dev/xvdb d --key-file=- <<< "horse"'), key: inUserData(2) },
    { how: "as a heredoc", text: bash("cryptsetup open /dev/xvdb d <<'K'\nhorse\nK"), key: inUserData(2) },
    { how: "in a substitution", text: bash("cryptsetup open -d <(echo -n horse) /dev/xvdb d"), key: inUserData(2) },
    {
      how: "written to memory first",
      text: bash("echo horse > /run/k\ncryptsetup open -d /run/k /dev/xvdb d"),
      key: inUserData(2),
    },
    {
      how: "written, moved and removed",
      text: bash("echo horse > /k\nmv /k /run/k\ncryptsetup open -d /run/k /dev/xvdb d\nrm /run/k"),
      key: inUserData(2),
    },
    {
      how: "written by cloud-config",
      text: "#cloud-config\nwrite_files:\n  - {path: /run/k, content: horse}\nruncmd:\n  - cryptsetup open -d /run/k /dev/xvdb d\n",
      key: inUserData(3),
    },
    {
      how: "that a device is formatted with",
      text: bash("echo horse | cryptsetup luksFormat /dev/vdb -\nclevis luks unlock -d /dev/xvdb -n d"),
      key: inUserData(2),
    },
    {
      how: "that a device is bound with",
      text: bash("clevis luks bind -y -k /root/k -d /dev/xvdb tang '{}'"),
      key: inFile("/root/k"),
    },
    {
      how: "that a device is given",
      text: bash("cryptsetup luksAddKey /dev/xvdb /root/k\ncryptsetup open -d /run/k /dev/xvdb d"),
      key: inFile("/root/k"),
    },
    { how: "on the root", text: bash("cryptsetup open --key-file /root/k /dev/xvdb d"), key: inFile("/root/k") },
    {
      how: "on the root, by a short option",
      text: bash("cryptsetup open -d/root/k /dev/xvdb d"),
      key: inFile("/root/k"),
    },
    {
      how: "on the root, of a name that only the boot knows",
      text: bash("cryptsetup open -d /etc/keys/$(hostname) /dev/xvdb d"),
      key: inFile("/etc/keys/$()"),
    },
    {
      how: "on the root, read by a tool",
      text: bash("cat /etc/keys/d | cryptsetup open /dev/xvdb d"),
      key: inFile("/etc/keys/d"),
    },
    {
      how: "on the root, read into a variable",
      text: bash('K=$(cat /etc/keys/d)\necho "$K" | cryptsetup open /dev/xvdb d'),
      key: inFile("/etc/keys/d"),
    },
    { how: "on the root, led in", text: bash("cryptsetup open /dev/xvdb d < /etc/keys/d"), key: inFile("/etc/keys/d") },
    {
      how: "on the root, copied to memory",
      text: bash("install -m 400 /etc/keys/d /run/keys/\ncryptsetup open -d /run/keys/d /dev/xvdb d"),
      key: inFile("/etc/keys/d"),
    },
    {
      how: "on the root, where https brought it",
      text: bash("curl -o /root/k https://k.internal/d\ncryptsetup open -d /root/k /dev/xvdb d"),
      key: inFile("/root/k"),
    },
    {
      how: "on another disk in clear",
      text: bash("mount /dev/xvdc /keys\ncryptsetup open -d /keys/d /dev/xvdb d"),
      key: inFile("/keys/d"),
    },
    { how: "of crypttab", text: bash("echo 'd /dev/xvdb /root/k luks' >> /etc/crypttab"), key: inFile("/root/k") },
    {
      how: "that crypttab finds without naming it",
      text: bash(
        "curl https://k.internal/d > /etc/cryptsetup-keys.d/d.key\necho 'd /dev/xvdb none luks' >> /etc/crypttab",
      ),
      key: inFile("/etc/cryptsetup-keys.d/d.key"),
    },
    { how: "of systemd", text: bash("systemd-cryptsetup attach d /dev/xvdb /root/k luks"), key: inFile("/root/k") },
    {
      how: "fetched in clear",
      text: bash("curl -fsS http://k.internal/d | cryptsetup open /dev/xvdb d"),
      key: inAddress("http://k.internal/d"),
    },
    {
      how: "fetched in clear, naming no protocol",
      text: bash("wget -qO- k.internal/d | cryptsetup open /dev/xvdb d"),
      key: inAddress("http://k.internal/d"),
    },
    {
      how: "fetched in clear to memory",
      text: bash("curl -o /run/k 'http://u:p@k.internal/d?t=s'\ncryptsetup open -d /run/k /dev/xvdb d"),
      key: inAddress("http://k.internal/d"),
    },
    {
      how: "fetched in clear into a variable",
      text: bash('K=$(curl http://k.internal/d)\nf() { echo -n "$1" | cryptsetup open /dev/xvdb d; }\nf "$K"'),
      key: inAddress("http://k.internal/d"),
    },
    {
      how: "of Ignition, made and kept",
      text: '{"ignition": {"version": "3.4.0"}, "storage": {"luks": [{"name": "d", "device": "/dev/vdb"}]}}',
      key: inFile("/etc/luks/d"),
    },
    {
      how: "of Ignition, written",
      text: '{"ignition": {"version": "3.4.0"}, "storage": {"luks": [{"name": "d", "device": "/dev/vdb", "keyFile": {"source": "data:,horse"}}]}}',
      key: inUserData(1),
    },
    {
      how: "of Ignition, fetched in clear",
      text: '{"ignition": {"version": "3.4.0"}, "storage": {"luks": [{"name": "d", "device": "/dev/vdb", "keyFile": {"source": "http://k.internal/d"}}]}}',
      key: inAddress("http://k.internal/d"),
    },
    {
      how: "of Talos, written",
      text: "version: v1alpha1\nmachine:\n  systemDiskEncryption:\n    state: {provider: luks2, keys: [{slot: 0, tpm: {}}]}\n    ephemeral:\n      provider: luks2\n      keys:\n        - static: {passphrase: horse}\n",
      key: inUserData(8),
    },
    {
      how: "of BitLocker, written",
      text: '<powershell>\n$p = ConvertTo-SecureString "horse" -AsPlainText -Force\nEnable-BitLocker -MountPoint "C:" -PasswordProtector -Password $p\n</powershell>\n',
      key: inUserData(2),
    },
  ])("$how", ({ text, key }) => {
    expect(keysOf(text)).toEqual([key]);
  });
});

describe("a key from elsewhere", () => {
  test.each<{ how: string; text: string }>([
    { how: "typed in", text: bash("cryptsetup open /dev/xvdb d") },
    { how: "typed in, of crypttab", text: bash("echo 'd /dev/xvdb none luks' >> /etc/crypttab") },
    { how: "of a TPM, of crypttab", text: bash("echo 'd /dev/xvdb - luks,tpm2-device=auto' >> /etc/crypttab") },
    { how: "of a script of crypttab", text: bash("echo 'd /dev/xvdb 7 luks,keyscript=/lib/key' >> /etc/crypttab") },
    { how: "in memory", text: bash("cryptsetup open -d /run/keys/d /dev/xvdb d") },
    {
      how: "in memory of a name that only the boot knows",
      text: bash("cryptsetup open -d /run/keys/$NAME /dev/xvdb d"),
    },
    {
      how: "in memory that is mounted",
      text: bash(
        "mount -t tmpfs tmpfs /keys\ncurl -o /keys/d https://k.internal/d\ncryptsetup open -d /keys/d /dev/xvdb d",
      ),
    },
    {
      how: "in memory of fstab",
      text: bash("echo 'tmpfs /keys tmpfs defaults 0 0' >> /etc/fstab\ncryptsetup open -d /keys/d /dev/xvdb d"),
    },
    {
      how: "on a disk that is encrypted",
      text: bash("mount /dev/mapper/first /srv\ncryptsetup open -d /srv/keys/d /dev/xvdb d"),
    },
    { how: "fetched over https", text: bash("curl -fsS https://k.internal/d | cryptsetup open /dev/xvdb d") },
    {
      how: "fetched over https into a variable",
      text: bash('K=$(curl https://k.internal/d)\necho -n "$K" | cryptsetup open /dev/xvdb d'),
    },
    { how: "of a secret store", text: bash("vault read -field=key secret/d | cryptsetup open /dev/xvdb d -d -") },
    { how: "of an unknown variable", text: bash('echo -n "$KEY" | cryptsetup open /dev/xvdb d') },
    {
      how: "made at random, and removed",
      text: bash(
        "head -c 64 /dev/urandom > /root/k\ncryptsetup luksFormat /dev/xvdb /root/k\nclevis luks bind -k /root/k -d /dev/xvdb tang '{}'\nshred -u /root/k",
      ),
    },
    { how: "of a Tang server", text: bash('clevis luks bind -d /dev/xvdb tang \'{"url": "http://tang.internal"}\'') },
  ])("$how", ({ text }) => {
    expect(keysOf(text)).toEqual(["elsewhere"]);
  });

  test("where only the boot can say where it lies, that is said", () => {
    expect(keysOf(bash("K=$(mktemp)\nkey-for d > $K\ncryptsetup open -d $K /dev/xvdb d"))).toEqual([{ in: "unknown" }]);
  });
});
