import { certainly, type Resource, type Stack, type Subject, SubjectOf, UnreadableValue } from "../stack";
import { OksManifest } from "./oks-manifest";
import type { BucketMount, TightLoop } from "./user-data";
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
  /** @throws {UnreadableValue} when a part of them is not read */
  assertRead(): void;
}

/** All that the machines of a stack are told: user data, remote commands, manifests. */
export function instructionsOf(stack: Stack): Instructions[] {
  return [
    ...stack
      .all(Vm)
      .filter((vm) => vm.resource.inputs["userData"] !== undefined)
      .map((vm) => new BootInstructions(vm)),
    ...stack
      .ofTypes(Object.keys(UNREAD))
      .filter((resource) => !isNodePool(stack, resource))
      .map((resource) => new UnreadInstructions(resource)),
  ];
}

/** The user data of a VM. */
class BootInstructions extends SubjectOf implements Instructions {
  readonly #vm: Vm;

  constructor(vm: Vm) {
    super("resource", vm.resource, "userData");
    this.#vm = vm;
  }

  bucketMounts(): readonly BucketMount[] {
    return this.#vm.userData()?.bucketMounts ?? [];
  }

  tightLoops(): readonly TightLoop[] {
    return this.#vm.userData()?.tightLoops ?? [];
  }

  assertRead(): void {
    const unread = this.#vm.userData()?.unread[0];
    if (unread) throw new UnreadableValue(this.resource, "userData", unread);
  }
}

/** Instructions in a form that is not read yet, by the type of the resource that carries them. */
const UNREAD: Readonly<Record<string, { path: string; what: UnreadableValue["what"] }>> = {
  "command:remote:Command": {
    path: "create",
    what: { en: "a remote command", fr: "une commande à distance" },
  },
  "outscale:index/oksManifest:OksManifest": {
    path: "manifest",
    what: { en: "a Kubernetes manifest", fr: "un manifeste Kubernetes" },
  },
};

/** The resources that carry instructions. */
export const Instructed = { types: [...Vm.types, ...Object.keys(UNREAD)] };

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

  assertRead(): void {
    const unread = UNREAD[this.resource.type];
    if (unread) throw new UnreadableValue(this.resource, unread.path, unread.what);
  }
}
