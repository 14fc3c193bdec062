import type { Package } from "../dryrun";
import { isValueOf } from "../outscale";
import { NO_MARKS } from "../stack/wire";
import { Stack, stackOfUrn } from "../stack";
import { type Text, UserError } from "../text";
import { type EngineResource, isEngineResource, readResource } from "./engine-resource";
import { type JsonInput, readJson } from "./json-input";
import { refuseParentLoops } from "./parents";
import type { ReadStack, StateLimit } from "./read-stack";
import { isRecord } from "./record";

/** The versions of a state's form that `pulumi stack export` writes since Pulumi 3. */
const VERSIONS = [3, 4];
const PATHS = ["$.version", "$.deployment.resources.*", "$.deployment.pending_operations", "$.deployment.manifest"];
const OTHERS = ["$.checkpoint.stack", "$.steps.*"];

/**
 * The stack that the output of `pulumi stack export` says is deployed.
 * @throws {UserError} when it is something else, is not whole, or is of a version that is not read
 */
export async function readState(input: JsonInput, packages: readonly Package[]): Promise<ReadStack> {
  const state = new State(input.name);
  const beginning = new Beginning();
  const chunks = beginning.keep(input.chunks);
  await readJson({ ...input, chunks }, [...PATHS, ...OTHERS], ({ value, path: [first, second, index] }) => {
    state.take(first === "deployment" ? String(second) : String(first), Number(index), value);
  });
  if (state.isWithoutResources()) state.refuseOtherResources(beginning.parse());
  const { resources, limits, writtenAt } = state.result();
  const made = resources.map((resource) => readResource(resource, { marks: NO_MARKS, packages, isDeployed: true }));
  refuseParentLoops(made, input.name);
  const stack = Stack.of(made, stackOfUrn(resources[0]?.urn ?? ""));
  return { stack, limits, ...(writtenAt !== undefined && { writtenAt }) };
}

const NO_OPERATION: Text = {
  en: "`deployment.pending_operations` has something that is no operation on a resource",
  fr: "`deployment.pending_operations` contient autre chose qu'une opération sur une ressource",
};
const NO_OPERATIONS: Text = {
  en: "`deployment.pending_operations` is no list",
  fr: "`deployment.pending_operations` n'est pas une liste",
};
const NO_LIST: Text = { en: "`deployment.resources` is no list", fr: "`deployment.resources` n'est pas une liste" };

/** The beginning of a document, which is all of it where that is small. */
class Beginning {
  static readonly #most = 1024 * 1024;
  readonly #chunks: Uint8Array[] = [];
  #bytes = 0;

  /** Hands the chunks on, and keeps them as long as they are few. */
  async *keep(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    for await (const chunk of chunks) {
      this.#bytes += chunk.length;
      if (this.#bytes <= Beginning.#most) this.#chunks.push(chunk);
      yield chunk;
    }
  }

  /** The document, unless it is larger than what is kept. */
  parse(): unknown {
    if (this.#bytes > Beginning.#most) return undefined;
    return JSON.parse(
      Buffer.concat(this.#chunks)
        .toString("utf8")
        .replace(/^\uFEFF/, ""),
    );
  }
}

/** Collects what the document of a state says, piece by piece. */
class State {
  readonly #name: Text;
  readonly #resources = new Map<string, EngineResource>();
  readonly #pending: string[] = [];
  /** What was replaced by another of the same urn, and is still to be deleted. */
  readonly #replaced: string[] = [];
  #version: unknown;
  #writtenAt: string | undefined;
  #isState = false;

  constructor(name: Text) {
    this.#name = name;
  }

  take(property: string, index: number, value: unknown): void {
    switch (property) {
      case "version":
        this.#version = value;
        return;
      case "manifest":
        this.#isState = true;
        if (isRecord(value)) this.#writtenAt = timeIn(value);
        return;
      case "resources":
        this.#isState = true;
        this.#takeResource(index, value);
        return;
      case "pending_operations":
        this.#takePending(value);
        return;
      case "steps":
        throw this.#isNoState({
          en: "it is a preview: give it with `--preview`",
          fr: "c'est un aperçu : donnez-le avec `--preview`",
        });
      default:
        throw this.#isNoState({
          en: "it is a file of the backend: run `pulumi stack export`",
          fr: "c'est un fichier du backend : lancez `pulumi stack export`",
        });
    }
  }

  isWithoutResources(): boolean {
    return this.#resources.size === 0;
  }

  /**
   * A state that nothing is deployed by has no resources, or an empty list of them.
   * @throws {UserError} when a document has something else in their place
   */
  refuseOtherResources(document: unknown): void {
    const deployment = isRecord(document) ? document["deployment"] : undefined;
    const resources = isRecord(deployment) ? (deployment["resources"] ?? undefined) : undefined;
    if (resources === undefined || Array.isArray(resources)) return;
    throw this.#isNoState(NO_LIST);
  }

  /** @throws {UserError} when it is no state, or one of another version */
  result(): { resources: EngineResource[]; limits: StateLimit[]; writtenAt: string | undefined } {
    if (!this.#isState) throw this.#isNoState({ en: "it has no `deployment`", fr: "il n'a pas de `deployment`" });
    if (!VERSIONS.some((version) => version === this.#version)) {
      const found = versionText(this.#version);
      const accepted = VERSIONS.join(", ");
      throw new UserError({
        en: `${this.#name.en} is a state ${found.en}. Accepted: ${accepted}; \`pulumi stack export\` of a current Pulumi writes them.`,
        fr: `${this.#name.fr} est un état ${found.fr}. Acceptées : ${accepted} ; \`pulumi stack export\` d'un Pulumi à jour les écrit.`,
      });
    }
    const limits: StateLimit[] = this.#pending.map((name) => ({ kind: "pending operation", name }));
    limits.push(...this.#replaced.map((name): StateLimit => ({ kind: "pending deletion", name })));
    if (this.#resources.size === 0) limits.push({ kind: "nothing deployed", name: "" });
    return { resources: [...this.#resources.values()], limits, writtenAt: this.#writtenAt };
  }

  #takePending(operations: unknown): void {
    if (operations === null) return;
    if (!Array.isArray(operations)) throw this.#isNoState(NO_OPERATIONS);
    for (const operation of operations as readonly unknown[]) {
      if (!isRecord(operation) || !isEngineResource(operation["resource"])) throw this.#isNoState(NO_OPERATION);
      this.#pending.push(operation["resource"].urn);
    }
  }

  #takeResource(index: number, resource: unknown): void {
    if (Number.isNaN(index)) throw this.#isNoState(NO_LIST);
    if (!isEngineResource(resource)) {
      const path = `\`deployment.resources[${String(index)}]\``;
      throw this.#isNoState({
        en: `${path} has no urn, no type or another than its urn, or values that are no object`,
        fr: `${path} n'a pas d'urn, pas de type ou un autre que celui de son urn, ou des valeurs qui ne sont pas un objet`,
      });
    }
    if (resource["delete"] === true) {
      this.#replaced.push(resource.urn);
      return;
    }
    if (this.#resources.has(resource.urn)) {
      throw new UserError({
        en: `${this.#name.en} has ${resource.urn} twice.`,
        fr: `${this.#name.fr} contient deux fois ${resource.urn}.`,
      });
    }
    this.#resources.set(resource.urn, resource);
  }

  #isNoState(why: Text): UserError {
    return new UserError({
      en: `${this.#name.en} is not what \`pulumi stack export\` prints: ${why.en}.`,
      fr: `${this.#name.fr} n'est pas ce qu'affiche \`pulumi stack export\` : ${why.fr}.`,
    });
  }
}

/** When a state was written; what is no time is shown nowhere. */
function timeIn({ time }: Readonly<Record<string, unknown>>): string | undefined {
  return typeof time === "string" && isValueOf("time", time) ? time : undefined;
}

/** A version that is no number may be anything, and is not shown. */
function versionText(version: unknown): Text {
  if (typeof version !== "number") return { en: "that does not tell its version", fr: "qui ne dit pas sa version" };
  return { en: `of version ${String(version)}`, fr: `de version ${String(version)}` };
}
