import {
  certainly,
  ifKnown,
  type Resource,
  type Stack,
  type Subject,
  SubjectOf,
  Unknown,
  UnknownValue,
  UnreadableValue,
  valueAt,
} from "../stack";
import { OksManifest } from "./oks-manifest";
import { isWithin } from "./user-data/path";
import type { BucketMount, Database, TightLoop, UserData } from "./user-data";
import type * as UserDataReader from "./user-data";
import { Vm } from "./vm";

/** What a machine is told to do, as far as it is read. */
export interface Instructions extends Subject {
  /**
   * The buckets that it mounts.
   * @throws {UnknownValue} when the instructions are not known
   */
  bucketMounts(): readonly BucketMount[];
  /**
   * The services that everybody shares, called in a loop without a pause.
   * @throws {UnknownValue} when the instructions are not known
   */
  tightLoops(): readonly TightLoop[];
  /**
   * The databases that keep their data on a bucket that is mounted.
   * @throws {UnknownValue} when the instructions are not known
   */
  databasesOnBuckets(): readonly Database[];
  /** @throws {UnreadableValue} when a bucket is mounted where cannot be told, and may be under a database */
  assertPlaced(): void;
  /** @throws {UnreadableValue} when a part of them is not read */
  assertRead(): void;
}

const MOUNTED_SOMEWHERE = {
  en: "a bucket mounted where cannot be told",
  fr: "un bucket monté à un endroit qui ne peut être déterminé",
};

/** All that the machines of a stack are told: user data, remote commands, manifests. */
export function instructionsOf(stack: Stack): Instructions[] {
  return [
    ...stack
      .all(Vm)
      .filter((vm) => vm.resource.inputs["userData"] !== undefined)
      .map((vm) => new BootInstructions(vm)),
    ...stack
      .ofTypes([COMMAND])
      .flatMap((resource) =>
        ["create", "update"]
          .filter((path) => valueAt(resource.inputs, path) !== undefined)
          .map((path) => new CommandInstructions(stack, resource, path)),
      ),
    ...stack
      .ofTypes(Object.keys(UNREAD))
      .filter((resource) => !isNodePool(stack, resource))
      .map((resource) => new UnreadInstructions(resource)),
  ];
}

/** What tells of itself through what was read of it. */
abstract class ReadInstructions extends SubjectOf implements Instructions {
  /** @throws {UnknownValue} when the instructions are not known */
  protected abstract read(): UserData | undefined;

  bucketMounts(): readonly BucketMount[] {
    return this.read()?.bucketMounts ?? [];
  }

  tightLoops(): readonly TightLoop[] {
    return this.read()?.tightLoops ?? [];
  }

  databasesOnBuckets(): readonly Database[] {
    const { bucketMounts = [], databases = [] } = this.read() ?? {};
    const targets = bucketMounts.flatMap(({ target }) => target ?? []);
    return databases.filter(({ path }) => targets.some((target) => isWithin(path, target)));
  }

  assertPlaced(): void {
    const { bucketMounts = [], databases = [] } = this.read() ?? {};
    if (databases.length === 0 || bucketMounts.every(({ target }) => target !== undefined)) return;
    throw new UnreadableValue(this.resource, this.path, MOUNTED_SOMEWHERE);
  }

  assertRead(): void {
    const unread = this.read()?.unread[0];
    if (unread) throw new UnreadableValue(this.resource, this.path, unread);
  }
}

/** The user data of a VM. */
class BootInstructions extends ReadInstructions {
  readonly #vm: Vm;

  constructor(vm: Vm) {
    super("resource", vm.resource, "userData");
    this.#vm = vm;
  }

  protected read(): UserData | undefined {
    return this.#vm.userData();
  }
}

const COMMAND = "command:remote:Command";

/** A command that is run on a machine from outside, when it is made or changed. */
class CommandInstructions extends ReadInstructions {
  readonly #stack: Stack;

  constructor(stack: Stack, resource: Resource, path: string) {
    super("resource", resource, path);
    this.#stack = stack;
  }

  override assertRead(): void {
    super.assertRead();
    textAt(this.resource, "stdin");
  }

  protected read(): UserData {
    return this.#stack.once(this.resource, `read ${this.path}`, () => {
      // Loaded when there is some to read: the pack starts without it.
      const { readCommand } = require("./user-data") as typeof UserDataReader;
      return readCommand(
        textAt(this.resource, this.path) ?? "",
        ifKnown(() => textAt(this.resource, "stdin")),
      );
    });
  }
}

function textAt(resource: Resource, path: string): string | undefined {
  const value = valueAt(resource.inputs, path);
  if (value instanceof Unknown) throw new UnknownValue(resource, path, { value });
  return typeof value === "string" ? value : undefined;
}

/** Instructions in a form that is not read yet, by the type of the resource that carries them. */
const UNREAD: Readonly<Record<string, { path: string; what: UnreadableValue["what"] }>> = {
  "outscale:index/oksManifest:OksManifest": {
    path: "manifest",
    what: { en: "a Kubernetes manifest", fr: "un manifeste Kubernetes" },
  },
};

/** The resources that carry instructions. */
export const Instructed = { types: [...Vm.types, COMMAND, ...Object.keys(UNREAD)] };

/** A node pool says which machines there are, and nothing of what they do. */
function isNodePool(stack: Stack, resource: Resource): boolean {
  const isManifest = OksManifest.types.some((type) => type === resource.type);
  return isManifest && certainly(() => stack.view(resource, OksManifest).nodePool() !== undefined);
}

class UnreadInstructions extends SubjectOf implements Instructions {
  constructor(resource: Resource) {
    super("resource", resource, UNREAD[resource.type]?.path ?? "");
  }

  bucketMounts(): readonly BucketMount[] {
    return [];
  }

  tightLoops(): readonly TightLoop[] {
    return [];
  }

  databasesOnBuckets(): readonly Database[] {
    return [];
  }

  assertPlaced(): void {
    // Nothing of them is read.
  }

  assertRead(): void {
    const unread = UNREAD[this.resource.type];
    if (unread) throw new UnreadableValue(this.resource, unread.path, unread.what);
  }
}
