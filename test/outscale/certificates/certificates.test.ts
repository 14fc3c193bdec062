import { describe, expect, test } from "@jest/globals";
import { generateKeyPairSync } from "node:crypto";
import { certificatesIn } from "../../../src/outscale/certificates/certificate";
import { readSshKey } from "../../../src/outscale/certificates/ssh-key";
import * as pem from "../../support/certificates";

describe("a certificate", () => {
  test.each([
    ["P256", { kind: "EC", curve: "prime256v1" }, "SHA-256", "2126-01-01"],
    ["P192", { kind: "EC", curve: "prime192v1" }, "SHA-256", "2126-01-01"],
    ["ED25519", { kind: "Ed25519" }, "SHA-512", "2126-01-01"],
    ["RSA_2048", { kind: "RSA", bits: 2048 }, "SHA-256", "2126-01-01"],
    ["RSA_3072_PSS", { kind: "RSA", bits: 3072 }, "SHA-256", "2126-01-01"],
    ["RSA_1024_SHA1", { kind: "RSA", bits: 1024 }, "SHA-1", "2126-11-01"],
    ["SOON", { kind: "EC", curve: "prime256v1" }, "SHA-256", "2026-02-20"],
  ] as const)("%s is read", (name, key, hash, lastDay) => {
    const [certificate] = certificatesIn(`subject=CN = www.example.com\n${pem[name]}`) ?? [];
    expect([certificate?.key, certificate?.hash, certificate?.lastDay]).toEqual([key, hash, lastDay]);
  });

  test.each(["", "www.example.com", pem.P256.replace(/\n[^\n]{10}/, "\n"), pem.P256 + pem.ROOT.replace("MII", "")])(
    "is no text such as number %#",
    (text) => {
      expect(certificatesIn(text)).toBeUndefined();
    },
  );

  test("knows who issued it", () => {
    const [leaf, intermediate, root] = certificatesIn(pem.P256 + pem.INTERMEDIATE + pem.ROOT) ?? [];
    if (!leaf || !intermediate || !root) throw new Error("not read");
    expect([leaf.isIssuedBy(intermediate), intermediate.isIssuedBy(root), root.isIssuedBy(root)]).toEqual([
      true,
      true,
      true,
    ]);
    expect([leaf.isIssuedBy(root), root.isIssuedBy(intermediate), leaf.isIssuedBy(leaf)]).toEqual([
      false,
      false,
      false,
    ]);
  });

  test("counts the days it has left", () => {
    const [soon] = certificatesIn(pem.SOON) ?? [];
    expect([soon?.daysLeft("2026-01-31"), soon?.daysLeft("2026-02-20"), soon?.daysLeft("2026-02-21")]).toEqual([
      20, 0, -1,
    ]);
  });
});

function field(bytes: Buffer | string): Buffer {
  const content = Buffer.from(bytes);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, content]);
}

/** A line of OpenSSH, from the fields behind the kind. */
function line(kind: string, ...fields: Buffer[]): string {
  return `${kind} ${Buffer.concat([kind, ...fields].map(field)).toString("base64")} ops@example.com`;
}

const number = (text = "") => Buffer.concat([Buffer.alloc(1), Buffer.from(text, "base64url")]);

const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).publicKey;
const { e, n } = rsa.export({ format: "jwk" });
const ofRsa = line("ssh-rsa", number(e), number(n));
const ec = generateKeyPairSync("ec", { namedCurve: "P-384" }).publicKey.export({ format: "jwk" });
const point = Buffer.concat([Buffer.from([4]), ...[ec.x, ec.y].map((text) => Buffer.from(text ?? "", "base64url"))]);
const ofEd25519 = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIK8esBK2/rY08EQ3mxMlUGCY89WEOUMQwgA0A+yBwuVj ops@example.com";

test.each([
  ["an Ed25519 key", ofEd25519, { kind: "Ed25519" }],
  [
    "a key on a token",
    line(
      "sk-ssh-ed25519@openssh.com",
      Buffer.from(ofEd25519.split(" ")[1] ?? "", "base64").subarray(-32),
      Buffer.from("ssh:"),
    ),
    { kind: "Ed25519" },
  ],
  ["an RSA key", ofRsa, { kind: "RSA", bits: 2048 }],
  ["an RSA key in Base64", Buffer.from(`${ofRsa}\n`).toString("base64"), { kind: "RSA", bits: 2048 }],
  ["an RSA key in PEM", rsa.export({ format: "pem", type: "spki" }).toString(), { kind: "RSA", bits: 2048 }],
  ["an RSA key in PKCS 1", rsa.export({ format: "pem", type: "pkcs1" }).toString(), { kind: "RSA", bits: 2048 }],
  [
    "an RSA key of RFC 4716",
    `---- BEGIN SSH2 PUBLIC KEY ----\nComment: "of an \\\noperator"\n${(ofRsa.split(" ")[1] ?? "").replace(/.{70}/g, "$&\n")}\n---- END SSH2 PUBLIC KEY ----\n`,
    { kind: "RSA", bits: 2048 },
  ],
  ["an EC key", line("ecdsa-sha2-nistp384", Buffer.from("nistp384"), point), { kind: "EC", curve: "secp384r1" }],
  ["a DSA key", line("ssh-dss", number("AQAB")), { kind: "other" }],
])("reads %s", (_, text, key) => {
  expect(readSshKey(text)).toEqual(key);
});

test.each([
  "",
  "ssh-ed25519",
  "ssh-ed25519 AAAA ops@example.com",
  ofRsa.slice(0, 100),
  line("ssh-unheard-of", Buffer.alloc(32)),
  line("ecdsa-sha2-nistp256", Buffer.from("nistp256"), point),
  "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
])("takes text number %# for no key", (text) => {
  expect(readSshKey(text)).toBeUndefined();
});
