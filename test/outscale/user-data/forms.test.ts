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
  ])("$written", ({ text, facts }) => {
    expect(factsOf(text)).toEqual(facts);
  });

  test("all facts are there when there is nothing to tell", () => {
    expect(readUserData("")).toEqual({
      outscale: new Map(),
      encryptedDevices: [],
      untracedDevices: [],
      bucketMounts: [],
      tightLoops: [],
      diskUses: [],
      unread: [],
    });
  });
});

describe("forms that are not read", () => {
  test.each<{ form: string; text: string; unread: string[] }>([
    { form: "gzip", text: base64(gzipSync(SCRIPT)), unread: ["gzip-compressed user data"] },
    { form: "a program", text: base64("\x7fELF\x02\x01\x01\0\0\0\0\0"), unread: ["binary user data"] },
    { form: "bytes", text: base64(new Uint8Array(90).fill(0xf7)), unread: ["binary user data"] },
    {
      form: "multipart MIME",
      text: 'Content-Type: multipart/mixed; boundary="x"\nMIME-Version: 1.0\n\n--x\n',
      unread: ["a multipart MIME document"],
    },
    {
      form: "multipart MIME in Base64",
      text: base64('MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="x"\n\n--x\n'),
      unread: ["a multipart MIME document"],
    },
    { form: "include", text: "#include\nhttps://example.com/init\n", unread: ["a list of URLs to include"] },
    { form: "include once", text: "#include-once\nhttps://example.com/\n", unread: ["a list of URLs to include"] },
    { form: "Jinja", text: "## template: jinja\n#cloud-config\nruncmd: []\n", unread: ["a Jinja template"] },
    { form: "an archive", text: "#cloud-config-archive\n- content: x\n", unread: ["a cloud-config archive"] },
    { form: "a JSON patch", text: "#cloud-config-jsonp\n[]\n", unread: ["a cloud-config written as a JSON patch"] },
    { form: "a part handler", text: "#part-handler\ndef list_types():\n", unread: ["a cloud-init part handler"] },
    { form: "Ignition", text: '{"ignition":{"version":"3.4.0"}}', unread: ["an Ignition configuration"] },
    { form: "Butane", text: "variant: flatcar\nversion: 1.0.0\n", unread: ["a Butane configuration"] },
    {
      form: "Talos",
      text: "version: v1alpha1\nmachine:\n  type: worker\ncluster: {}\n",
      unread: ["a Talos machine configuration"],
    },
    {
      form: "a Talos document",
      text: "apiVersion: v1alpha1\nkind: VolumeConfig\nname: STATE\n",
      unread: ["a Talos machine configuration"],
    },
    { form: "PowerShell", text: "<powershell>\nEnable-BitLocker\n</powershell>", unread: ["a PowerShell script"] },
    { form: "native PowerShell", text: "#ps1_sysnative\nEnable-BitLocker\n", unread: ["a PowerShell script"] },
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
