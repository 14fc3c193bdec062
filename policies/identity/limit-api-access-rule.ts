import { ApiAccessRule } from "../../src/outscale";
import { all, any, definePolicy, finding } from "../../src/policy";
import { formatList } from "../../src/text";

export const limitApiAccessRule = definePolicy({
  name: "limit-api-access-rule",
  clauses: ["QUAL.workstation", "R13.leastaccess"],
  ground: "recommendation",
  severity: "critical",
  level: "mandatory",
  alone: [ApiAccessRule],
  title: {
    en: "The API is called from chosen places, or with a certificate",
    fr: "L'API est appelée depuis des lieux choisis, ou avec un certificat",
  },
  why: {
    en: "ANSSI's qualification decision recommends workstations made for administration: where the API answers the whole Internet, a leaked key is enough to take the account.",
    fr: "La décision de qualification de l'ANSSI recommande des postes prévus pour l'administration : là où l'API répond à tout Internet, une clé divulguée suffit à prendre le contrôle du compte.",
  },
  remediation: {
    en: "List in `ipRanges` the addresses that you administer from, or name in `caIds` the authority of your certificates.",
    fr: "Listez dans `ipRanges` les adresses d'où vous administrez, ou nommez dans `caIds` l'autorité de vos certificats.",
  },
  messages: {
    neither: {
      en: "This rule names neither addresses nor the authority of a certificate.",
      fr: "Cette règle ne nomme ni adresses, ni autorité de certification.",
    },
    "wide-open": ({ ranges }: { readonly ranges: readonly string[] }) => ({
      en: `The API answers ${formatList(ranges).en}, and asks for no certificate.`,
      fr: `L'API répond à ${formatList(ranges).fr}, et ne demande pas de certificat.`,
    }),
  },
  subjects: (system) => system.all(ApiAccessRule),
  *check(rule, { messages }) {
    const isOpen = all(
      () => !rule.needsCertificate(),
      () =>
        any(
          () => !rule.namesAddresses(),
          () => rule.wideRanges().length > 0,
        ),
    );
    if (!isOpen) return;
    if (!rule.namesAddresses()) yield finding(rule, messages.neither);
    else yield finding(rule, messages["wide-open"]({ ranges: rule.wideRanges() }), "ipRanges");
  },
});
