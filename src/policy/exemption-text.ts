import { formatCount, type Text } from "../text";
import type { Exempted } from "./evaluate";
import type { Approval, Exemption } from "./exemption";
import { formatFact } from "./finding";
import type { PolicyMetadata } from "./policy";

/** Who accepted a finding, until which day, who answers for it, and why. */
export function describeApproval({ reason, owner, approver, expires }: Approval): Text {
  const [who, whose, why] = [withoutBreaks(approver), withoutBreaks(owner), withoutBreaks(reason)];
  return {
    en: `accepted by ${who} until ${expires}, owner ${whose}: ${why}`,
    fr: `acceptée par ${who} jusqu'au ${expires}, responsable ${whose} : ${why}`,
  };
}

/** One line for an exempted finding: what is accepted, by whom and until when. */
export function describeExempted(policy: PolicyMetadata, { finding, exemption }: Exempted): Text {
  const [fact, approval] = [formatFact(finding), describeApproval(exemption)];
  const of = `${policy.name}, "${finding.subject.name}"`;
  return {
    en: `Exempted: ${of}: ${fact.en} It is ${approval.en}`,
    fr: `Dérogation : ${of} : ${fact.fr} Violation ${approval.fr}`,
  };
}

/** Says of an exemption that it expires soon. @param left for how many days more it holds */
export function describeExpiry({ policy, subject, expires }: Exemption, left: number): Text {
  const days = formatCount(left, { en: "day", fr: "jour" }, { en: "days", fr: "jours" });
  const when = left === 0 ? { en: "today", fr: "aujourd'hui" } : { en: `in ${days.en}`, fr: `dans ${days.fr}` };
  return {
    en: `The exemption from ${policy} for "${subject}" expires on ${expires}, ${when.en}: have it approved again.`,
    fr: `La dérogation à ${policy} pour "${subject}" expire le ${expires}, ${when.fr} : faites-la approuver à nouveau.`,
  };
}

/** What a user wrote, without line breaks. */
function withoutBreaks(text: string): string {
  return text.trim().replaceAll(/\s+/g, " ");
}
