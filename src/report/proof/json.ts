import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical-json";
import { isPlan, type Proof } from "./proof";

/** The content of a proof: one line of JSON, the same bytes for the same state, whatever the language. */
export function jsonProof(proof: Proof): string {
  const { tool, source, stack, others, inventory, limits } = proof;
  const document = {
    schemaVersion: 1,
    kind: isPlan(proof) ? "plan" : "proof",
    tool,
    source,
    stack,
    others,
    ...inventory,
    tiers: inventory.tiers.map(({ name, by, isDeclared, vms }) => ({ name, by, isDeclared, vms })),
    limits: limits.map(({ kind, name }) => ({ kind, name })),
  };
  return `${canonicalJson(document)}\n`;
}

/** The SHA-256 of the content, its last line break included. */
export function proofHash(proof: Proof): string {
  return createHash("sha256").update(jsonProof(proof), "utf8").digest("hex");
}
