import {
  ifKnown,
  possibly,
  type Resource,
  type Subject,
  SubjectOf,
  Unknown,
  UnknownValue,
  UnreadableValue,
  valueAt,
} from "../../stack";
import type { KubernetesObject } from "../kubernetes/manifests/kubernetes-object";
import { KUBERNETES_TYPES, kubernetesObjectsOf } from "../kubernetes/manifests/objects";
import { type CommandLine, commandsOf, podPlace } from "../kubernetes/manifests/pods";
import type { System } from "../provider/system";
import { Vm } from "../resources/vm";
import type { BucketMount, Database, TightLoop, UserData } from "../user-data";
import type * as UserDataReader from "../user-data";
import { isWithin } from "../user-data/path";

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
  /**
   * Leaves the verdict open where it is not told at which place a bucket is mounted.
   * @throws {UnreadableValue} when a bucket is mounted where cannot be told, and may be under a database
   */
  assertPlaced(): void;
  /**
   * Leaves the verdict open where not all of them are read.
   * @throws {UnreadableValue} when a part of them is not read
   */
  assertRead(): void;
}

const MOUNTED_SOMEWHERE = {
  en: "a bucket mounted where cannot be told",
  fr: "un bucket monté à un endroit qui ne peut être déterminé",
};

/** All that the machines of a stack are told: user data, remote commands, manifests. */
export function instructionsOf(system: System): Instructions[] {
  return [
    ...system
      .all(Vm)
      .filter((vm) => vm.resource.inputs["userData"] !== undefined)
      .map((vm) => new BootInstructions(vm)),
    ...system
      .ofTypes([COMMAND])
      .flatMap((resource) =>
        ["create", "update"]
          .filter((path) => valueAt(resource.inputs, path) !== undefined)
          .map((path) => new CommandInstructions(system, resource, path)),
      ),
    ...kubernetesObjectsOf(system)
      .filter((object) => possibly(() => podPlace(object) !== undefined))
      .map((object) => new PodInstructions(system, object)),
  ];
}

/** What is read of instructions, wherever they stand. */
type InstructionFacts = Pick<UserData, "bucketMounts" | "tightLoops" | "databases" | "unread">;

/** What tells of itself through what was read of it. */
abstract class ReadInstructions extends SubjectOf implements Instructions {
  /** @throws {UnknownValue} when the instructions are not known */
  protected abstract read(): InstructionFacts | undefined;

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
  readonly #system: System;

  constructor(system: System, resource: Resource, path: string) {
    super("resource", resource, path);
    this.#system = system;
  }

  override assertRead(): void {
    super.assertRead();
    textAt(this.resource, "stdin");
  }

  protected read(): UserData {
    return this.#system.memo(`read ${this.path}`, this.resource, () => {
      const input = ifKnown(() => textAt(this.resource, "stdin"));
      return readCommandText(textAt(this.resource, this.path) ?? "", input);
    });
  }
}

function textAt(resource: Resource, path: string): string | undefined {
  const value = valueAt(resource.inputs, path);
  if (value instanceof Unknown) throw new UnknownValue(resource, path, { value });
  return typeof value === "string" ? value : undefined;
}

/** What the pods of a Kubernetes object run. */
class PodInstructions extends ReadInstructions {
  readonly #system: System;
  readonly #object: KubernetesObject;

  constructor(system: System, object: KubernetesObject) {
    super(object.kind, object.resource, object.path);
    this.#system = system;
    this.#object = object;
  }

  override get identity(): string | undefined {
    return this.#object.identity;
  }

  override assertRead(): void {
    for (const { hidden } of this.#commands()) if (hidden) throw hidden;
    super.assertRead();
  }

  protected read(): InstructionFacts | undefined {
    const [first, ...others] = this.#commands();
    if (!first) return undefined;
    return this.#system.memo("read", this.#object, () =>
      others.reduce<InstructionFacts>(
        (all, { text }) => mergeReadings(all, readCommandText(text)),
        readCommandText(first.text),
      ),
    );
  }

  #commands(): readonly CommandLine[] {
    const pod = podPlace(this.#object);
    return this.#system.memo("commands", this.#object, () => (pod ? commandsOf(this.#object, pod) : []));
  }
}

function readCommandText(command: string, input?: string): UserData {
  // Loaded when there is some to read: the pack starts without it.
  const { readCommand } = require("../user-data") as typeof UserDataReader;
  return readCommand(command, input);
}

function mergeReadings(one: InstructionFacts, other: InstructionFacts): InstructionFacts {
  return {
    bucketMounts: [...one.bucketMounts, ...other.bucketMounts],
    tightLoops: [...one.tightLoops, ...other.tightLoops],
    databases: [...one.databases, ...other.databases],
    unread: [...one.unread, ...other.unread],
  };
}

/** The resources that carry instructions. */
export const Instructed = { types: [...Vm.types, COMMAND, ...KUBERNETES_TYPES] };
