import { CertificateText, certificateTextsOf } from "../../src/outscale";
import { definePolicy, finding } from "../../src/policy";
import { formatCount } from "../../src/text";

export const limitCertificateAge = definePolicy({
  name: "limit-certificate-age",
  clauses: ["R10.encryption"],
  ground: "obligation",
  severity: "medium",
  level: "advisory",
  alone: [CertificateText],
  title: {
    en: "Certificates are renewed in time, for keys that will still hold",
    fr: "Les certificats sont renouvelés à temps, pour des clés qui resteront sûres",
  },
  why: {
    en: "A certificate that runs out takes its service down on a day known beforehand, and RSA below 3072 bits is not held to be safe beyond 2030.",
    fr: "Un certificat qui expire coupe son service un jour connu d'avance, et une clé RSA de moins de 3072 bits n'est plus tenue pour sûre après 2030.",
  },
  remediation: {
    en: "Renew the certificate, for an EC key, Ed25519 or RSA of 3072 bits or more, and give the new one in `body`, `chain` or `caPem`.",
    fr: "Renouvelez le certificat, pour une clé EC, Ed25519 ou RSA d'au moins 3072 bits, et donnez le nouveau dans `body`, `chain` ou `caPem`.",
  },
  settings: {
    minRemainingDays: {
      type: "integer",
      minimum: 0,
      default: 30,
      description: "How many days a certificate must still be valid.",
    },
  },
  messages: {
    "short-key": ({ bits }: { readonly bits: number }) => ({
      en: `The certificate's key is RSA of ${String(bits)} bits.`,
      fr: `La clé du certificat est une clé RSA de ${String(bits)} bits.`,
    }),
    ending: ({ lastDay, left }: { readonly lastDay: string; readonly left: number }) => {
      const days = formatCount(left, { en: "day", fr: "jour" }, { en: "days", fr: "jours" });
      return {
        en: `A certificate is valid until ${lastDay} only, ${days.en} from now.`,
        fr: `Un certificat n'est valable que jusqu'au ${lastDay}, dans ${days.fr}.`,
      };
    },
  },
  subjects: (system) => certificateTextsOf(system),
  *check(text, { settings, today, messages }) {
    for (const certificate of text.certificates() ?? []) {
      const { key, lastDay } = certificate;
      // Which keys an authority uses is not for the client to choose.
      if (text.isOwn() && key.kind === "RSA" && key.bits >= STRONG_BITS && key.bits < LASTING_BITS) {
        yield finding(text, messages["short-key"]({ bits: key.bits }));
      }
      const left = certificate.daysLeft(today);
      if (left < 0 || left >= settings.minRemainingDays) continue;
      yield finding(text, messages.ending({ lastDay, left }));
    }
  },
});

/** Keys that are weaker still, and certificates that have expired, are found by require-strong-certificate. */
const STRONG_BITS = 2048;
const LASTING_BITS = 3072;
