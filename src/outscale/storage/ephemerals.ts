import { SubjectOf, UnreadableValue } from "../../stack";
import { tagPasses } from "../grouping/tags";
import type { System } from "../provider/system";
import { elementPaths } from "../provider/view";
import { Image } from "../resources/image";
import { Vm } from "../resources/vm";
import { guestNames } from "../user-data/guest-device";
import { namesScratch } from "./scratch";

const SCRATCH =
  /^(?:swap$|\/tmp(?:\/|$)|\/var\/tmp(?:\/|$)|\/var\/cache(?:\/|$)|(?:\/[^/]+)*\/(?:cache|scratch)(?:\/|$))/i;
const DATABASE =
  /(?:^|\/)(?:postgresql|postgres|pgsql|mysql|mariadb|mongodb?|redis|cassandra|elasticsearch|opensearch|clickhouse|influxdb|etcd|neo4j|couchdb|rabbitmq|kafka)(?:\/|$)/i;

/** A place of a VM or an image where a disk of the host, which does not persist, may be mapped. */
class EphemeralMapping extends SubjectOf {
  readonly #owner: Vm | Image;
  readonly #index: number;

  constructor(owner: Vm | Image, path: string, index: number) {
    super("part", owner.resource, path);
    this.#owner = owner;
    this.#index = index;
  }

  get system(): System {
    return this.#owner.system;
  }

  /** The disk of the host, `ephemeral0`; `undefined` for another device. */
  disk(): string | undefined {
    const name = this.#mapping()?.virtualDeviceName ?? "";
    return /^ephemeral\d+$/i.test(name) ? name.toLowerCase() : undefined;
  }

  /**
   * Whether a tag declares that it only holds what may be lost.
   * @throws {Undecided} when that is not known
   */
  isDeclaredScratch(): boolean {
    return tagPasses(this.#owner.system, this.resource, "storage", namesScratch);
  }

  /**
   * Whether user data uses it as nothing but what may be lost: swap, temporary files, a cache.
   * @throws {Undecided} when that is not known
   */
  isUsedAsScratch(): boolean {
    const uses = this.#uses();
    if (uses.some((use) => !SCRATCH.test(use))) return false;
    const unread = this.#userData()?.unread[0];
    if (unread) throw new UnreadableValue(this.resource, "userData", unread);
    return uses.length > 0;
  }

  /**
   * Whether user data puts a database on it; in what is not read of it, a declaration holds.
   * @throws {UnknownValue} when the user data is not known
   */
  isUnderDatabase(): boolean {
    return this.#uses().some((use) => DATABASE.test(use));
  }

  /** Whether it serves production. */
  isProduction(): boolean {
    return this.#owner.isProduction();
  }

  #uses(): string[] {
    const userData = this.#userData();
    if (!userData || userData.diskUses.length === 0) return [];
    const names = [...guestNames(this.#mapping()?.deviceName ?? ""), this.disk()];
    return userData.diskUses.filter(({ device }) => names.includes(device)).map((use) => use.as);
  }

  #userData() {
    return this.#owner instanceof Vm ? this.#owner.userData() : undefined;
  }

  #mapping(): { readonly deviceName?: string; readonly virtualDeviceName?: string } | undefined {
    return this.#owner.written.blockDeviceMappings?.[this.#index];
  }
}

/** The resources that map disks of the host. */
export const Ephemerals = { types: [...Vm.types, ...Image.types] };

/** Every mapping of the stack's VMs and images. */
export function ephemeralsOf(system: System): EphemeralMapping[] {
  return [...system.all(Vm), ...system.all(Image)].flatMap((owner) =>
    elementPaths(owner.resource.inputs, "blockDeviceMappings").map(
      (path, index) => new EphemeralMapping(owner, path, index),
    ),
  );
}
