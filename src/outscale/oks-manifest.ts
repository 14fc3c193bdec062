import { reference, UnreadableValue } from "../stack";
import type * as Yaml from "yaml";
import { OksCluster } from "./oks-cluster";
import type { SharedSettings } from "./settings";
import { View } from "./view";

// An alias used more often than this is one that multiplies.
const MAX_ALIASES = 100;

/** A Kubernetes object that a program gives to a cluster. */
export class OksManifest extends View<"outscale:index/oksManifest:OksManifest"> {
  static readonly types = ["outscale:index/oksManifest:OksManifest"] as const;
  #nodePool: { readonly found: NodePool | undefined } | undefined;

  /** What it makes has no tags that Outscale knows: it is what its cluster is. */
  isProduction(shared: SharedSettings): boolean {
    return this.target(TO_CLUSTER.path, OksCluster).isProduction(shared);
  }

  /** What its cluster is known by: a urn, or an id that leads out of the stack. */
  cluster(): string {
    const target = reference(this.stack, this.resource, TO_CLUSTER);
    if (target === undefined) return "";
    return "resource" in target ? target.resource.urn : target.outside;
  }

  /**
   * The node pool it describes, when it describes one.
   * @throws {UnknownValue} when the manifest is not known
   * @throws {UnreadableValue} when it is no Kubernetes object
   */
  nodePool(): NodePool | undefined {
    return (this.#nodePool ??= { found: this.#readNodePool() }).found;
  }

  #readNodePool(): NodePool | undefined {
    const object = firstObject(this.written.manifest ?? "");
    const kind = fieldOf(object, "kind");
    // A list may hold node pools; nobody has said what the provider makes of it.
    if (object === undefined || kind === "List") throw new UnreadableValue(this.resource, "manifest", NO_OBJECT);
    const isOwn = String(fieldOf(object, "apiVersion")).startsWith("oks.dev/");
    return kind === "NodePool" && isOwn ? new NodePool(this.name, object) : undefined;
  }
}

const TO_CLUSTER = { path: "clusterId", types: OksCluster.types } as const;
const NO_OBJECT = {
  en: "it does not begin with one Kubernetes object in YAML",
  fr: "il ne commence pas par un objet Kubernetes en YAML",
};

/** Worker nodes of a cluster, as its manifest describes them. */
export class NodePool {
  readonly name: string;
  /** The Subregions its nodes are in. */
  readonly zones: readonly string[];
  readonly heals: boolean;
  /** How many nodes it has, where that is fixed. */
  readonly nodes: number | undefined;

  constructor(resourceName: string, object: unknown) {
    const name = fieldOf(fieldOf(object, "metadata"), "name");
    const spec = fieldOf(object, "spec");
    const zones = fieldOf(spec, "zones");
    const nodes = fieldOf(spec, "desiredNodes");
    this.name = typeof name === "string" ? name : resourceName;
    this.zones = Array.isArray(zones) ? [...new Set(zones.map(String))] : [];
    this.heals = fieldOf(spec, "autoHealing") === true;
    this.nodes = typeof nodes === "number" && fieldOf(spec, "autoscaling") !== true ? nodes : undefined;
  }
}

/** The object of a manifest's first document: the provider reads no other. */
function firstObject(text: string): unknown {
  // Loaded when there is YAML to read, not with the pack.
  const yaml = require("yaml") as typeof Yaml;
  try {
    // Kubernetes reads `yes` and `on` as YAML 1.1 does.
    const documents = yaml.parseAllDocuments(text, { version: "1.1", prettyErrors: false, logLevel: "silent" });
    const first = Array.isArray(documents) ? documents[0] : undefined;
    if (!first || first.errors.length > 0 || !yaml.isMap(first.contents)) return undefined;
    return first.toJS({ maxAliasCount: MAX_ALIASES });
  } catch {
    // Aliases that multiply, or nesting deeper than the stack.
    return undefined;
  }
}

function fieldOf(object: unknown, name: string): unknown {
  if (typeof object !== "object" || object === null || !Object.hasOwn(object, name)) return undefined;
  return (object as Readonly<Record<string, unknown>>)[name];
}
