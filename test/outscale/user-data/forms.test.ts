import { gzipSync } from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import { readUserData, type UserData } from "../../../src/outscale/user-data";
import { base64, bash, factsOf } from "./facts";

const SCRIPT = "#!/bin/sh\ns3fs backups /data\n";
const MOUNT = { tool: "s3fs", target: "/data", line: 2 };
const SECTION = `-----BEGIN OUTSCALE SECTION-----
private_only=true
tags.osc.fcu.repulse_server=front
tags.osc.fcu.eip.auto-attach=198.51.100.7
-----END OUTSCALE SECTION-----
`;
const KEYS = new Map([
  ["private_only", "true"],
  ["tags.osc.fcu.repulse_server", "front"],
  ["tags.osc.fcu.eip.auto-attach", "198.51.100.7"],
]);

const BROKEN_GZIP = "gzip data that is broken, or grows too large";

function mime(...parts: readonly (readonly [type: string, body: string])[]): string {
  const bodies = parts.map(([type, body]) => `--x\nContent-Type: ${type}\n\n${body}\n`);
  return `Content-Type: multipart/mixed; boundary="x"\nMIME-Version: 1.0\n\n${bodies.join("")}--x--\n`;
}

describe("how user data is written", () => {
  test.each<{ written: string; text: string; facts: Partial<UserData> }>([
    { written: "plain", text: SCRIPT, facts: { bucketMounts: [MOUNT] } },
    { written: "in Base64", text: base64(SCRIPT), facts: { bucketMounts: [MOUNT] } },
    {
      written: "in Base64 folded in lines",
      text: base64(SCRIPT).replace(/.{10}/g, "$&\n"),
      facts: { bucketMounts: [MOUNT] },
    },
    {
      written: "with Windows line ends",
      text: SCRIPT.replaceAll("\n", "\r\n"),
      facts: { bucketMounts: [MOUNT] },
    },
    {
      written: "with a byte order mark",
      text: base64(`\ufeff${SCRIPT}`),
      facts: { bucketMounts: [MOUNT] },
    },
    {
      written: "in Latin-1",
      text: base64(Buffer.from("#!/bin/sh\ns3fs backups /data # d\u00e9p\u00f4t\n", "latin1")),
      facts: { bucketMounts: [MOUNT] },
    },
    { written: "below blank lines", text: `\n\n${SCRIPT}`, facts: { bucketMounts: [{ ...MOUNT, line: 4 }] } },
    {
      written: "below the OUTSCALE section",
      text: SECTION + SCRIPT,
      facts: { outscale: KEYS, bucketMounts: [{ ...MOUNT, line: 7 }] },
    },
    {
      written: "in Base64 with the OUTSCALE section",
      text: base64(SECTION + SCRIPT),
      facts: { outscale: KEYS, bucketMounts: [{ ...MOUNT, line: 7 }] },
    },
    { written: "as the OUTSCALE section alone", text: SECTION, facts: { outscale: KEYS } },
    { written: "with nothing in it", text: "", facts: {} },
    { written: "as a word that is Base64 by chance", text: "abcd", facts: {} },
    { written: "as prose, which cloud-init ignores", text: "mount the bucket:\ns3fs backups /data\n", facts: {} },
    { written: "with the section further down", text: `${SCRIPT}${SECTION}`, facts: { bucketMounts: [MOUNT] } },
    { written: "in gzip", text: base64(gzipSync(SCRIPT)), facts: { bucketMounts: [MOUNT] } },
    {
      written: "as a part",
      text: mime(["text/x-shellscript", SCRIPT]),
      facts: { bucketMounts: [{ ...MOUNT, line: 8 }] },
    },
    {
      written: "as a part in gzip",
      text: mime(["text/plain\nContent-Transfer-Encoding: base64", base64(gzipSync(SCRIPT))]),
      facts: { bucketMounts: [{ ...MOUNT, line: 8 }] },
    },
    {
      written: "as a quoted-printable part",
      text: mime([
        "text/x-shellscript\nContent-Transfer-Encoding: quoted-printable",
        SCRIPT.replace(" /d", "=20=\n/d"),
      ]),
      facts: { bucketMounts: [{ ...MOUNT, line: 9 }] },
    },
    {
      written: "as a part of a part",
      text: mime(
        ["text/plain", "nothing"],
        [
          `multipart/mixed;\n boundary=y`,
          `--y\nContent-Type: text/cloud-config\n\nruncmd: [s3fs backups /data]\n--y--`,
        ],
      ),
      facts: { bucketMounts: [{ ...MOUNT, line: 15 }] },
    },
    {
      written: "as an archive",
      text: "#cloud-config-archive\n- type: text/cloud-config\n  content: |\n    runcmd: [s3fs backups /data]\n",
      facts: { bucketMounts: [{ ...MOUNT, line: 4 }] },
    },
    {
      written: "as a template",
      text: "## template: jinja\n#cloud-config\n{% if v1.distro == 'debian' %}\nruncmd: [s3fs {{ ds.bucket }} /data]\n{% endif %}\n",
      facts: { bucketMounts: [{ ...MOUNT, line: 4 }] },
    },
    {
      written: "as a template of a device",
      text: "## template: jinja\n#!/bin/sh\ncryptsetup open {{ ds.device }} data\n",
      facts: { untracedDevices: [{ text: "$JINJA", by: "cryptsetup", line: 3 }] },
    },
  ])("$written", ({ text, facts }) => {
    expect(factsOf(text)).toEqual(facts);
  });

  test("all facts are there when there is nothing to tell", () => {
    const { calledServices, secrets, ...facts } = readUserData("");
    expect({ calledServices, secrets }).toEqual({ calledServices: new Set(), secrets: [] });
    expect(facts).toEqual({
      outscale: new Map(),
      encryptedDevices: [],
      untracedDevices: [],
      bucketMounts: [],
      tightLoops: [],
      databases: [],
      diskUses: [],
      unread: [],
    });
  });
});

describe("forms that are not read", () => {
  test.each<{ form: string; text: string; unread: string[] }>([
    { form: "gzip that is broken", text: base64(gzipSync(SCRIPT).subarray(0, 20)), unread: [BROKEN_GZIP] },
    { form: "a gzip bomb", text: base64(gzipSync("a".repeat(20_000_000))), unread: [BROKEN_GZIP] },
    {
      form: "a gzip bomb in a file",
      text: `#cloud-config\nwrite_files:\n- {path: /x, encoding: gz+b64, content: ${base64(gzipSync("a".repeat(20_000_000)))}}\n`,
      unread: [BROKEN_GZIP],
    },
    { form: "a program", text: base64("\x7fELF\x02\x01\x01\0\0\0\0\0"), unread: ["binary user data"] },
    { form: "bytes", text: base64(new Uint8Array(90).fill(0xf7)), unread: ["binary user data"] },
    {
      form: "multipart MIME without a boundary",
      text: "MIME-Version: 1.0\nContent-Type: multipart/mixed\n\n--x\n",
      unread: ["a multipart MIME document that is broken"],
    },
    {
      form: "parts in parts without end",
      text: Array.from(
        { length: 12 },
        (_, at) => `Content-Type: multipart/mixed; boundary="${String(at)}"\n\n--${String(at)}\n`,
      ).join(""),
      unread: ["a document nested too deep"],
    },
    {
      form: "a part that lists URLs",
      text: mime(["text/x-include-url", "https://example.com/init"]),
      unread: ["a list of URLs to include"],
    },
    { form: "include", text: "#include\nhttps://example.com/init\n", unread: ["a list of URLs to include"] },
    { form: "include once", text: "#include-once\nhttps://example.com/\n", unread: ["a list of URLs to include"] },
    {
      form: "Jinja that includes",
      text: "## template: jinja\n#cloud-config\n{% include 'x' %}\n",
      unread: ["a Jinja template that cannot be followed"],
    },
    {
      form: "a broken archive",
      text: "#cloud-config-archive\n- [\n",
      unread: ["a cloud-config that is not valid YAML"],
    },
    { form: "a JSON patch", text: "#cloud-config-jsonp\n[]\n", unread: ["a cloud-config written as a JSON patch"] },
    { form: "a part handler", text: "#part-handler\ndef list_types():\n", unread: ["a cloud-init part handler"] },
    {
      form: "Ignition that merges",
      text: '{"ignition":{"version":"3.4.0","config":{"merge":[{"source":"https://example.com"}]}}}',
      unread: ["an Ignition configuration that brings others"],
    },
    {
      form: "Butane with a local file",
      text: "variant: flatcar\nversion: 1.0.0\nstorage:\n  files: [{path: /x, contents: {local: x}}]\n",
      unread: ["a file that Butane takes from elsewhere"],
    },
    {
      form: "Ignition with a file downloaded",
      text: '{"ignition":{"version":"3.4.0"},"storage":{"files":[{"path":"/etc/fstab","contents":{"source":"https://x"}}]}}',
      unread: ["a file downloaded at boot"],
    },
    {
      form: "Talos with a manifest",
      text: "version: v1alpha1\nmachine:\n  type: worker\ncluster: {inlineManifests: [{name: x, contents: y}]}\n",
      unread: ["a Kubernetes manifest"],
    },
    {
      form: "broken Talos",
      text: "version: v1alpha1\nmachine:\n  type: [worker\n",
      unread: ["a Talos machine configuration that is not valid"],
    },
    {
      form: "PowerShell that downloads more",
      text: "#ps1\niex ((New-Object Net.WebClient).DownloadString('https://x'))\n",
      unread: ["a script downloaded at boot"],
    },
    {
      form: "PowerShell in an encoding",
      text: "#ps1\npowershell.exe -EncodedCommand ZQBjAGgAbwA=\n",
      unread: ["a script computed at boot"],
    },
    {
      form: "what Puppet applies",
      text: "#cloud-config\npuppet: {install: true}\n",
      unread: ["what a configuration agent applies"],
    },
    { form: "a batch script", text: "<script>\nmanage-bde\n</script>", unread: ["a Windows batch script"] },
    { form: "Python", text: "#!/usr/bin/env python3.11\nimport os\n", unread: ["a Python script"] },
    { form: "Perl", text: "#!/usr/bin/perl -w\n", unread: ["a Perl script"] },
    { form: "another interpreter", text: "#!/opt/secret/tool\n", unread: ["a script in another language"] },
    { form: "a boothook in Python", text: "#cloud-boothook\n#!/usr/bin/python3\n", unread: ["a Python script"] },
    { form: "broken YAML", text: "#cloud-config\nruncmd: [\n", unread: ["a cloud-config that is not valid YAML"] },
    {
      form: "two documents",
      text: "#cloud-config\na: 1\n---\nb: 1\n",
      unread: ["a cloud-config that is not valid YAML"],
    },
    { form: "an open quote", text: "#!/bin/sh\necho 'x\n", unread: ["a shell script that cannot be parsed"] },
    { form: "an open block", text: "#!/bin/sh\nif x; then\n", unread: ["a shell script that cannot be parsed"] },
  ])("$form", ({ text, unread }) => {
    const facts = factsOf(text);

    expect({ ...facts, unread: facts.unread?.map(({ en }) => en) }).toEqual({ unread });
  });

  test("they are named in French too", () => {
    expect(factsOf("#include\nhttps://example.com/init\n").unread).toEqual([
      { en: "a list of URLs to include", fr: "une liste d'URL à inclure" },
    ]);
  });
});

describe("syntax that is followed", () => {
  test.each<{ syntax: string; script: string }>([
    { syntax: "a log of everything", script: "exec > >(tee -a /var/log/x | logger -t x) 2>&1" },
    { syntax: "heredocs", script: "cat <<-'A' <<B > /x\n\ta $(\n\tA\nb\nB" },
    { syntax: "a heredoc in a substitution", script: 'x="$(cat <<EOF\na )\nEOF\n)"' },
    { syntax: "a here-string", script: 'read -r a b <<< "$(echo "a b")"' },
    { syntax: "functions", script: "function a-b { :; }\nfunction c() ( : )\nd ()\n{\n:\n}" },
    { syntax: "cases", script: 'case "$1" in\n(a|b*) :;;& \n"c d") ;;\n[!e]) : ;&\n?) :\nesac' },
    { syntax: "arithmetic", script: "((a = (1 + 2) * 3)); for ((i = 0; i < 3; i++)); do echo $((i << 1)) $[i]; done" },
    { syntax: "tests", script: "[[ ! $a =~ ^(b|[c]?(d\\())$ && ( -n $e || f < g ) ]] && [ \\( 1 \\) ]" },
    {
      syntax: "arrays",
      script: 'a=(b [3]=c "d e" # f\n$(g))\na+=(h)\na[0]=i\ndeclare -A j=([k]=l)\necho ${#a[@]} "${a[@]:1}"',
    },
    { syntax: "expansions", script: 'echo ${a//\\//_} ${a%\'}\'} "${a:-"b"}" ${!a} ${a^^} ${#} $? $$ $\'\\\'\' $"x"' },
    { syntax: "patterns", script: "shopt -s extglob; rm -f !(a|b).txt @(c)" },
    { syntax: "quotes in substitutions", script: 'echo "$(echo "$(echo ")")")" `echo \\`echo x\\``' },
    { syntax: "descriptors", script: "exec {fd}<>/x 3>&1 4<&- ; a &>> /y |& b 2>/dev/null >| /z" },
    { syntax: "signs in comments", script: "a # it's `odd $(\nb#c # d\n! e" },
  ])("$syntax", ({ script }) => {
    expect(factsOf(`#!/bin/bash\n${script}\ns3fs b /data\n`)).toEqual({
      bucketMounts: [{ ...MOUNT, line: script.split("\n").length + 2 }],
    });
  });
});

describe("Ignition", () => {
  const unit = "[Mount]\\nWhat=backups\\nWhere=/data\\nType=fuse.s3fs\\n";
  test.each<{ how: string; storage: string; facts: Partial<UserData> }>([
    {
      how: "opens a device",
      storage: '"storage":{"luks":[{"name":"data","device":"/dev/vdb","clevis":{"tpm2":true}}]}',
      facts: { encryptedDevices: [{ device: "/dev/vdb", by: "ignition", line: 2 }] },
    },
    {
      how: "mounts by a unit",
      storage: `"systemd":{"units":[{"name":"data.mount","contents":"${unit}"}]}`,
      facts: { bucketMounts: [MOUNT] },
    },
    {
      how: "mounts by the drop-in of a unit",
      storage:
        '"systemd":{"units":[{"name":"x.service","dropins":[{"name":"a.conf","contents":"[Service]\\nExecStart=s3fs backups /data"}]}]}',
      facts: { bucketMounts: [MOUNT] },
    },
    {
      how: "writes a file",
      storage: `"storage":{"files":[{"path":"/opt/m.sh","contents":{"source":"data:;base64,${base64(SCRIPT)}"}}]}`,
      facts: { bucketMounts: [MOUNT] },
    },
    {
      how: "writes a file from text",
      storage: `"storage":{"files":[{"path":"/opt/m.sh","contents":{"source":"data:,${encodeURIComponent(SCRIPT)}"}}]}`,
      facts: { bucketMounts: [MOUNT] },
    },
    {
      how: "adds a compressed text to a file",
      storage: `"storage":{"files":[{"path":"/opt/m.sh","append":[{"compression":"gzip","source":"data:;base64,${base64(gzipSync(SCRIPT))}"}]}]}`,
      facts: { bucketMounts: [MOUNT] },
    },
  ])("$how", ({ storage, facts }) => {
    expect(factsOf(`{"ignition":{"version":"3.4.0"},\n${storage}}`)).toEqual(facts);
  });

  test("is written as Butane too", () => {
    const butane = `variant: fcos
version: 1.5.0
boot_device:
  luks:
    tpm2: true
storage:
  luks:
    - device: /dev/vdb
      name: data
  files:
    - path: /opt/m.sh
      contents:
        inline: |
          #!/bin/sh
          s3fs backups /data
systemd:
  units:
    - name: m.service
      contents: |
        [Service]
        ExecStart=goofys backups /data
`;
    expect(factsOf(butane)).toEqual({
      encryptedDevices: [
        { device: "/dev/xvda", by: "ignition", line: 5 },
        { device: "/dev/vdb", by: "ignition", line: 8, key: { in: "file", path: "/etc/luks/data" } },
      ],
      bucketMounts: [
        { ...MOUNT, line: 15 },
        { tool: "goofys", target: "/data", line: 21 },
      ],
    });
  });
});

describe("Talos", () => {
  const machine = (text: string) => `version: v1alpha1\nmachine:\n${text}`;
  test.each<{ how: string; text: string; facts: Partial<UserData> }>([
    {
      how: "encrypts the disk of the system",
      text: machine("  systemDiskEncryption:\n    ephemeral: {provider: luks2}\n    state: {provider: luks2}\n"),
      facts: { encryptedDevices: [{ device: "/dev/xvda", by: "talos", line: 4 }] },
    },
    {
      how: "encrypts half of it",
      text: machine("  systemDiskEncryption:\n    ephemeral: {provider: luks2}\n"),
      facts: {},
    },
    {
      how: "encrypts volumes",
      text: `apiVersion: v1alpha1
kind: VolumeConfig
name: STATE
encryption: {provider: luks2}
---
apiVersion: v1alpha1
kind: VolumeConfig
name: EPHEMERAL
encryption: {provider: luks2}
---
apiVersion: v1alpha1
kind: UserVolumeConfig
name: data
provisioning:
  diskSelector: {match: "disk.dev_path == '/dev/vdb'"}
encryption: {provider: luks2}
---
apiVersion: v1alpha1
kind: UserVolumeConfig
name: cache
provisioning:
  diskSelector: {match: "!system_disk"}
encryption: {provider: luks2}
---
apiVersion: v1alpha1
kind: UserVolumeConfig
name: clear
provisioning:
  diskSelector: {match: "disk.dev_path == '/dev/vdc'"}
`,
      facts: {
        encryptedDevices: [
          { device: "/dev/xvda", by: "talos", line: 4 },
          { device: "/dev/vdb", by: "talos", line: 16 },
        ],
        untracedDevices: [{ text: "!system_disk", by: "talos", line: 23 }],
      },
    },
  ])("$how", ({ text, facts }) => {
    expect(factsOf(text)).toEqual(facts);
  });
});

describe("PowerShell", () => {
  const C = { device: "/dev/xvda", by: "bitlocker", line: 2 } as const;
  const D = { text: "D:", by: "bitlocker", line: 2 } as const;
  test.each<{ how: string; script: string; facts: Partial<UserData> }>([
    {
      how: "encrypts the disk of the system",
      script: 'Enable-BitLocker -MountPoint "C:"',
      facts: { encryptedDevices: [C] },
    },
    {
      how: "encrypts by its variable",
      script: "manage-bde.exe -on $env:SystemDrive",
      facts: { encryptedDevices: [C] },
    },
    {
      how: "encrypts a drive",
      script: "Enable-BitLocker -MountPoint 'D:' -UsedSpaceOnly",
      facts: { untracedDevices: [D] },
    },
    {
      how: "opens a drive",
      script: "& C:\\Windows\\System32\\manage-bde.exe -unlock D: -rk $key",
      facts: { untracedDevices: [D] },
    },
    {
      how: "encrypts in a block",
      script: '$d = "D:"; if ($true) { Enable-BitLocker `\n  -MountPoint $d }',
      facts: { untracedDevices: [D] },
    },
    { how: "comments", script: "# manage-bde -on D:\n<#\nEnable-BitLocker D:\n#>", facts: {} },
    { how: "writes", script: 'Write-Host "manage-bde -on D:"\n$help = @"\nrclone mount a: b:\n"@', facts: {} },
    { how: "asks", script: "manage-bde -status D:\nGet-BitLockerVolume -MountPoint D:", facts: {} },
    {
      how: "mounts",
      script: "rclone.exe mount oos:b X: --vfs-cache-mode full",
      facts: { bucketMounts: [{ tool: "rclone", line: 2 }] },
    },
    {
      how: "mounts by another process",
      script: 'Start-Process -FilePath "C:\\rclone\\rclone.exe" -ArgumentList "mount oos:b X:"',
      facts: { bucketMounts: [{ tool: "rclone", line: 2 }] },
    },
    {
      how: "mounts by a service",
      script: "New-Service -Name rclone -BinaryPathName '\"C:\\rclone.exe\" mount oos:b X:'",
      facts: { bucketMounts: [{ tool: "rclone", line: 2 }] },
    },
  ])("$how", ({ script, facts }) => {
    expect(factsOf(`#ps1_sysnative\n${script}\n`)).toEqual(facts);
    expect(factsOf(`<powershell>\n${script}\n</powershell>`)).toEqual(facts);
  });
});

describe("a script that breaks off", () => {
  test.each<{ how: string; script: string; unread: boolean }>([
    { how: "in a quote", script: "s3fs b /data\ns3fs b '/other", unread: true },
    { how: "in a block", script: "s3fs b /data\nif true; then\n  s3fs b /other\n", unread: true },
    { how: "in a substitution", script: 's3fs b /data\necho "`s3fs b \'/other`"', unread: true },
    // A shell warns of these, and goes on.
    { how: "in a heredoc", script: "s3fs b /data\ncat <<EOF\ns3fs b /other\n", unread: false },
  ])("$how is run up to there", ({ script, unread }) => {
    expect(factsOf(bash(script))).toEqual({
      bucketMounts: [MOUNT],
      ...(unread && {
        unread: [{ en: "a shell script that cannot be parsed", fr: "un script shell qui ne peut pas être analysé" }],
      }),
    });
  });
});

describe("scripts that are not in the user data", () => {
  const DOWNLOADED = ["a script downloaded at boot"];
  test.each<{ script: string; unread: string[] | undefined }>([
    { script: "curl -fsSL https://get.docker.com | sh", unread: DOWNLOADED },
    { script: "wget -qO- https://example.com/x | sudo -E bash -s -- --fast", unread: DOWNLOADED },
    { script: "curl https://example.com/x.gz | gunzip | bash", unread: DOWNLOADED },
    { script: "bash <(curl -s https://example.com/x)", unread: DOWNLOADED },
    { script: "source <(curl -s https://example.com/x)", unread: DOWNLOADED },
    { script: 'sh -c "$(curl -fsSL https://example.com/x)"', unread: DOWNLOADED },
    { script: "curl -o /tmp/x.sh https://example.com/x\nbash /tmp/x.sh", unread: DOWNLOADED },
    { script: "curl https://example.com/x > /tmp/x.sh\nsudo bash /tmp/x.sh", unread: DOWNLOADED },
    { script: "wget https://example.com/x.sh\nchmod +x x.sh\n./x.sh", unread: DOWNLOADED },
    { script: "make-script | sh", unread: ["a script computed at boot"] },
    { script: "python3 - <<EOF\nimport os\nEOF", unread: ["a Python script"] },
    { script: "python3 -c 'import os; os.system(\"s3fs b /data\")'", unread: ["a Python script"] },
    { script: "blkid | to-fstab >> /etc/fstab", unread: ["a system file computed at boot"] },
    { script: "curl -o /etc/fstab https://example.com/fstab", unread: ["a file downloaded at boot"] },
    {
      script: "curl -Lo /usr/local/bin/kubectl https://example.com/k\n/usr/local/bin/kubectl version",
      unread: undefined,
    },
    { script: "curl https://example.com/data | jq . > /srv/data.json", unread: undefined },
    { script: "curl -s https://example.com/x | python3 -c 'import json'", unread: undefined },
    { script: 'eval "$(ssh-agent -s)"', unread: undefined },
    { script: "# curl https://example.com/x | sh", unread: undefined },
    { script: 'echo "curl https://example.com/x | sh"', unread: undefined },
  ])("$script", ({ script, unread }) => {
    const facts = factsOf(`#!/bin/bash\n${script}\n`);

    expect({ ...facts, unread: facts.unread?.map(({ en }) => en) }).toEqual({ unread });
  });
});
