import { type Package, resourceSchema } from "../dryrun";
import { type Marks, readValues, secretPathsOf, secretTextsOf, type WireObject } from "../stack/wire";
import {
  nameOfUrn,
  providerUrn,
  typeOfUrn,
  type Resource,
  ROOT_TYPE,
  Unknown,
  type Value,
  type Values,
} from "../stack";
import { findOwnPosition } from "./engine-position";
import { isRecord } from "./record";

/** A resource as the engine writes it, in a preview's steps and in a state alike. */
export interface EngineResource extends Readonly<Record<string, unknown>> {
  readonly urn: string;
  readonly type: string;
}

/** Whether a value of a document is a resource. */
export function isEngineResource(value: unknown): value is EngineResource {
  if (!isRecord(value)) return false;
  const { urn, type, inputs, outputs } = value;
  const isNamed = typeof urn === "string" && /^urn:pulumi:[^:]*::[^:]*::.+::./.test(urn) && typeof type === "string";
  return (
    isNamed &&
    typeOfUrn(urn) === type &&
    [inputs, outputs].every((values) => values === undefined || values === null || isRecord(values))
  );
}

/** How to read resources: what stands for a value that is not shown, and which providers' schemas are known. */
export interface Reading {
  readonly marks: Marks;
  readonly packages: readonly Package[];
  /** Whether they are those of a state. */
  readonly isDeployed?: boolean;
}

/** A resource of a stack from what the engine writes. */
export function readResource(state: EngineResource, reading: Reading): Resource {
  const { urn, type, id } = state;
  const parent = text(state["parent"]);
  const provider = text(state["provider"]);
  const inputs = values(state["inputs"], reading);
  const outputs = values(state["outputs"], reading);
  const position = findOwnPosition(places(state));
  return {
    urn,
    type,
    name: nameOfUrn(urn),
    // A resource that is only read was made elsewhere: which inputs its own program left out is not known.
    ...(state["external"] === true
      ? { inputs: { ...everyInput(type, reading), ...outputs }, written: false }
      : {
          inputs,
          written: true,
          secretPaths: isRecord(state["inputs"]) ? secretPathsOf(state["inputs"] as WireObject) : [],
        }),
    outputs,
    ...secretTexts(state, { inputs, outputs }),
    ...(state["custom"] === false && type !== ROOT_TYPE && { isComponent: true as const }),
    ...(reading.isDeployed === true && { isDeployed: true as const }),
    ...(typeof id === "string" && id !== "" && { id }),
    ...(parent !== undefined && { parent }),
    ...(provider !== undefined && { provider: providerUrn(provider) }),
    dependencies: texts(state["dependencies"]),
    propertyDependencies: textsByName(state["propertyDependencies"]),
    protect: state["protect"] === true,
    retainOnDelete: state["retainOnDelete"] === true,
    ...(position && { position }),
  };
}

/** What is marked as secret; nothing where nothing is. */
function secretTexts(
  state: EngineResource,
  read: { readonly inputs: Values; readonly outputs: Values },
): Pick<Resource, "secretTexts"> {
  const found = (["inputs", "outputs"] as const).flatMap((part) => {
    const wire = state[part];
    return isRecord(wire) ? secretTextsOf(wire as WireObject, read[part]) : [];
  });
  return found.length === 0 ? {} : { secretTexts: [...new Set(found)] };
}

function values(properties: unknown, { marks }: Reading): Values {
  return isRecord(properties) ? readValues(properties as WireObject, marks) : {};
}

function everyInput(type: string, { packages }: Reading): Record<string, Value> {
  const definition = packages.map(({ schema }) => resourceSchema(schema, type)).find((found) => found !== undefined);
  return Object.fromEntries(Object.keys(definition?.inputProperties ?? {}).map((name) => [name, new Unknown()]));
}

function places(state: EngineResource): string[] {
  const frames = Array.isArray(state["stackTrace"]) ? (state["stackTrace"] as unknown[]) : [];
  return [...frames, state]
    .map((frame) => (isRecord(frame) ? text(frame["sourcePosition"]) : undefined))
    .filter((place) => place !== undefined);
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

function textsByName(value: unknown): Record<string, readonly string[]> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, urns]) => [name, texts(urns)]));
}
