import { type Finding, formatFact, type PolicyMetadata, policyPage } from "../policy";
import { sameInEach, showForeign, type Language, type Text } from "../text";

/** Writes a message as the CLI prints it under the policy's title: the fact, why it matters, and what to do. */
export function formatMessage(policy: PolicyMetadata, finding: Finding, language: Language): string {
  const { clauses: about = policy.clauses, fix = policy.remediation } = finding;
  const clauses = about.length > 0 ? ` (${about.join(", ")})` : "";
  const fact = formatName(finding)[language] + formatFact(finding)[language];
  return [fact, `${policy.why[language]}${clauses}`, `${fix[language]} ${policyPage(policy.name)}`]
    .map(showForeign)
    .join("\n");
}

/** Names the subject, unless it is a resource: Pulumi's CLI writes only the resource beside the message. */
function formatName({ subject: { name, resource } }: Finding): Text {
  return name === resource.name ? sameInEach("") : { en: `${name}: `, fr: `${name} : ` };
}
