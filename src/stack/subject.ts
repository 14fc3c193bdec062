import type { Resource } from "./resource";
import type { Stack } from "./stack";
import { makeUrn, ROOT_TYPE } from "./urn";

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
  /** What tells it from others of one name: the group of a rule, the object of a manifest. The same at every door. */
  readonly identity?: string | undefined;
  /** All the resources that belong to a tier, an entry or a Net, sorted by urn. */
  readonly related: readonly Resource[];
}

/** The stack as a whole, as what a verdict is about. */
export function stackSubject(stack: Stack): Subject {
  const { project, name } = stack.facts;
  const urn = makeUrn(name, project, undefined, ROOT_TYPE, `${project}-${name}`);
  const resource = stack.ofTypes([ROOT_TYPE]).find((root) => root.urn === urn) ?? {
    urn,
    type: ROOT_TYPE,
    name: `${project}-${name}`,
    inputs: {},
    written: true,
    dependencies: [],
    propertyDependencies: {},
    protect: false,
  };
  return { kind: "stack", resource, name: resource.name, path: "", related: [] };
}

/** A subject that is one resource, or a part of one. */
export abstract class SubjectOf implements Subject {
  readonly kind: "resource" | "part";
  readonly resource: Resource;
  readonly path: string;
  readonly related: readonly Resource[] = [];

  constructor(kind: "resource" | "part", resource: Resource, path: string) {
    this.kind = kind;
    this.resource = resource;
    this.path = path;
  }

  get name(): string {
    return this.resource.name;
  }

  get identity(): string | undefined {
    return undefined;
  }
}

/** A resource as a whole, as what a verdict is about. */
export function resourceSubject(resource: Resource): Subject {
  return { kind: "resource", resource, name: resource.name, path: "", related: [] };
}
