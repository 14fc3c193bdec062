import { Account, ApiAccessPolicy } from "../../src/outscale";
import { any, certainly, definePolicy, finding } from "../../src/policy";
import { formatList, pluralize } from "../../src/text";

export const requireTrustedApiAccess = definePolicy({
  name: "require-trusted-api-access",
  clauses: ["R9.mfa"],
  ground: "recommendation",
  severity: "medium",
  level: "advisory",
  alone: [ApiAccessPolicy],
  title: {
    en: "The API asks its callers for more than a key",
    fr: "L'API demande plus qu'une clé à ses appelants",
  },
  why: {
    en: "The convention recommends a second factor: without a trusted environment, whoever has copied a key or a password needs nothing else.",
    fr: "La convention recommande un second facteur : sans environnement de confiance, celui qui a copié une clé ou un mot de passe n'a besoin de rien d'autre.",
  },
  remediation: {
    en: "Set `requireTrustedEnv` to true and `maxAccessKeyExpirationSeconds` to 7776000 at most in an `ApiAccessPolicy`, and name an authority in the `caIds` of every `ApiAccessRule`.",
    fr: "Donnez à `requireTrustedEnv` la valeur true et à `maxAccessKeyExpirationSeconds` au plus 7776000 dans une `ApiAccessPolicy`, et nommez une autorité dans `caIds` de chaque `ApiAccessRule`.",
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
      fr: "L'API ne demande ni certificat ni second facteur : `requireTrustedEnv` ne vaut pas true.",
    },
    refused: ({ rules }: { readonly rules: readonly string[] }) => {
      const { en, fr } = formatList(rules, NAMED);
      const rule = pluralize(
        rules.length,
        { en: `the rule ${en} names`, fr: `la règle ${fr} ne nomme aucune autorité` },
        { en: `the rules ${en} name`, fr: `les règles ${fr} ne nomment aucune autorité` },
      );
      return {
        en: `Outscale refuses \`requireTrustedEnv\` as long as ${rule.en} no authority in \`caIds\`.`,
        fr: `Outscale refuse \`requireTrustedEnv\` tant que ${rule.fr} dans \`caIds\`.`,
      };
    },
    endless: {
      en: "Access keys may be valid without end.",
      fr: "Les clés d'accès peuvent être valables sans limite de durée.",
    },
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
    const findRefused = () => (subject.needsTrust() ? subject.rulesWithoutCertificate() : []);
    const isRefused = () => findRefused().length > 0;
    const lastsTooLong = () => subject.longestKey() === 0 || subject.longestKey() > settings.maxSeconds;
    if (!any(isUntrusted, isRefused, lastsTooLong)) return;
    if (certainly(isUntrusted)) yield finding(subject, messages.untrusted, "requireTrustedEnv");
    if (certainly(isRefused)) {
      yield finding(subject, messages.refused({ rules: findRefused().map(({ name }) => name) }), "requireTrustedEnv");
    }
    if (!certainly(lastsTooLong)) return;
    const seconds = subject.longestKey();
    const message = seconds === 0 ? messages.endless : messages["too-long"]({ seconds });
    yield finding(subject, message, "maxAccessKeyExpirationSeconds");
  },
});

/** How many rules a message names before it only counts them. */
const NAMED = 3;
