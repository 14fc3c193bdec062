import { generateKeyPairSync } from "node:crypto";
import { requireOwnKeypair } from "../../policies/encryption/require-own-keypair";
import { Unknown } from "../../src/stack";
import { vm } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { resource } from "../support/resources";

const keypair = (publicKey?: string | Unknown) => resource("keypair:Keypair", "ops", { keypairName: "ops", publicKey });
const rsa = (modulusLength: number) =>
  generateKeyPairSync("rsa", { modulusLength }).publicKey.export({ format: "pem", type: "spki" }).toString();
const ed25519 = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIK8esBK2/rY08EQ3mxMlUGCY89WEOUMQwgA0A+yBwuVj ops@example.com";

policySuite(requireOwnKeypair, {
  compliant: [
    { name: "an Ed25519 key", resources: [keypair(ed25519)] },
    { name: "the same in Base64", resources: [keypair(Buffer.from(ed25519).toString("base64"))] },
    { name: "an RSA key of 3072 bits", resources: [keypair(rsa(3072))] },
  ],
  violation: [
    {
      name: "no key",
      resources: [keypair()],
      findings: [
        "resource ops publicKey: No public key is given: Outscale makes the key, and its private half lies in the state.",
      ],
      needs: [],
    },
    {
      name: "an RSA key of 2048 bits",
      resources: [keypair(rsa(2048))],
      findings: ["resource ops publicKey: Its public key is an RSA key of 2048 bits."],
      needs: ["ops.publicKey"],
    },
    {
      name: "text that is no key",
      resources: [keypair("ssh-ed25519 ops@example.com")],
      findings: ["resource ops publicKey: What is given for a public key is none that can be read."],
      needs: ["ops.publicKey"],
    },
  ],
  undetermined: [
    {
      name: "a key that is not known",
      resources: [keypair(new Unknown())],
      reasons: ["ops: `publicKey` is not known before deployment."],
    },
  ],
  notApplicable: [{ name: "a VM with a keypair", resources: [vm("web", { keypairName: "ops" })] }],
});
