import type { Resource } from "./resource";
import { UnreadableValue } from "./undecided";

const NOT_TOLD = {
  en: "an option that Pulumi does not tell its policy packs",
  fr: "une option que Pulumi ne transmet pas à ses packs de politiques",
};

/**
 * Whether Pulumi keeps what is deployed when the resource leaves the program: it refuses to delete it, or lets go of it.
 * @throws {UnreadableValue} when the door does not tell
 */
export function isRetained(resource: Resource): boolean {
  const { protect, retainOnDelete } = resource;
  if (protect) return true;
  if (retainOnDelete === undefined) throw new UnreadableValue(resource, "retainOnDelete", NOT_TOLD);
  return retainOnDelete;
}
