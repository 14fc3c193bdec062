import {
  ifKnown,
  isValues,
  joinedPath,
  type Resource,
  SubjectOf,
  Unknown,
  UnknownValue,
  type Value,
} from "../../../stack";

/** Where an object stands that a program gives to a cluster. */
export interface Source {
  readonly resource: Resource;
  /** The property that holds it, empty for a resource that is one object. */
  readonly path: string;
  /** Whether that property is a text, no part of which has a path of its own. */
  readonly isText: boolean;
}

/** A Kubernetes object: a resource of its own, or a part of one. */
export class KubernetesObject extends SubjectOf {
  readonly #source: Source;
  readonly #read: () => Value;

  /** @param read throws when the object is not known, or cannot be read */
  constructor(source: Source, read: () => Value) {
    super(source.path === "" ? "resource" : "part", source.resource, source.path);
    this.#source = source;
    this.#read = read;
  }

  /** What a manifest of several calls it, as far as that is known: `Pod/web`. */
  override get identity(): string | undefined {
    if (this.#source.path === "") return undefined;
    const names = [
      () => this.objectKind(),
      () => this.text("metadata", "namespace"),
      () => this.text("metadata", "name"),
    ];
    return names.map((name) => ifKnown(name) ?? "").join("/");
  }

  /**
   * Its `kind`, such as `StorageClass`.
   * @throws {Undecided} when the object is not known, or cannot be read
   */
  objectKind(): string {
    return this.text("kind");
  }

  /**
   * What stands at a place of the object.
   * @throws {Undecided} when it is not known, or the object cannot be read
   */
  at(...steps: readonly (string | number)[]): Exclude<Value, Unknown> | undefined {
    let value: Value | undefined = this.#read();
    for (const [index, step] of steps.entries()) {
      if (Array.isArray(value)) value = (value as readonly Value[])[Number(step)];
      else value = isValues(value) ? value[step] : undefined;
      if (value instanceof Unknown) {
        throw new UnknownValue(this.resource, this.pathOf(...steps.slice(0, index + 1)), { value });
      }
    }
    return value as Exclude<Value, Unknown> | undefined;
  }

  /** The text at a place of the object; empty where there is none. */
  text(...steps: readonly (string | number)[]): string {
    const value = this.at(...steps);
    return typeof value === "object" ? "" : String(value ?? "");
  }

  /** The places of a list's elements. */
  elements(...steps: readonly (string | number)[]): (readonly (string | number)[])[] {
    const list = this.at(...steps);
    return Array.isArray(list) ? list.map((_, index) => [...steps, index]) : [];
  }

  /** The property path of a place of the object. */
  pathOf(...steps: readonly (string | number)[]): string {
    if (this.#source.isText) return this.path;
    return steps.reduce<string>(
      (path, step) => (typeof step === "number" ? `${path}[${String(step)}]` : joinedPath(path, step)),
      this.path,
    );
  }
}
