import type { PolicyConfigSchema } from "@pulumi/policy";
import { type PolicyMetadata, policyPage } from "../policy";
import type { Language } from "../text";
import type { Metadata } from "./sdk/served";

const CONVENTION = { name: "Outscale SecNumCloud service convention", version: "1" };

/**
 * What Pulumi is told of a policy.
 * @param settings the JSON Schema of each of its settings, by name
 */
export function describePolicy(policy: PolicyMetadata, language: Language, settings: object = {}): Metadata {
  return {
    name: policy.name,
    description: policy.title[language],
    enforcementLevel: policy.level,
    severity: policy.severity,
    remediationSteps: policy.remediation[language],
    ...(policy.clauses.length > 0 && {
      url: policyPage(policy.name),
      framework: { ...CONVENTION, reference: policy.clauses.join(" "), specification: policy.title[language] },
    }),
    // A copy, because the SDK's type asks for what it may change.
    ...(Object.keys(settings).length > 0 && {
      configSchema: { properties: JSON.parse(JSON.stringify(settings)) as PolicyConfigSchema["properties"] },
    }),
  };
}
