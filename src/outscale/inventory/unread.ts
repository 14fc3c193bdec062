import { addTo, type Resource } from "../../stack";
import { formatCount, formatList, type Text } from "../../text";
import { CHARTS } from "../kubernetes/manifests/objects";
import { mayBeAtOutscale } from "../provider/provider";
import { INPUT_SHAPES } from "../provider/shapes";
import type { System } from "../provider/system";

/** Something of this program that nobody saw or judged: whatever is concluded without it is not certain. */
export interface Unseen {
  /** What tells it from others of one stack. */
  readonly id: string;
  readonly text: Text;
}

/** Resources that no policy reads, type by type. */
export interface Unread {
  /** What may deploy anything: commands, dynamic resources, packages that no policy knows. */
  readonly unseen: readonly Unseen[];
  /** What is known, and asks for nothing. */
  readonly named: readonly Text[];
}

/** Packages that deploy nothing, by the names of their types: they make values, and keep them in the state. */
const WITHOUT_DEPLOYMENT = new Map(
  Object.entries({
    pulumi: /^pulumi:(?:pulumi|providers):/,
    random: /:Random[A-Za-z0-9]+$/,
    tls: /:(?:PrivateKey|CertRequest|SelfSignedCert|LocallySignedCert)$/,
    std: /^/,
    time: /:(?:Offset|Rotating|Sleep|Static)$/,
  }),
);
/** Packages of which policies read some types, and have nothing to ask of the others. */
const KNOWN = ["outscale", "aws", "aws-native", "minio", "kubernetes"];
/** It only connects what policies read: whether a Net has a way to the Internet, its routes say. */
const CONNECTIONS = ["outscale:index/internetServiceLink:InternetServiceLink"];

/**
 * Lists the resources whose types no policy has asked for.
 * @param system a system that every policy has judged
 */
export function listUnread(system: System): Unread {
  const unread = system.listUnasked().filter(({ elsewhere }) => elsewhere !== true);
  const posing = unread.filter((resource) => resource.isComponent === true && packageOf(resource) === "outscale");
  const made = unread.filter(
    (resource) =>
      resource.isComponent !== true && !deploysNothing(system, resource) && !CONNECTIONS.includes(resource.type),
  );
  const isNamed = (resource: Resource) =>
    KNOWN.includes(packageOf(resource)) && !isAtOutscaleByAnother(system, resource) && !isMisspelt(resource);
  return {
    unseen: groupByType(made.filter((resource) => !isNamed(resource))).map(([type, resources]) => ({
      id: type,
      text: describeUnread(type, resources),
    })),
    named: [
      ...groupByType(made.filter(isNamed)).map(([type, resources]) => describeUnread(type, resources)),
      ...groupByType(posing).map(([type, resources]) => describePosing(type, resources)),
      ...groupByType(system.ofTypes(CHARTS).filter(({ isComponent }) => isComponent !== true)).map(([, charts]) =>
        describeCharts(charts),
      ),
    ],
  };
}

/** Whether a resource is certainly of a package that deploys nothing, and not of another plugin under its name. */
function deploysNothing(system: System, { type, provider }: Resource): boolean {
  if (WITHOUT_DEPLOYMENT.get(packageOf({ type }))?.test(type) !== true) return false;
  const plugin = provider === undefined ? undefined : system.get(provider)?.inputs["pluginDownloadURL"];
  return plugin === undefined || (typeof plugin === "string" && OF_PULUMI.test(plugin));
}

/** Where Pulumi's own plugins come from. */
const OF_PULUMI = /^(?:$|https:\/\/get\.pulumi\.com(?:\/|$)|github:\/\/api\.github\.com\/pulumi(?:\/|$))/;

const OBJECT_STORAGE = /^(?:minio:|aws:s3\/|aws-native:s3:)/;

/**
 * What another provider makes at Outscale's own endpoint is deployed there, and none of the policies sees it. Of object
 * storage they see what matters: the buckets.
 */
function isAtOutscaleByAnother(system: System, resource: Resource): boolean {
  if (packageOf(resource) === "outscale" || OBJECT_STORAGE.test(resource.type)) return false;
  return mayBeAtOutscale(system, resource);
}

/** Whether a type is all but spelled like one that policies read: no provider has it, and the reader may be deceived. */
function isMisspelt({ type }: Resource): boolean {
  return packageOf({ type }) === "outscale" && INPUT_SHAPES[type] === undefined && CLASSES.has(classOf(type));
}

function classOf(type: string): string {
  return type
    .slice(type.lastIndexOf(":") + 1)
    .trim()
    .toLowerCase();
}

const CLASSES = new Set(Object.keys(INPUT_SHAPES).map(classOf));

function packageOf({ type }: Pick<Resource, "type">): string {
  return type.split(":")[0] ?? "";
}

function groupByType(resources: readonly Resource[]): [type: string, resources: Resource[]][] {
  const byType = new Map<string, Resource[]>();
  for (const resource of resources) addTo(byType, resource.type, resource);
  return [...byType];
}

/** How many resources of a type are named before the rest is counted. */
const NAMED = 5;

function describeUnread(type: string, resources: readonly Resource[]): Text {
  const [count, names] = describeResources(resources);
  return {
    en: `Not judged: ${count.en} of ${type} (${names.en}), which no policy reads.`,
    fr: `Non jugé : ${count.fr} de type ${type} (${names.fr}), qu'aucune politique ne lit.`,
  };
}

function describePosing(type: string, resources: readonly Resource[]): Text {
  const [count, names] = describeResources(resources);
  return {
    en: `Not deployed by any provider: ${count.en} of type ${type} (${names.en}), components that only bear its type.`,
    fr: `Déployé par aucun fournisseur : ${count.fr} de type ${type} (${names.fr}), des composants qui n'en portent que le type.`,
  };
}

function describeCharts(charts: readonly Resource[]): Text {
  const names = formatList(
    charts.map(({ name }) => name),
    NAMED,
  );
  return {
    en: `Not judged: what Helm installs by ${names.en}, whose objects the program does not show.`,
    fr: `Non jugé : ce que Helm installe par ${names.fr}, dont le programme ne montre pas les objets.`,
  };
}

function describeResources(resources: readonly Resource[]): [count: Text, names: Text] {
  return [
    formatCount(resources.length, { en: "resource", fr: "ressource" }, { en: "resources", fr: "ressources" }),
    formatList(
      resources.map(({ name }) => name),
      NAMED,
    ),
  ];
}
