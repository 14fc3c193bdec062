import { makeConfiguredProvider, type Package } from "../dryrun";
import { SECRET_MARKS } from "../stack/wire";
import { type Resource, Stack, stackOfUrn } from "../stack";
import { formatCount, type Text, UserError } from "../text";
import { type EngineResource, isEngineResource, readResource } from "./engine-resource";
import { type JsonInput, readJson } from "./json-input";
import type { ReadStack, StateLimit } from "./read-stack";
import { refuseParentLoops } from "./parents";
import { isRecord } from "./record";

/** Steps that end a resource; the others say what it will be. */
const ENDING = ["delete", "delete-replaced", "discard", "discard-replaced", "remove-pending-replace", "read-discard"];
/** Steps of one resource that replaces itself: they share its urn. */
const REPLACING = ["replace", "create-replacement", "read-replacement", "import-replacement"];
/** The last line of a preview that failed. It also comes after a violation of a policy, which is no failure here. */
const SUMMING_UP = /^error: (?:preview|update) failed\s*$/;

/**
 * The stack that the output of `pulumi preview --json` says will be deployed.
 * @throws {UserError} when it is something else, is not whole, or tells of a preview that failed
 */
export async function readPreview(input: JsonInput, packages: readonly Package[]): Promise<ReadStack> {
  const preview = new Preview(input.name);
  await readJson(input, PATHS, ({ value, path: [property, key] }) => {
    preview.take(String(property), key, value);
  });
  const { resources, config, limits } = preview.result();
  const made = resources.map((resource) => readResource(resource, { marks: SECRET_MARKS, packages }));
  refuseParentLoops(made, input.name);
  const [first] = resources;
  const all = [...made, ...defaultProviders(made, config)];
  return { stack: Stack.of(all, stackOfUrn(first?.urn ?? "")), limits };
}

const PATHS = ["$.config", "$.steps.*", "$.diagnostics.*", "$.changeSummary", "$.deployment.manifest", "$.sequence"];

/** Collects what the document of a preview says, piece by piece. */
class Preview {
  readonly #name: Text;
  readonly #resources = new Map<string, { readonly state: EngineResource; readonly operation: string }>();
  #config: Readonly<Record<string, string>> = {};
  /** What leaves the stack, and stays deployed. */
  readonly #leftBehind: string[] = [];
  #failure: string | undefined;
  #unchanged = 0;
  #unchangedInAll = 0;

  constructor(name: Text) {
    this.#name = name;
  }

  take(property: string, key: string | number | undefined, value: unknown): void {
    switch (property) {
      case "steps":
        this.#takeStep(Number(key), value);
        return;
      case "config":
        if (isRecord(value)) this.#config = readTexts(value);
        return;
      case "diagnostics":
        this.#takeDiagnostic(value);
        return;
      case "changeSummary":
        if (isRecord(value) && typeof value["same"] === "number") this.#unchangedInAll = value["same"];
        return;
      case "deployment":
        throw this.#isNoPreview({
          en: "it is a state: give it with `--state`",
          fr: "c'est un état : donnez-le avec `--state`",
        });
      default:
        throw this.#isNoPreview({
          en: "it is a stream of events: unset PULUMI_ENABLE_STREAMING_JSON_PREVIEW",
          fr: "c'est un flux d'événements : retirez PULUMI_ENABLE_STREAMING_JSON_PREVIEW",
        });
    }
  }

  /** @throws {UserError} when the preview failed, or does not tell everything */
  result(): { resources: EngineResource[]; config: Readonly<Record<string, string>>; limits: StateLimit[] } {
    if (this.#failure !== undefined) {
      throw new UserError({
        en: `${this.#name.en} tells of a preview that failed: ${this.#failure}`,
        fr: `${this.#name.fr} rapporte un aperçu qui a échoué : ${this.#failure}`,
      });
    }
    if (this.#resources.size === 0) {
      throw this.#isNoPreview({ en: "it has no steps", fr: "il n'a aucune étape" });
    }
    const leftOut = this.#unchangedInAll - this.#unchanged;
    if (leftOut > 0) {
      const unchanged = formatCount(
        leftOut,
        { en: "unchanged resource", fr: "ressource inchangée" },
        { en: "unchanged resources", fr: "ressources inchangées" },
      );
      throw new UserError({
        en: `${this.#name.en} leaves out ${unchanged.en}: run \`pulumi preview --json --show-sames\`.`,
        fr: `${this.#name.fr} ne montre pas ${unchanged.fr} : lancez \`pulumi preview --json --show-sames\`.`,
      });
    }
    const limits = this.#leftBehind.map((name): StateLimit => ({ kind: "left behind", name }));
    return { resources: [...this.#resources.values()].map(({ state }) => state), config: this.#config, limits };
  }

  #takeStep(index: number, step: unknown): void {
    const operation = isRecord(step) ? step["op"] : undefined;
    if (!isRecord(step) || typeof operation !== "string") throw this.#hasBadStep(index);
    if (operation === "same") this.#unchanged += 1;
    if (ENDING.includes(operation)) {
      this.#takeEnd(step["oldState"]);
      return;
    }
    const state = step["newState"];
    if (!isEngineResource(state)) throw this.#hasBadStep(index);
    const before = this.#resources.get(state.urn);
    if (before && !(REPLACING.includes(operation) && REPLACING.includes(before.operation))) {
      throw new UserError({
        en: `${this.#name.en} has two steps that make ${state.urn}.`,
        fr: `${this.#name.fr} a deux étapes qui créent ${state.urn}.`,
      });
    }
    this.#resources.set(state.urn, { state, operation });
  }

  #takeEnd(state: unknown): void {
    if (isEngineResource(state) && state["retainOnDelete"] === true) this.#leftBehind.push(state.urn);
  }

  #takeDiagnostic(diagnostic: unknown): void {
    if (!isRecord(diagnostic) || diagnostic["severity"] !== "error") return;
    const { message } = diagnostic;
    if (typeof message !== "string" || SUMMING_UP.test(message)) return;
    this.#failure ??=
      message
        .trim()
        .split("\n")[0]
        ?.replace(/^error: /, "") ?? "";
  }

  #hasBadStep(index: number): UserError {
    const step = `\`steps[${String(index)}]\``;
    return this.#isNoPreview({
      en: `${step} has no operation or no resource`,
      fr: `${step} n'a pas d'opération ou pas de ressource`,
    });
  }

  #isNoPreview(why: Text): UserError {
    return new UserError({
      en: `${this.#name.en} is not what \`pulumi preview --json\` prints: ${why.en}.`,
      fr: `${this.#name.fr} n'est pas ce qu'affiche \`pulumi preview --json\` : ${why.fr}.`,
    });
  }
}

function readTexts(record: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)]),
  );
}

/** The providers that Pulumi makes itself: resources of a preview refer to them, but no step makes them. */
function defaultProviders(resources: readonly Resource[], config: Readonly<Record<string, string>>): Resource[] {
  const known = new Set(resources.map(({ urn }) => urn));
  const named = new Set(resources.flatMap(({ provider }) => (provider === undefined ? [] : [provider])));
  const settings = { config, configPosition: () => undefined };
  return [...named].filter((urn) => !known.has(urn)).map((urn) => makeConfiguredProvider(urn, settings, SECRET_MARKS));
}
