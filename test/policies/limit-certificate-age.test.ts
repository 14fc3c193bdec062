import { limitCertificateAge } from "../../policies/encryption/limit-certificate-age";
import { Unknown } from "../../src/stack";
import { EXPIRED, P256, ROOT, RSA_1024_SHA1, RSA_2048, RSA_3072_PSS, SOON } from "../support/certificates";
import { policySuite } from "../support/policy-suite";
import { resource } from "../support/resources";

const certificate = (body: string | Unknown, chain?: string) =>
  resource("serverCertificate:ServerCertificate", "www", { body, ...(chain !== undefined && { chain }) });
const ca = (caPem: string) => resource("ca:Ca", "clients", { caPem });

policySuite(limitCertificateAge, {
  compliant: [
    { name: "RSA of 3072 bits, and an EC key", resources: [certificate(RSA_3072_PSS), ca(ROOT)] },
    { name: "an authority's own choice of RSA", resources: [certificate(P256, RSA_2048)] },
    { name: "what require-strong-certificate finds", resources: [certificate(EXPIRED), ca(RSA_1024_SHA1), ca("none")] },
    {
      name: "as many days as the setting asks for",
      resources: [certificate(SOON)],
      settings: { minRemainingDays: 20 },
    },
  ],
  violation: [
    {
      name: "RSA of 2048 bits",
      resources: [certificate(RSA_2048), ca(ROOT + RSA_2048)],
      findings: [
        "part clients caPem: The certificate's key is RSA of 2048 bits.",
        "part www body: The certificate's key is RSA of 2048 bits.",
      ],
      needs: ["clients.caPem", "www.body"],
    },
    {
      name: "less than thirty days",
      resources: [certificate(SOON), ca(SOON)],
      findings: [
        "part clients caPem: A certificate is valid until 2026-02-20 only, 20 days from now.",
        "part www body: A certificate is valid until 2026-02-20 only, 20 days from now.",
      ],
      needs: ["clients.caPem", "www.body"],
    },
    {
      name: "one day more",
      resources: [ca(SOON)],
      today: "2026-02-19",
      findings: ["part clients caPem: A certificate is valid until 2026-02-20 only, 1 day from now."],
      needs: ["clients.caPem"],
    },
    {
      name: "a chain that runs out before what it carries",
      resources: [certificate(P256, SOON)],
      findings: ["part www chain: A certificate is valid until 2026-02-20 only, 20 days from now."],
      needs: ["www.chain"],
    },
  ],
  undetermined: [
    {
      name: "a certificate that is not known",
      resources: [certificate(new Unknown())],
      reasons: ["www: `body` is not known before deployment."],
    },
  ],
  notApplicable: [{ name: "a keypair", resources: [resource("keypair:Keypair", "ops", { keypairName: "ops" })] }],
});
