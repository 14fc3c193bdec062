import { makeUrn, type Resource, type Stack, Unknown, type Value } from "../../stack";
import type * as Package from "./package";
import type { SharedSettings } from "./settings";

type KnownFact = SharedSettings["known"][string];

const SUBNET = "outscale:index/subnet:Subnet";
/** What lies where its Subnet lies. */
const IN_SUBNET = ["outscale:index/nic:Nic", "outscale:index/vm:Vm"];

/** The resources of other stacks that the setting `known` tells of; none of those that the stack itself holds. */
export function listKnownResources(stack: Stack, shared: SharedSettings): Resource[] {
  const facts = Object.entries(shared.known);
  if (facts.length === 0 || stack.alone) return [];
  const own = new Set(stack.resources.map(({ id }) => id));
  return facts.filter(([id]) => !own.has(id)).flatMap(([id, fact]) => resourcesOf(id, fact, shared));
}

function resourcesOf(id: string, fact: KnownFact, shared: SharedSettings): Resource[] {
  const { type, subregion, net } = fact;
  const tags = tagsOf(fact, shared);
  const place = {
    ...(subregion !== undefined && { subregionName: subregion }),
    ...(net !== undefined && { netId: net }),
  };
  if (!IN_SUBNET.includes(type)) return [makeForeignResource(id, type, { ...place, tags })];
  const subnetId = `Subnet of ${id}`;
  return [
    makeForeignResource(id, type, { subnetId, tags }),
    makeForeignResource(subnetId, SUBNET, { ...place, tags: [] }),
  ];
}

function tagsOf({ classification, environment }: KnownFact, shared: SharedSettings): Value {
  return [
    ...(classification === undefined ? [] : [{ key: shared.classification.key, value: classification }]),
    ...(environment === undefined ? [] : [{ key: shared.environment.key, value: environment }]),
  ];
}

/** What the facts do not tell is unknown, not left out. */
function makeForeignResource(id: string, type: string, inputs: Readonly<Record<string, Value>>): Resource {
  const urn = makeUrn("known", "known", undefined, type, id);
  const unknown = listInputNames(type).map((name): [string, Value] => [name, new Unknown()]);
  return {
    urn,
    type,
    name: id,
    id,
    inputs: { ...Object.fromEntries(unknown), ...inputs },
    written: true,
    elsewhere: true,
    dependencies: [],
    propertyDependencies: {},
    protect: false,
  };
}

function listInputNames(type: string): string[] {
  // The whole schema, which few configurations need: the pack starts without it.
  const { OUTSCALE_PACKAGE } = require("./package") as typeof Package;
  const resources: Readonly<Record<string, { readonly inputProperties?: object }>> = OUTSCALE_PACKAGE.schema.resources;
  return Object.keys((Object.hasOwn(resources, type) ? resources[type]?.inputProperties : undefined) ?? {});
}
