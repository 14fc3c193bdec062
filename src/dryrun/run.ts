import type { Callback } from "@pulumi/pulumi/proto/callback_pb";
import {
  compare,
  makeUrn,
  placeText,
  providerUrn,
  ROOT_TYPE,
  type Resource,
  Unknown,
  type Value,
  type Values,
} from "../stack";
import { makePlaceholderAnswer, makeUnknownAnswer } from "./data-sources";
import { isDefaultProviderDisabled, makeDefaultProvider, type PackageRequest, pluginInputs } from "./default-providers";
import type { Deployment } from "./deployment";
import type { DryRunError } from "./error";
import { findFirstError, makeDuplicateError, makeNoDefaultProviderError, makeUnknownTypeError } from "./faults";
import { Goals } from "./goals";
import type { DryRunLimit, DryRunLimitKind } from "./limit";
import { makePreviewOutputs } from "./outputs";
import { isProviderType, packageOf, resourceSchema, type PackageSchema, type ResourceSchema } from "./package";
import { Placeholders } from "./placeholder";
import { SourcePlaces } from "./position";
import type { Registration } from "./registration";
import { findOutputs } from "./stack-outputs";
import { Transforms } from "./transforms";
import { validate } from "./validate";
import { carriedDependencies, readValues, secretPathsOf, secretTextsOf, UNKNOWN, type WireObject } from "../stack/wire";

const STACK_REFERENCE = "pulumi:pulumi:StackReference";

/** What a dry run saw. */
export interface DryRun {
  /** Sorted by urn. */
  readonly resources: readonly Resource[];
  /** Sorted by kind and name. */
  readonly limits: readonly DryRunLimit[];
  /** The tokens of the functions that were called and whose answers are not known, sorted. */
  readonly unansweredCalls: readonly string[];
  /**
   * The lines of the user's own files that led to a registration, and those of `.apply` of whose callback is known
   * what became of it, as `index.ts:12`.
   */
  readonly lines: ReadonlySet<string>;
}

/** A resource as the program gets it back. */
export interface Registered {
  readonly urn: string;
  /** What it knows of its outputs before deployment. */
  readonly outputs: WireObject;
}

type PackageSource = Pick<Registration, "version" | "downloadUrl" | "packageRef">;

const ERRORS_KEPT = 100;
const LONGEST_ERROR = 64 * 1024;

/** One program's conversation with the engine. */
export class ProgramSession {
  readonly deployment: Deployment;
  /** The first errors that the program logged. */
  readonly loggedErrors: string[] = [];
  rootUrn = "";
  /** Whether the program came to its end, where the stack's outputs are told. */
  finished = false;
  readonly #placeholders: Placeholders;
  readonly #places: SourcePlaces;
  readonly #transforms = new Transforms();
  readonly #stackTransforms: Callback[] = [];
  readonly #invokeTransforms: Callback[] = [];
  readonly #resources = new Map<string, Resource>();
  readonly #goals = new Goals();
  readonly #packageRefs = new Map<string, PackageRequest>();
  readonly #limits = new Map<string, DryRunLimit>();
  readonly #unanswered = new Set<string>();
  readonly #faults: DryRunError[] = [];
  readonly #lines = new Set<string>();

  constructor(deployment: Deployment) {
    this.deployment = deployment;
    this.#placeholders = deployment.placeholders ?? new Placeholders();
    this.#places = new SourcePlaces(deployment.folder, { sources: deployment.sources ?? [] });
  }

  close(): void {
    this.#transforms.close();
  }

  resources(): Resource[] {
    return [...this.#resources.entries()].sort(byKey).map(([, resource]) => resource);
  }

  /** Hears of an error that the program logs: a sentence of each of the first is enough to say why it failed. */
  noteError(message: string): void {
    if (this.loggedErrors.length >= ERRORS_KEPT) return;
    // A copy: a part of a text keeps the whole of it in memory.
    const kept = message.length > LONGEST_ERROR ? `${message.slice(0, LONGEST_ERROR)} [...]` : message;
    this.loggedErrors.push(Buffer.from(kept).toString());
  }

  /** Hears that a resource's outputs are settled. */
  noteOutputs(urn: string): void {
    if (urn === this.rootUrn) this.finished = true;
  }

  describe(): DryRun {
    const limits = new Map(this.#limits);
    if (this.rootUrn !== "" && !this.finished) {
      limits.set("unfinished", { kind: "unfinished", name: this.deployment.project });
    }
    return {
      resources: this.resources(),
      limits: [...limits.entries()].sort(byKey).map(([, limit]) => limit),
      unansweredCalls: [...this.#unanswered].sort(),
      lines: new Set(this.#lines),
    };
  }

  /** @throws {DryRunError} when the program asked for something the provider does not have */
  result(): DryRun {
    const fault = findFirstError(this.#faults);
    if (fault) throw fault;
    return this.describe();
  }

  registerPackage(request: PackageRequest): string {
    const reference = `${request.name}@${request.version}#${request.downloadUrl}`;
    this.#packageRefs.set(reference, request);
    return reference;
  }

  addStackTransform(callback: Callback): void {
    this.#stackTransforms.push(callback);
  }

  addInvokeTransform(callback: Callback): void {
    this.#invokeTransforms.push(callback);
  }

  /** Registers a resource, as its transforms leave it. */
  async register(requested: Registration): Promise<Registered> {
    let registration = this.#goals.inherit(requested);
    for (const transform of [...this.#goals.transforms(registration), ...this.#stackTransforms]) {
      registration = await this.#transforms.transform(registration, transform);
    }
    const provider = this.#providerOf(registration);
    const resource = this.#record(registration, provider, { inputs: this.#inputsOf(registration) });
    this.#goals.add(resource.urn, registration, provider);
    if (registration.remote) this.#limit("remote component", registration.name);
    if (registration.custom) this.#check(registration, resource);
    return { urn: resource.urn, outputs: this.#outputsOf(registration) };
  }

  /** Reads a resource that exists already: its id, and what the program says of it, are all that is known. */
  read(requested: Registration, id: string): Registered {
    const provider = this.#providerOf(requested);
    const inputs: Record<string, Value> = {};
    const definition = this.#definition(requested);
    for (const property of Object.keys(definition?.resource.inputProperties ?? {})) inputs[property] = new Unknown();
    const { id: known } = readValues({ id }, this.#placeholders);
    const resource = this.#record(requested, provider, {
      inputs: { ...inputs, ...readValues(requested.inputs, this.#placeholders) },
      written: false,
      ...(typeof known === "string" && { id: known }),
    });
    if (requested.type !== STACK_REFERENCE) {
      if (!definition) this.#limitPackage(this.#packageRequest(requested.type, requested).name, requested.type);
      return { urn: resource.urn, outputs: this.#outputsOf(requested) };
    }
    const outputs = findOutputs(id, this.deployment.stackOutputs ?? []);
    if (outputs) return { urn: resource.urn, outputs: { ...requested.inputs, outputs, secretOutputNames: [] } };
    this.#limit("stack reference", id);
    return {
      urn: resource.urn,
      outputs: {
        ...requested.inputs,
        outputs: this.deployment.unknownStackOutputs ?? UNKNOWN,
        secretOutputNames: UNKNOWN,
      },
    };
  }

  /** The state of a resource that was registered before. */
  lookUp(urn: string): WireObject | undefined {
    const registration = this.#goals.registration(urn);
    return registration && { urn, id: "", state: this.#outputsOf(registration) };
  }

  /** Calls a function of a package; `undefined` is an answer that is wholly unknown. */
  async invoke(
    token: string,
    requested: WireObject,
    source: PackageSource & { readonly provider: string },
  ): Promise<WireObject | undefined> {
    let args = requested;
    for (const transform of this.#invokeTransforms) {
      args = await this.#transforms.transformArguments(token, args, transform);
    }
    const request = this.#packageRequest(token, source);
    const reference = source.provider || this.#defaultProvider(request, token);
    const known = this.#package(request);
    const definition = known?.schema.functions[token];
    const provider = this.#resources.get(providerUrn(reference))?.inputs ?? {};
    const answer = known?.answers[token]?.(readValues(args, this.#placeholders), provider) as WireObject | undefined;
    if (!answer) this.#unanswered.add(token);
    if (known && definition) {
      return makePlaceholderAnswer(known.schema, token, definition, args, this.#placeholders, answer);
    }
    if (!answer) this.#limitPackage(request.name, token);
    return answer;
  }

  /** Calls a method of a resource. */
  call(token: string, source: PackageSource): WireObject {
    const definition = this.#package(this.#packageRequest(token, source))?.schema.functions[token];
    this.#unanswered.add(token);
    if (definition) return makeUnknownAnswer(definition);
    this.#limit("unknown function", token);
    return { result: UNKNOWN };
  }

  /** The reference of the provider that serves a resource; empty for a provider, and for a local component. */
  #providerOf(registration: Registration): string {
    const { type, name, custom, remote, provider } = registration;
    if (isProviderType(type) || !(custom || remote)) return provider;
    return provider || this.#defaultProvider(this.#packageRequest(type, registration), name, registration);
  }

  #defaultProvider(request: PackageRequest, wanted: string, from?: Registration): string {
    const { project, stack, config = {}, secretKeys = [], configPosition = () => undefined } = this.deployment;
    if (isDefaultProviderDisabled(request.name, config)) {
      this.#faults.push(
        makeNoDefaultProviderError(
          request.name,
          wanted,
          from && this.#places.ofResource(from.frames, from.type, from.name),
        ),
      );
      return "";
    }
    const provider = makeDefaultProvider(
      request,
      { project, stack, config, secretKeys, configPosition },
      this.#placeholders,
    );
    if (!this.#resources.has(provider.urn)) this.#resources.set(provider.urn, provider);
    return `${provider.urn}::${UNKNOWN}`;
  }

  #packageRequest(token: string, { version, downloadUrl, packageRef }: PackageSource): PackageRequest {
    return this.#packageRefs.get(packageRef) ?? { name: packageOf(token), version, downloadUrl };
  }

  #package({ name }: PackageRequest) {
    return this.deployment.packages.find(({ schema }) => schema.name === name);
  }

  #definition(registration: Registration) {
    const schema = this.#package(this.#packageRequest(registration.type, registration))?.schema;
    const resource = schema && resourceSchema(schema, registration.type);
    return resource && { schema, resource };
  }

  #record(
    registration: Registration,
    provider: string,
    known: Pick<Resource, "inputs"> & Partial<Pick<Resource, "written" | "id">>,
  ): Resource {
    const { type, name, parent, custom, remote, dependencies, propertyDependencies } = registration;
    const position = this.#places.ofResource(registration.frames, type, name);
    for (const line of this.#places.lines(registration.frames)) this.#lines.add(line);
    if (position) this.#lines.add(placeText(position));
    const secretTexts = secretTextsOf(registration.inputs, known.inputs);
    const resource: Resource = {
      urn: makeUrn(this.deployment.stack, this.deployment.project, parent, type, name),
      type,
      name,
      written: true,
      ...known,
      ...(!custom && type !== ROOT_TYPE && { isComponent: true as const }),
      ...(parent !== undefined && { parent }),
      ...(provider !== "" && (custom || remote) && { provider: providerUrn(provider) }),
      dependencies: sortUrns([...dependencies, ...carriedDependencies(registration.inputs)]),
      propertyDependencies: dependenciesByProperty(registration.inputs, propertyDependencies),
      secretPaths: secretPathsOf(registration.inputs),
      ...(secretTexts.length > 0 && { secretTexts }),
      protect: registration.protect ?? false,
      retainOnDelete: registration.retainOnDelete ?? false,
      ...(position && { position }),
    };
    if (this.#resources.has(resource.urn)) this.#faults.push(makeDuplicateError(resource));
    this.#resources.set(resource.urn, resource);
    return resource;
  }

  #inputsOf(registration: Registration): Values {
    const inputs = readValues(registration.inputs, this.#placeholders);
    if (!isProviderType(registration.type)) return inputs;
    return { ...inputs, ...pluginInputs(this.#packageRequest(registration.type, registration)) };
  }

  #outputsOf(registration: Registration): WireObject {
    if (!registration.custom) return {};
    const definition = this.#definition(registration);
    return definition
      ? makePreviewOutputs(definition.schema, definition.resource, registration.inputs)
      : registration.inputs;
  }

  #check(registration: Registration, resource: Resource): void {
    const request = this.#packageRequest(registration.type, registration);
    const known = this.#package(request);
    const definition = this.#definition(registration);
    if (!known) this.#limitPackage(request.name, registration.type);
    else if (request.version !== "" && request.version !== known.schema.version) {
      this.#limit("other version", `${request.name} ${request.version}`);
    } else if (!definition) this.#faults.push(makeUnknownTypeError(resource, known.schema));
    else this.#validate(definition, resource);
  }

  #validate({ schema, resource: definition }: { schema: PackageSchema; resource: ResourceSchema }, resource: Resource) {
    const inputs = isProviderType(resource.type) ? decodeInputs(definition, resource.inputs) : resource.inputs;
    this.#faults.push(...validate(schema, definition, { ...resource, inputs }));
  }

  #limitPackage(name: string, token: string): void {
    if (name === "pulumi") return;
    if (this.#package({ name, version: "", downloadUrl: "" })) this.#limit("unknown function", token);
    else this.#limit("unknown package", name);
  }

  #limit(kind: DryRunLimitKind, name: string): void {
    this.#limits.set(`${kind} ${name}`, { kind, name });
  }
}

function dependenciesByProperty(
  inputs: WireObject,
  requested: Registration["propertyDependencies"],
): Record<string, readonly string[]> {
  const found: Record<string, readonly string[]> = {};
  for (const [property, value] of Object.entries(inputs)) {
    const urns = sortUrns([...(requested[property] ?? []), ...carriedDependencies(value)]);
    if (urns.length > 0) found[property] = urns;
  }
  return found;
}

// A provider gets its lists, objects and flags as JSON text, and what the engine writes of its plugin.
function decodeInputs({ inputProperties = {} }: ResourceSchema, inputs: Values): Values {
  const written = Object.entries(inputs).filter(([property]) => !["version", "pluginDownloadURL"].includes(property));
  return Object.fromEntries(
    written.map(([property, value]) => {
      const type = Object.hasOwn(inputProperties, property) ? inputProperties[property] : undefined;
      return [property, typeof value === "string" && type && type.type !== "string" ? parseJson(value) : value];
    }),
  );
}

function parseJson(text: string): Value {
  try {
    return JSON.parse(text) as Value;
  } catch {
    return text;
  }
}

function sortUrns(urns: readonly string[]): string[] {
  return [...new Set(urns)].sort();
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return compare(a, b);
}
