import { type Resource, SubjectOf, Unknown, UnknownValue, valueAt } from "../../stack";
import type { System } from "../provider/system";
import { elementPaths } from "../provider/view";

/** The properties that hold a key which signs calls, by type. */
const OF_PROVIDERS: Readonly<Record<string, readonly string[]>> = {
  "pulumi:providers:outscale": ["secretKeyId", "secretKey"],
  "pulumi:providers:aws": ["secretKey"],
  "pulumi:providers:minio": ["minioPassword", "minioSecretKey"],
};
const EXPORTS = [
  "outscale:index/snapshotExportTask:SnapshotExportTask",
  "outscale:index/imageExportTask:ImageExportTask",
];

/** A place where a program writes a key that signs calls. */
export class WrittenSecret extends SubjectOf {
  static readonly types = [...Object.keys(OF_PROVIDERS), ...EXPORTS];

  /**
   * Whether it is written as any other value: Pulumi then shows it, and keeps it in its states.
   * @throws {UnknownValue} when it comes with the deployment, and is not marked as secret
   */
  isPlain(): boolean {
    if (this.resource.secretPaths?.some((path) => isWithin(this.path, path))) return false;
    const value = valueAt(this.resource.inputs, this.path);
    if (!(value instanceof Unknown)) return true;
    if (value.isSecret) return false;
    throw new UnknownValue(this.resource, this.path, { value });
  }
}

/** The keys that a stack writes, where the door tells what is marked as secret. */
export function writtenSecretsOf(system: System): WrittenSecret[] {
  return system
    .ofTypes(WrittenSecret.types)
    .filter(({ secretPaths }) => secretPaths !== undefined)
    .flatMap((resource) => pathsOf(resource).map((path) => new WrittenSecret("part", resource, path)));
}

function pathsOf(resource: Resource): string[] {
  const { inputs, type } = resource;
  const paths = EXPORTS.includes(type)
    ? elementPaths(inputs, "osuExports")
        .flatMap((task) => elementPaths(inputs, `${task}.osuApiKeys`))
        .map((keys) => `${keys}.secretKey`)
    : (OF_PROVIDERS[type] ?? []);
  return paths.filter((path) => (valueAt(inputs, path) ?? "") !== "");
}

function isWithin(path: string, outer: string): boolean {
  return path === outer || (path.startsWith(outer) && /^[.[]/.test(path.slice(outer.length)));
}
