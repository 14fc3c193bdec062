import { gzipSync } from "node:zlib";
import { type Bases, DOCUMENT, resourceOf } from "../bases";
import { anyWay, run, wayOf } from "../command";
import type { Dice } from "../dice";
import { isObject, type Json, type JsonObject, writeJson } from "../json";
import { damage, mutated } from "../mutate";
import type { Reader } from "../reader";
import { LONG, longText, randomBytes } from "../texts";
import { documentIn, previewOf, stateOf } from "./documents";

/** A text, damaged, long, or as it is. */
function damaged(text: string, dice: Dice): string {
  if (dice.oneIn(8)) return longText(dice);
  if (dice.oneIn(12)) return randomBytes(dice, 1 + dice.below(2000));
  let changed = text;
  for (let times = dice.below(5); times > 0; times -= 1) changed = damage(changed, dice);
  if (!dice.oneIn(8)) return changed;
  // As long as may be: the text again and again, or with one part of it that is long.
  const again = (piece: string) => piece.repeat(Math.ceil(LONG / Math.max(1, piece.length))).slice(0, LONG);
  const at = dice.below(changed.length + 1);
  if (dice.oneIn(3)) return again(changed);
  const long = dice.oneIn(2) ? longText(dice) : again(changed.slice(at, at + 1 + dice.below(60)));
  return changed.slice(0, at) + long + changed.slice(at);
}

/** Resources that hold a text, which is read as something of its own. */
function textReader(kind: string, of: { text: (dice: Dice, bases: Bases) => string; in: InResources }): Reader {
  return {
    kind,
    make: (dice, bases) => ({
      as: {
        ...anyWay(dice, ["check", "check", "check", "prove"]),
        holder: dice.below(of.in.length),
        door: dice.below(2),
      },
      text: of.text(dice, bases),
    }),
    read: async (input) => {
      const text = documentIn(input, "text");
      const as = isObject(input) && isObject(input["as"]) ? input["as"] : {};
      const holder = of.in[Number(as["holder"] ?? 0)] ?? of.in[0];
      const resources = holder(typeof text === "string" ? text : writeJson(text));
      const [door, around] = as["door"] === 1 ? (["preview", previewOf] as const) : (["state", stateOf] as const);
      // Written here: a text of signs that are all bytes is none of bytes.
      return run(wayOf(input), door, JSON.stringify(around(resources)).replaceAll(/[\u0080-\uffff]/g, escaped));
    },
  };
}

type InResources = readonly [(text: string) => JsonObject[], ...((text: string) => JsonObject[])[]];

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

const NEIGHBOURS = [
  resourceOf("volume:Volume", "data", { subregionName: "cloudgouv-eu-west-1a", size: 10 }, { id: "vol-1" }),
  resourceOf("volumeLink:VolumeLink", "link", { deviceName: "/dev/xvdb", vmId: "i-1", volumeId: "vol-1" }),
];

export const userData = textReader("user data", {
  text: (dice, bases) => inForm(damaged(dice.anyOf(bases.userData) ?? "", dice), dice),
  in: [
    (text) => [resourceOf("vm:Vm", "app", { imageId: "ami-1", userData: text }, { id: "i-1" }), ...NEIGHBOURS],
    (text) => [resourceOf("command:remote:Command", "setup", { create: text, stdin: text })],
    (text) => [podOf({ command: ["sh", "-c", text] })],
  ],
});

/** Forms in which user data reach a VM. */
function inForm(text: string, dice: Dice): string {
  const bytes = Buffer.from(text, dice.oneIn(4) ? "latin1" : "utf8");
  const quoted = JSON.stringify(text);
  const indented = text.replaceAll("\n", "\n    ");
  switch (dice.below(14)) {
    case 0:
      return bytes.toString("base64");
    case 1:
      return gzipSync(bytes).toString("base64");
    case 2:
      return damage(gzipSync(bytes).toString("base64"), dice);
    case 3:
      return `Content-Type: multipart/mixed; boundary="x"\nMIME-Version: 1.0\n\n--x\nContent-Type: text/x-shellscript\n\n${text}\n--x--\n`;
    case 4:
      return `Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Transfer-Encoding: base64\n\n${bytes.toString("base64")}\n--x--`;
    case 5:
      return `#cloud-config\nwrite_files:\n- path: /etc/app\n  content: |\n    ${indented}\nruncmd:\n- ${quoted}\n`;
    case 6:
      return `<powershell>\n${text}\n</powershell>`;
    case 7:
      return ignitionOf(text);
    case 8:
      return `machine:\n  type: worker\n  files:\n  - path: /a\n    content: ${quoted}\ncluster: {}\n`;
    case 9:
      return `version: v1alpha1\nmachine:\n  disks:\n  - device: ${quoted}\n  env: { A: ${quoted} }\n`;
    case 10:
      return `#cloud-config\nruncmd:\n- [sh, -c, ${quoted}]\nchpasswd: { list: ${quoted} }\nmounts: [[${quoted}, /srv]]\n`;
    default:
      return text;
  }
}

function ignitionOf(text: string): string {
  return JSON.stringify({
    ignition: { version: "3.4.0" },
    storage: {
      files: [{ path: "/a", contents: { source: `data:,${encodeURIComponent(Buffer.from(text).toString())}` } }],
    },
    systemd: { units: [{ name: "a.service", contents: `[Service]\nExecStart=${text}` }] },
  });
}

function podOf(container: JsonObject): JsonObject {
  return resourceOf("kubernetes:core/v1:Pod", "app", {
    metadata: { name: "app" },
    spec: { containers: [{ name: "app", ...container }] },
  });
}

export const manifests = textReader("manifests", {
  text: (dice, bases) => damaged(dice.anyOf(bases.manifests) ?? "", dice),
  in: [
    (manifest) => [resourceOf("oksManifest:OksManifest", "app", { clusterId: "c-1", manifest })],
    (yaml) => [resourceOf("kubernetes:yaml/v2:ConfigGroup", "group", { yaml })],
    (yaml) => [resourceOf("kubernetes:yaml:ConfigGroup", "group", { yaml: [yaml] })],
    (values) => [resourceOf("kubernetes:helm.sh/v3:Release", "chart", { chart: "x", valueYamlFiles: [values] })],
  ],
});

export const eimDocuments = textReader("EIM documents", {
  text: (dice) => {
    const changed = mutated(JSON.parse(DOCUMENT) as Json, dice);
    return dice.oneIn(3) ? damaged(writeJson(changed), dice) : writeJson(changed);
  },
  in: [
    (document) => [
      resourceOf("policy:Policy", "ops", { policyName: "ops", document }, { id: "orn:ops" }),
      resourceOf("user:User", "deploy", { userName: "deploy", policies: [{ policyOrn: "orn:ops" }] }),
    ],
    (document) => [resourceOf("policyVersion:PolicyVersion", "second", { policyOrn: "orn:ops", document })],
    (policy) => [
      resourceOf("aws:s3/bucketV2:BucketV2", "files", { bucket: "files" }),
      resourceOf("aws:s3/bucketPolicy:BucketPolicy", "files", { bucket: "files", policy }),
    ],
  ],
});

export const certificates = textReader("certificates and keys", {
  text: (dice, bases) => damaged(dice.oneIn(4) ? SSH_KEY : bases.pems.filter(() => dice.oneIn(4)).join("\n"), dice),
  in: [
    (body) => [resourceOf("serverCertificate:ServerCertificate", "www", { body, chain: body, privateKey: body })],
    (caPem) => [resourceOf("ca:Ca", "clients", { caPem })],
    (publicKey) => [resourceOf("keypair:Keypair", "ops", { keypairName: "ops", publicKey })],
  ],
});

const SSH_KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIK8esBK2/rY08EQ3mxMlUGCY89WEOUMQwgA0A+yBwuVj ops@example.com";
