import { Account, ApiAccessPolicy } from "../../src/outscale";
import { any, certainly, definePolicy, finding } from "../../src/policy";

export const requireTrustedApiAccess = definePolicy({
  name: "require-trusted-api-access",
  clauses: ["R9.mfa"],
  ground: "recommendation",
  severity: "medium",
  level: "advisory",
  alone: [ApiAccessPolicy],
  title: {
    en: "The API asks its callers for more than a key",
    fr: "L'API demande à ses appelants plus qu'une clé",
  },
  why: {
    en: "The convention recommends a second factor: without a trusted environment, whoever has copied a key or a password needs nothing else.",
    fr: "La convention recommande un second facteur : sans environnement de confiance, qui a copié une clé ou un mot de passe n'a besoin de rien d'autre.",
  },
  remediation: {
    en: "Set `requireTrustedEnv` to true and `maxAccessKeyExpirationSeconds` to 7776000 at most in an `ApiAccessPolicy`.",
    fr: "Donnez à `requireTrustedEnv` la valeur true et à `maxAccessKeyExpirationSeconds` au plus 7776000 dans une `ApiAccessPolicy`.",
  },
  settings: {
    account: {
      type: "boolean",
      default: false,
      description: "Whether this stack is the one that holds the account's API access, and must have a policy for it.",
    },
    maxSeconds: {
      type: "integer",
      minimum: 1,
      default: 7_776_000,
      description: "The longest that the policy may let access keys be valid, in seconds: 90 days.",
    },
  },
  messages: {
    missing: {
      en: "No `ApiAccessPolicy` says what the API asks of its callers.",
      fr: "Aucune `ApiAccessPolicy` ne dit ce que l'API demande à ses appelants.",
    },
    untrusted: {
      en: "The API asks for neither a certificate nor a second factor: `requireTrustedEnv` is not true.",
      fr: "L'API ne demande ni certificat ni second facteur : `requireTrustedEnv` ne vaut pas true.",
    },
    endless: { en: "Access keys may be valid without end.", fr: "Les clés d'accès peuvent être valables sans fin." },
    "too-long": ({ seconds }: { readonly seconds: number }) => ({
      en: `Access keys may be valid for ${String(seconds)} seconds.`,
      fr: `Les clés d'accès peuvent être valables ${String(seconds)} secondes.`,
    }),
  },
  subjects: (system, { settings }) => [
    ...system.all(ApiAccessPolicy),
    ...(settings.account && !system.alone ? [new Account(system)] : []),
  ],
  *check(subject: ApiAccessPolicy | Account, { settings, messages }) {
    if (subject instanceof Account) {
      if (subject.lacksApiAccessPolicy()) yield finding(subject, messages.missing);
      return;
    }
    const isUntrusted = () => !subject.needsTrust();
    const lastsTooLong = () => subject.longestKey() === 0 || subject.longestKey() > settings.maxSeconds;
    if (!any(isUntrusted, lastsTooLong)) return;
    if (certainly(isUntrusted)) yield finding(subject, messages.untrusted, "requireTrustedEnv");
    if (!certainly(lastsTooLong)) return;
    const seconds = subject.longestKey();
    const message = seconds === 0 ? messages.endless : messages["too-long"]({ seconds });
    yield finding(subject, message, "maxAccessKeyExpirationSeconds");
  },
});
