import { reference, UnreadableValue, type Values } from "../../stack";
import { View } from "../provider/view";
import { firstDocumentIn } from "./manifests/yaml-documents";
import { OksCluster } from "./oks-cluster";

/** A Kubernetes object that a program gives to a cluster. */
export class OksManifest extends View<"outscale:index/oksManifest:OksManifest"> {
  static readonly types = ["outscale:index/oksManifest:OksManifest"] as const;

  /** What it makes has no tags that Outscale knows: it is what its cluster is. */
  isProduction(): boolean {
    return this.target(TO_CLUSTER.path, OksCluster).isProduction();
  }

  /** What its cluster is known by: a urn, or an id that leads out of the stack. */
  cluster(): string {
    const target = reference(this.system, this.resource, TO_CLUSTER);
    if (target === undefined) return "";
    return "resource" in target ? target.resource.urn : target.outside;
  }

  /**
   * The node pool it describes, when it describes one.
   * @throws {UnknownValue} when the manifest is not known
   * @throws {UnreadableValue} when it is no Kubernetes object
   */
  nodePool(): NodePool | undefined {
    return this.system.memo("node pool", this, () => this.#readNodePool());
  }

  /**
   * The object of its first document: the provider reads no other.
   * @throws {UnknownValue} when the manifest is not known
   * @throws {UnreadableValue} when it is no Kubernetes object
   */
  object(): Values {
    return this.system.memo("object", this.resource, () => {
      const object = firstDocumentIn(this.written.manifest ?? "");
      // Nobody has said what the provider makes of a list.
      if (object === undefined || object["kind"] === "List") {
        throw new UnreadableValue(this.resource, "manifest", NO_OBJECT);
      }
      return object;
    });
  }

  #readNodePool(): NodePool | undefined {
    const object = this.object();
    const isOwn = String(fieldOf(object, "apiVersion")).startsWith("oks.dev/");
    return object["kind"] === "NodePool" && isOwn ? new NodePool(this.name, object) : undefined;
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
  /** Whether broken nodes are replaced. */
  readonly heals: boolean;
  /** How many nodes it has, where that is fixed. */
  readonly nodes: number | undefined;
  /** Whether that is too few for each Subregion to have one; a pool of none is not meant to. */
  readonly hasTooFewNodes: boolean;

  constructor(resourceName: string, object: unknown) {
    const name = fieldOf(fieldOf(object, "metadata"), "name");
    const spec = fieldOf(object, "spec");
    const zones = fieldOf(spec, "zones");
    const nodes = fieldOf(spec, "desiredNodes");
    this.name = typeof name === "string" ? name : resourceName;
    this.zones = Array.isArray(zones) ? [...new Set(zones.map(String))] : [];
    this.heals = fieldOf(spec, "autoHealing") === true;
    this.nodes = typeof nodes === "number" && fieldOf(spec, "autoscaling") !== true ? nodes : undefined;
    this.hasTooFewNodes = this.nodes !== undefined && this.nodes > 0 && this.nodes < this.zones.length;
  }
}

function fieldOf(object: unknown, name: string): unknown {
  if (typeof object !== "object" || object === null || !Object.hasOwn(object, name)) return undefined;
  return (object as Readonly<Record<string, unknown>>)[name];
}
