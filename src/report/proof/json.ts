import { createHash } from "node:crypto";
import { formatCanonicalJson } from "./canonical-json";
import { isPlan, namesOfPolicies, type Proof } from "./proof";
import { escapeJson, maskInJson } from "../../text";

/** Writes the content of a proof: one line of JSON, the same bytes for the same state, whatever the language. */
export function formatJsonProof(proof: Proof): string {
  const { tool, source, stack, others, limitedTo, conclusions, inventory, before, live } = proof;
  const document = {
    schemaVersion: 2,
    kind: isPlan(proof) ? "plan" : "proof",
    tool,
    source,
    stack,
    others,
    limitedTo: limitedTo ?? null,
    conclusions: describeConclusions(conclusions),
    before: before
      ? { ...before, conclusions: describeConclusions(before.conclusions), ...describeLimits(before) }
      : null,
    live: live ?? null,
    ...inventory,
    tiers: inventory.tiers.map(({ name, by, isDeclared, vms, witnesses }) => ({
      name,
      by,
      isDeclared,
      vms,
      witnesses,
    })),
    ...describeLimits(proof),
  };
  return maskInJson(proof.secrets, namesOfPolicies(proof))(`${escapeJson(formatCanonicalJson(document))}\n`);
}

/** What could not be seen, without the words of a language. */
function describeLimits({ limits, limitsLeftOff }: Pick<Proof, "limits" | "limitsLeftOff">) {
  return { limits: limits.map(({ kind, name }) => ({ kind, name })), limitsLeftOff };
}

function describeConclusions(conclusions: Proof["conclusions"]) {
  return conclusions.map(({ asset, star, support, equivalents }) => ({
    kind: asset.kind,
    name: asset.name,
    star: star.map(({ commitments, status, policies }) => ({ commitments, status, policies })),
    support: { status: support.status, policies: support.policies },
    equivalents,
  }));
}

/** The SHA-256 of what {@link formatJsonProof} writes, its last line break included, in hexadecimal. */
export function hashProof(proof: Proof): string {
  return createHash("sha256").update(formatJsonProof(proof), "utf8").digest("hex");
}
