import { type Bases, someResources } from "../bases";
import { anyWay, run, wayOf } from "../command";
import type { Dice } from "../dice";
import { isList, isObject, type Json, type JsonObject, writeJson } from "../json";
import { withSecrets } from "../marks";
import { damage, mutated } from "../mutate";
import type { Reader } from "../reader";

/** Resources that were changed at random; now and then each other's parents and sources. */
export function changedOpenly(dice: Dice, bases: Bases): Json {
  const resources = someResources(bases, dice);
  const linked = dice.oneIn(4) ? withLinks(resources, dice) : resources;
  return dice.oneIn(5) ? linked : mutated(linked, dice);
}

/** The same with secrets among them. */
export function changedResources(dice: Dice, bases: Bases): Json {
  return withSecrets(changedOpenly(dice, bases), dice);
}

/** The same resources, of which some name others, or themselves, as what they come from. */
function withLinks(resources: readonly JsonObject[], dice: Dice): JsonObject[] {
  const urn = () => dice.anyOf(resources)?.["urn"] ?? "";
  const ids = new Map(resources.map((resource, index) => [resource, `ami-${String(index)}`]));
  return resources.map((resource) => {
    const inputs = isObject(resource["inputs"]) ? resource["inputs"] : {};
    const names = Object.keys(inputs);
    const pointed = Object.fromEntries(
      dice.someOf(names, 2).map((name) => [name, ids.get(dice.anyOf(resources) ?? {}) ?? ""]),
    );
    return {
      ...resource,
      id: ids.get(resource) ?? "",
      ...(dice.oneIn(3) && { parent: urn() }),
      dependencies: [urn(), urn()],
      propertyDependencies: Object.fromEntries(names.map((name) => [name, dice.oneIn(2) ? [urn()] : []])),
      inputs: { ...inputs, ...pointed },
    };
  });
}

export function stateOf(resources: Json): JsonObject {
  return { version: 3, deployment: { manifest: { time: "2026-01-31T10:11:12Z" }, resources } };
}

export function previewOf(resources: Json): JsonObject {
  const steps = isList(resources)
    ? resources.map((newState) => ({ op: "create", urn: isObject(newState) ? newState["urn"] : "", newState }))
    : resources;
  return { config: { "outscale:region": "cloudgouv-eu-west-1" }, steps, changeSummary: { create: 1 } } as JsonObject;
}

/** A document as it is, or broken where the text of it is. */
function broken(document: Json, dice: Dice): Json {
  return dice.oneIn(12) ? damage(writeJson(document), dice) : document;
}

/** What stands round the resources is changed as well, where no secret is among them. */
function documentOf(around: (resources: Json) => JsonObject, dice: Dice, bases: Bases): Json {
  if (!dice.oneIn(6)) return around(changedResources(dice, bases));
  return broken(mutated(around(someResources(bases, dice)), dice), dice);
}

export const states: Reader = {
  kind: "states",
  make: (dice, bases) => ({
    as: anyWay(dice, ["check", "check", "prove", "facts", "reach"]),
    document: documentOf(stateOf, dice, bases),
  }),
  read: async (input) => run(wayOf(input), "state", documentIn(input)),
};

export const previews: Reader = {
  kind: "previews",
  make: (dice, bases) => ({
    as: anyWay(dice, ["check", "check", "prove", "reach"]),
    document: documentOf(previewOf, dice, bases),
  }),
  read: async (input) => run(wayOf(input), "preview", documentIn(input)),
};

export function documentIn(input: Json, name = "document"): Json {
  return isObject(input) ? (input[name] ?? null) : null;
}
