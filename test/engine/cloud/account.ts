import { plainObject, type WireObject } from "./wire";

/** A resource as the cloud knows it. */
export interface Deployed {
  readonly id: string;
  readonly type: string;
  readonly inputs: WireObject;
  readonly outputs: WireObject;
}

/** What an account of the cloud holds, for as long as the process lives. */
export class Account {
  readonly #resources = new Map<string, Deployed>();
  readonly #deleted = new Set<string>();

  get(id: string): Deployed | undefined {
    return this.#resources.get(id);
  }

  /** What the resource of an id is known by, with no secret left around a value. */
  outputsOf(id: string): WireObject {
    return plainObject(this.#resources.get(id)?.outputs ?? {});
  }

  put(resource: Deployed): Deployed {
    this.#resources.set(resource.id, resource);
    return resource;
  }

  delete(id: string): void {
    this.#resources.delete(id);
    this.#deleted.add(id);
  }

  /** Whether the account once had the resource: one that it never heard of may be older than the process. */
  hasDeleted(id: string): boolean {
    return this.#deleted.has(id);
  }
}
