import type { Resource } from "./resource";

export type SubjectKind = "resource" | "part" | "tier" | "entry" | "net" | "stack";

/** What one verdict is about. */
export interface Subject {
  readonly kind: SubjectKind;
  /** The resource that stands for the subject: itself, the one it is a part of, or the first of several. */
  readonly resource: Resource;
  /** The resource's logical name, the tier's job, the entry's stem. */
  readonly name: string;
  /** The Pulumi property path of a part, else empty. */
  readonly path: string;
  /** All the resources that belong to a tier, an entry or a Net, sorted by urn. */
  readonly related: readonly Resource[];
}
