import { UNKNOWN } from "../src/stack/wire";
import type { Dice } from "./dice";
import { isList, isObject, type Json, type JsonObject } from "./json";

// How Pulumi's protocol marks values, written here once more: what reads the marks is what is tried.
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const OF_SECRET = "1b47061264138c4ac30d75fd1eb44270";
const OF_OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

export const UNKNOWN_VALUE = UNKNOWN;

/** A secret as a program registers it and as a preview has it. */
export function markSecret(value: Json): JsonObject {
  return { [SIGNATURE]: OF_SECRET, value };
}

/** A secret as `pulumi stack export --show-secrets` writes it. */
function markPlaintext(value: Json): JsonObject {
  return { [SIGNATURE]: OF_SECRET, plaintext: JSON.stringify(value) };
}

/** An output that is known, of no resource in particular. */
export function markOutput(value: Json, secret: boolean): JsonObject {
  return { [SIGNATURE]: OF_OUTPUT, value, dependencies: [], ...(secret && { secret }) };
}

/** A text that is a part of every planted secret: no output may hold it. */
export const SECRET = "Zq7Kx2Wm9Vt4";

/** The ways in which a secret is marked: as programs register it, as states hold it, and as an output. */
export const MARKED: readonly [(value: Json) => JsonObject, ...((value: Json) => JsonObject)[]] = [
  markSecret,
  markPlaintext,
  (value) => markOutput(value, true),
];

/** Secrets as they are found: alone, in a line of several, in a structure, as part of what a policy reads. */
const SECRETS: readonly [Json, ...Json[]] = [
  SECRET,
  SECRET,
  `${SECRET}-a`,
  `${SECRET}/0`,
  `/dev/${SECRET}`,
  `two words ${SECRET}`,
  `line\n${SECRET}\nline`,
  `https://${SECRET}.example.com`,
  `"${SECRET}"`,
  `${SECRET}\u0007\u202e`,
  SECRET.toLowerCase(),
  [SECRET],
  { [SECRET]: SECRET },
  [{ key: "tier", value: SECRET }],
  [{ key: SECRET, value: "web" }],
  `#!/bin/sh\nexport PASSWORD=${SECRET}\ns3fs ${SECRET} /${SECRET}\nmkfs /dev/${SECRET}\n`,
  JSON.stringify({ Statement: [{ Effect: "Allow", Action: [SECRET], Resource: [`arn:${SECRET}`] }] }),
];

/** Plants secrets in some inputs and outputs of resources. */
export function withSecrets(resources: Json, dice: Dice): Json {
  if (!isList(resources)) return resources;
  return resources.map((resource) => {
    if (!isObject(resource) || !dice.oneIn(2)) return resource;
    const part = dice.oneOf(["inputs", "outputs", "inputs"]);
    const values = resource[part];
    if (!isObject(values)) return resource;
    return { ...resource, [part]: planted(values, dice) };
  });
}

function planted(values: JsonObject, dice: Dice): JsonObject {
  const names = Object.keys(values);
  const name = dice.anyOf(names);
  return Object.fromEntries(
    Object.entries(values).map(([each, value]) => [each, each === name ? plant(value, dice) : value]),
  );
}

function plant(value: Json, dice: Dice): Json {
  const isDeeper = dice.oneIn(2);
  if (isDeeper && isObject(value) && !(SIGNATURE in value)) return planted(value, dice);
  if (isDeeper && isList(value)) return value.map((each, index) => (index === 0 ? plant(each, dice) : each));
  return dice.oneOf(MARKED)(dice.oneOf(SECRETS));
}

export function isMarked(value: JsonObject): boolean {
  return SIGNATURE in value;
}

export function isMarkedSecret(value: JsonObject): boolean {
  return value[SIGNATURE] === OF_SECRET || (value[SIGNATURE] === OF_OUTPUT && value["secret"] === true);
}
