import { requireStrongCertificate } from "../../policies/encryption/require-strong-certificate";
import { Unknown } from "../../src/stack";
import {
  ED25519,
  EXPIRED,
  INTERMEDIATE,
  P192,
  P256,
  ROOT,
  RSA_1024_SHA1,
  RSA_2048,
  SOON,
} from "../support/certificates";
import { policySuite } from "../support/policy-suite";
import { resource } from "../support/resources";

const certificate = (body: string | Unknown, chain?: string | Unknown) =>
  resource("serverCertificate:ServerCertificate", "www", { body, chain });
const ca = (caPem: string | Unknown) => resource("ca:Ca", "clients", { caPem });

policySuite(requireStrongCertificate, {
  compliant: [
    { name: "a certificate with its chain in order", resources: [certificate(P256, INTERMEDIATE + ROOT)] },
    { name: "a certificate without its chain", resources: [certificate(RSA_2048)] },
    { name: "the chain behind the certificate itself", resources: [certificate(P256 + INTERMEDIATE, ROOT)] },
    { name: "one that will soon have expired", resources: [certificate(SOON)] },
    { name: "authorities, in any order", resources: [ca(INTERMEDIATE + ED25519 + ROOT)] },
  ],
  violation: [
    {
      name: "a weak key and a weak signature",
      resources: [certificate(RSA_1024_SHA1)],
      findings: [
        "part www body: The certificate has an RSA key of 1024 bits.",
        "part www body: The certificate is signed with SHA-1.",
      ],
      needs: ["www.body"],
    },
    {
      name: "an expired certificate, and a curve that is too short",
      resources: [certificate(EXPIRED), ca(ROOT + P192)],
      findings: [
        "part clients caPem: Certificate 2 has an EC key on a curve that does not hold.",
        "part www body: The certificate has not been valid since 2026-01-30.",
      ],
      needs: ["www.body", "clients.caPem"],
    },
    {
      name: "a chain that begins with its root",
      resources: [certificate(P256, ROOT + INTERMEDIATE)],
      findings: ["part www chain: The chain is not in order: its first certificate did not issue the one in `body`."],
      needs: ["www.body", "www.chain"],
    },
    {
      name: "a chain that leaves an authority out",
      resources: [certificate(P256, INTERMEDIATE + P256)],
      findings: ["part www chain: The chain is not in order: certificate 2 did not issue the one before it."],
      needs: ["www.body", "www.chain"],
    },
    {
      name: "text that is no certificate",
      resources: [certificate("www.example.com", "none"), ca("")],
      findings: [
        "part clients caPem: It holds no certificate in PEM that can be read.",
        "part www body: It holds no certificate in PEM that can be read.",
        "part www chain: It holds no certificate in PEM that can be read.",
      ],
      needs: ["clients.caPem", "www.body", "www.chain"],
    },
  ],
  undetermined: [
    {
      name: "certificates that are not known",
      resources: [certificate(new Unknown(), INTERMEDIATE)],
      reasons: ["www: `body` is not known before deployment.", "www: `body` is not known before deployment."],
    },
  ],
  notApplicable: [{ name: "a keypair", resources: [resource("keypair:Keypair", "ops", { keypairName: "ops" })] }],
});
