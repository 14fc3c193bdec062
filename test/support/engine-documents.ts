import { UNKNOWN } from "../../src/stack/wire";
import { type Resource, Unknown, type Value } from "../../src/stack";

/** Resources as `pulumi preview --json` writes them, as far as the command reads it. */
export function previewDocument(resources: readonly Resource[]): string {
  const steps = resources.map((resource) => ({ op: "create", urn: resource.urn, newState: stateOf(resource) }));
  return JSON.stringify({ steps, changeSummary: { create: steps.length } }, null, 2);
}

/** Resources as `pulumi stack export` writes them, as far as the command reads it; what they do not tell stays unknown. */
export function stateDocument(resources: readonly Resource[]): string {
  return JSON.stringify({ version: 3, deployment: { manifest: {}, resources: resources.map(stateOf) } });
}

function stateOf({ urn, type, inputs, parent, provider, dependencies, propertyDependencies, protect }: Resource) {
  return {
    urn,
    custom: type !== "pulumi:pulumi:Stack",
    type,
    inputs: written(inputs),
    ...(parent !== undefined && { parent }),
    ...(provider !== undefined && { provider: `${provider}::${UNKNOWN}` }),
    dependencies,
    propertyDependencies,
    protect,
  };
}

function written(value: Value): unknown {
  if (value instanceof Unknown) return UNKNOWN;
  if (typeof value !== "object") return value;
  if (Array.isArray(value)) return (value as readonly Value[]).map(written);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, written(each)]));
}
