import {
  any,
  certainly,
  ifKnown,
  reference,
  referrers,
  type Resource,
  some,
  UnknownValue,
  UnreadableValue,
} from "../../stack";
import { inlineTagValue } from "../grouping/tags";
import { OutscaleProvider } from "../provider/provider";
import type { RegionalResource } from "../provider/regional";
import type { System } from "../provider/system";
import { elementPaths, knownAt } from "../provider/view";
import { BUCKET_TYPES, toBucket } from "../resources/bucket-features";
import { Image } from "../resources/image";
import { LoadBalancerAttributes } from "../resources/load-balancer-attributes";
import { Snapshot } from "../resources/snapshot";
import {
  type Classified,
  classifiedIn,
  classOf,
  hasSensitive,
  isSensitive,
  namesSensitiveClass,
} from "./classification";

const SNAPSHOT_EXPORT = "outscale:index/snapshotExportTask:SnapshotExportTask";
const IMAGE_EXPORT = "outscale:index/imageExportTask:ImageExportTask";
const EXPORTS = "osuExports";
const [ATTRIBUTES] = LoadBalancerAttributes.types;
/** What providers call tags. */
const TAGS = ["tags", "labels"];

/**
 * Whether a resource holds sensitive data: by its own class, by that of what it copies, or by what exports and access logs
 * write to it. What nothing classifies may hold some where its system has any.
 * @throws {Undecided} when that is not known
 */
export function holdsSensitiveData(system: System, resource: Resource): boolean {
  return any(
    () => isWrittenToBySensitive(system, resource),
    () => isOfSensitiveClass(system, resource),
  );
}

/**
 * Whether what lies at a place holds sensitive data: the resource itself, or what a provider makes there.
 * @throws {Undecided} when that is not known
 */
export function holdsSensitiveHere({ system, resource }: OutscaleProvider | RegionalResource): boolean {
  system.needWhole();
  const classified = classifiedIn(system).filter((each) => {
    return each.resource === resource || providesIt(system, resource, each.resource);
  });
  return some(classified, isSensitive);
}

function providesIt(system: System, provider: Resource, made: Resource): boolean {
  return provider.type === OutscaleProvider.types[0] && system.view(provider, OutscaleProvider).provides(made);
}

/** The exports and access logs that certainly write sensitive data to a bucket, by name. */
export function sensitiveWritersTo(system: System, bucket: Resource): string[] {
  const writers = waysTo(system).flatMap(({ type, path }) => {
    return ifKnown(() => referrers(system, bucket, [type], toBucket(path)).certain) ?? [];
  });
  const sensitive = writers.filter((writer) => certainly(() => writesSensitive(system, writer)));
  return [...new Set(sensitive.map(({ name }) => name))];
}

function isWrittenToBySensitive(system: System, resource: Resource): boolean {
  const types: readonly string[] = BUCKET_TYPES;
  if (!types.includes(resource.type)) return false;
  return some(waysTo(system), ({ type, path }) =>
    referrers(system, resource, [type], toBucket(path)).some((writer) => writesSensitive(system, writer)),
  );
}

/** Where the resources of a stack that write to buckets name them. */
function waysTo(system: System): { readonly type: string; readonly path: string }[] {
  const exports = [SNAPSHOT_EXPORT, IMAGE_EXPORT].flatMap((type) => {
    const paths = system.ofTypes([type]).flatMap(({ inputs }) => elementPaths(inputs, EXPORTS));
    return [...new Set(paths)].map((path) => ({ type, path: `${path}.osuBucket` }));
  });
  return [...exports, { type: ATTRIBUTES, path: "accessLog.osuBucketName" }];
}

function writesSensitive(system: System, writer: Resource): boolean {
  // An access log may be turned off; an export has none.
  return knownAt(writer, "accessLog.isEnabled") !== false && isSensitive(sourceOf(system, writer));
}

/** What an export copies, or an access log records. */
function sourceOf(system: System, writer: Resource): Classified {
  if (writer.type === ATTRIBUTES) return system.view(writer, LoadBalancerAttributes).loadBalancer();
  const [path, view] =
    writer.type === SNAPSHOT_EXPORT ? (["snapshotId", Snapshot] as const) : (["imageId", Image] as const);
  const target = reference(system, writer, { path, types: view.types });
  if (target && "resource" in target) return system.view<Snapshot | Image>(target.resource, view);
  throw new UnknownValue(writer, path, { outside: target !== undefined });
}

function isOfSensitiveClass(system: System, resource: Resource): boolean {
  if (resource.type === IMAGE_EXPORT) return isSensitive(sourceOf(system, resource));
  const { classification } = system.settings;
  const { key } = classification;
  const classified = classifiedIn(system).find((each) => each.resource === resource);
  const found = classified ? classOf(classified) : (findClassOf(resource, key) ?? classification.default);
  if (found !== undefined) return namesSensitiveClass(resource, found, classification);
  if (!hasSensitive(system, resource)) return false;
  throw new UnreadableValue(resource, "tags", {
    en: `something without a \`${key}\` tag, beside sensitive data`,
    fr: `un élément sans tag \`${key}\`, à côté de données sensibles`,
  });
}

function findClassOf(resource: Resource, key: string): string | undefined {
  for (const property of TAGS) {
    const value = inlineTagValue(resource, key, property);
    if (value !== undefined) return value;
  }
  return undefined;
}
