import { addTo, certainly, possibly, type Resource, SubjectOf } from "../../stack";
import type { System } from "../provider/system";
import { Bucket } from "../resources/bucket";
import { BUCKET_TYPES } from "../resources/bucket-features";

/** What Outscale's attestation is about, service by service. */
export const SERVICES = [
  "compute",
  "storage",
  "network",
  "load-balancing",
  "identity",
  "object-storage",
  "kubernetes",
] as const;

/** A service of the convention that a stack may use. */
export type ServiceName = (typeof SERVICES)[number];

/** The service of a resource, by the start of its type's name: the first that fits. */
const BY_NAME: readonly (readonly [RegExp, ServiceName])[] = [
  [/^Oks/, "kubernetes"],
  [/ExportTask$/, "object-storage"],
  [/^LoadBalancer/, "load-balancing"],
  [/^(?:AccessKey|ApiAccess|Ca$|Policy|ServerCertificate|User)/, "identity"],
  [/^(?:FlexibleGpu|Image|Keypair|Vm$)/, "compute"],
  [/^(?:Snapshot|Volume)/, "storage"],
  [/^(?!Tag$)/, "network"],
];

/** A service that a stack uses, or may, by the first resource that does. */
export class UsedService extends SubjectOf {
  /** The service, by its name in the attestation. */
  readonly service: ServiceName;
  readonly #isUsed: () => boolean;

  constructor(resource: Resource, service: ServiceName, isUsed: () => boolean) {
    super("resource", resource, "");
    this.service = service;
    this.#isUsed = isUsed;
  }

  /**
   * Whether it is certainly used.
   * @throws {Undecided} when only buckets use it that may be another cloud's
   */
  isUsed(): boolean {
    return this.#isUsed();
  }
}

/** The services that a stack uses, or may, each once. */
export function servicesOf(system: System): UsedService[] {
  const users = new Map<ServiceName, { readonly resource: Resource; readonly isUsed: () => boolean }[]>();
  for (const resource of system.resources.filter(({ elsewhere }) => elsewhere !== true)) {
    const isBucket = (BUCKET_TYPES as readonly string[]).includes(resource.type);
    const isUsed = isBucket ? () => system.view(resource, Bucket).isOnOos() : () => true;
    const service = isBucket ? "object-storage" : serviceOf(resource);
    if (service && possibly(isUsed)) addTo(users, service, { resource, isUsed });
  }
  return [...users].flatMap(([service, all]) => {
    const first = all.find(({ isUsed }) => certainly(isUsed)) ?? all[0];
    return first ? [new UsedService(first.resource, service, first.isUsed)] : [];
  });
}

function serviceOf({ type }: Resource): ServiceName | undefined {
  const [, name = ""] = /^outscale:index\/[^:]+:(.+)$/.exec(type) ?? [];
  return name === "" ? undefined : BY_NAME.find(([form]) => form.test(name))?.[1];
}
