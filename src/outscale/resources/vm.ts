import { any, certainly, references, type Resource, UnreadableValue, valueAt } from "../../stack";
import { isProduction } from "../grouping/environment";
import { isProbed } from "../grouping/probe";
import { isProviderOlderThan } from "../provider/provider-version";
import { defaultSubregion } from "../provider/region";
import { elementPaths, View } from "../provider/view";
import type * as UserDataReader from "../user-data";
import type { KnownKeyPlace, UserData } from "../user-data";
import { guestNames, ROOT_DEVICE } from "../user-data/guest-device";
import { type Image, imageOf } from "./image";
import type { Net } from "./net";
import { Nic } from "./nic";
import { toGroup } from "./security-group";
import { agreeOn, placesFrom, findPossibleSubnets, type Subnet, toSubnet } from "./subnet";
import { isUntraceable, mayBeDevice } from "./encrypted-device-names";

const NAMED_AT_BOOT = {
  en: "an encrypted device that only the boot can name, or a partition of one",
  fr: "un périphérique chiffré que seul le démarrage peut nommer, ou l'une de ses partitions",
};
const KEY_NAMED_AT_BOOT = {
  en: "a key that lies where only the boot can name",
  fr: "une clé dont seul le démarrage peut nommer l'emplacement",
};
const TERMINATE = "terminate";
const SHUTDOWN_BEHAVIOR = "shutdownBehaviorConfiguration";

/** A virtual machine. */
export class Vm extends View<"outscale:index/vm:Vm"> {
  static readonly types = ["outscale:index/vm:Vm"] as const;
  /** The property that names its Subregion. */
  readonly subregionProperty = "placementSubregionName";
  /** The property that keeps calls of the API from deleting it. */
  readonly protectionProperty = "deletionProtection";

  /** Whether a Subnet decides where the VM lies, its own or its NICs'. */
  get isInNet(): boolean {
    return this.#subnetPaths().length > 0;
  }

  /**
   * The Subregion it lies in: where the provider placed it, once it is deployed. One that the program does not name is the
   * region's first.
   * @throws {UnknownValue} when its Subnet is not in the stack, or several in different Subregions are possible
   */
  subregion(): string {
    const placed = this.answered("placementSubregionName");
    // What a preview answers repeats what was written; of a VM in a Subnet, that decides nothing.
    const isAnswered = this.resource.isDeployed === true || !this.isInNet || this.subnets().length === 0;
    if (placed !== undefined && isAnswered) return placed;
    if (this.isInNet) return this.#agreeOn((subnet) => subnet.subregion());
    return this.lacksSubregion()
      ? defaultSubregion(this.system.settings.region)
      : (this.written.placementSubregionName ?? "");
  }

  /** Whether it lands where the provider decides. */
  lacksSubregion(): boolean {
    return !this.isInNet && !this.sets("placementSubregionName");
  }

  /** The Net it stands in; `undefined` in the public Cloud. */
  net(): Net | undefined {
    if (!this.isInNet) return undefined;
    return this.system.memo("net", this, () => this.#agreeOn((subnet) => subnet.net()));
  }

  /** The Subnets of the VM, or of the NICs it is made with; nothing in the public Cloud. */
  subnets(): readonly Subnet[] {
    // Its Subregion, Net and environment all hang on them.
    return this.system.memo("subnets", this.resource, () => [
      ...new Set(this.#subnetPaths().flatMap((path) => this.#possibleSubnets(path))),
    ]);
  }

  /** Whether it serves production: by its own tag, else by that of its Subnet or Net. */
  isProduction(): boolean {
    return isProduction(this.system, this.resource, () => this.places());
  }

  /** Its Subnet and Net, or those of its NICs; nothing in the public Cloud. */
  places(): Iterable<Resource> {
    return this.isInNet ? placesFrom(this.subnets()) : [];
  }

  /**
   * A tag that its user data sets at launch.
   * @throws {UnknownValue} when the user data is not known
   */
  launchTag(key: string): string | undefined {
    return this.userData()?.outscale.get(`tags.${key}`);
  }

  /** Whether it shares its host with other clients: `default`, or `dedicated`. */
  tenancy(): string {
    return (this.sets("placementTenancy") ? (this.written.placementTenancy ?? "default") : "default").toLowerCase();
  }

  /** Whether the program leaves it stopped: it then serves nobody. */
  isStopped(): boolean {
    return this.sets("state") && this.written.state?.toLowerCase() === "stopped";
  }

  /** Whether a call of the API may delete it, which it may by default. */
  isDeletable(): boolean {
    return this.written.deletionProtection !== true;
  }

  /**
   * The property that has a shutdown from within delete it; `undefined` where it only stops.
   * @throws {UnknownValue} when none certainly does and one may
   */
  deletedOnShutdownBy(): "shutdownBehaviorConfiguration.guestAction" | "vmInitiatedShutdownBehavior" | undefined {
    const { written } = this;
    const isFormerSpelling = () => written.vmInitiatedShutdownBehavior?.toLowerCase() === TERMINATE;
    const isDeleted = any(
      () => written.shutdownBehaviorConfiguration?.guestAction?.toLowerCase() === TERMINATE,
      isFormerSpelling,
    );
    if (!isDeleted) return undefined;
    return certainly(isFormerSpelling) ? "vmInitiatedShutdownBehavior" : "shutdownBehaviorConfiguration.guestAction";
  }

  /** Whether its provider lets a program say what happens when its host fails. */
  canSetHostAction(): boolean {
    return this.sets(SHUTDOWN_BEHAVIOR) || !isProviderOlderThan(this.system, this.resource, 1, 8);
  }

  /** What happens to it when its host fails, where the program says so. */
  hostAction(): string | undefined {
    const action = this.sets(SHUTDOWN_BEHAVIOR) ? this.written[SHUTDOWN_BEHAVIOR]?.hostAction : undefined;
    return action === "" ? undefined : action;
  }

  /** What its user data does; `undefined` without any. */
  userData(): UserData | undefined {
    if (!this.sets("userData")) return undefined;
    const text = this.written.userData ?? "";
    // Loaded when there is some to read: the pack starts without it.
    const { readUserData } = require("../user-data") as typeof UserDataReader;
    return this.system.memo("user data", this, () => readUserData(text));
  }

  /**
   * Leaves the verdict open where its user data are not all read as text.
   * @throws {UnreadableValue} when a part of its user data cannot even be taken as text
   */
  assertDecoded(): void {
    const undecoded = this.userData()?.undecoded[0];
    if (undecoded) throw new UnreadableValue(this.resource, "userData", undecoded);
  }

  /**
   * Whether its user data opens this very device with LUKS.
   * @throws {UnknownValue} when the user data, or the device it would have to be, is not known
   * @throws {UnreadableValue} when a part of the user data is not read, or it opens one that may be this one
   */
  opensEncrypted(device: () => string | undefined): boolean {
    const userData = this.userData();
    if (!userData) return false;
    const { encryptedDevices, untracedDevices, unread } = userData;
    const names = () => guestNames(device() ?? "");
    if (encryptedDevices.some((encrypted) => names().includes(encrypted.device))) return true;
    const mayBeIt = untracedDevices.some(({ text }) => mayBeDevice(text, names));
    const doubt = unread[0] ?? (mayBeIt ? NAMED_AT_BOOT : undefined);
    if (doubt) throw new UnreadableValue(this.resource, "userData", doubt);
    return false;
  }

  /**
   * Where the key lies beside a device that its user data opens; `undefined` where it comes from elsewhere.
   * @throws {UnknownValue} when the user data, or the device it would have to be, is not known
   * @throws {UnreadableValue} when only the boot can name the place
   */
  keyBeside(device: () => string | undefined): KnownKeyPlace | undefined {
    const encrypted = this.userData()?.encryptedDevices ?? [];
    const opened = (name: string | undefined) =>
      encrypted.filter((each) => guestNames(name ?? "").includes(each.device)).map(({ key }) => key);
    const root = opened(ROOT_DEVICE);
    const isRootShut = root.length > 0 && root.every((key) => key === undefined);
    const places = opened(device()).filter((key) => key !== undefined);
    const beside = places.filter((key) => key.in !== "file" || !isRootShut);
    const place = beside.find((key) => key.in !== "unknown");
    if (place || beside.length === 0) return place;
    throw new UnreadableValue(this.resource, "userData", KEY_NAMED_AT_BOOT);
  }

  /**
   * Whether its user data opens an encrypted device by a name that leads to none of the API's.
   * @throws {UnknownValue} when the user data is not known
   */
  opensUntraceable(): boolean {
    return this.userData()?.untracedDevices.some(({ text }) => isUntraceable(text)) ?? false;
  }

  /** Whether it takes and sends what is not addressed to it; the provider lets no program say so of one NIC. */
  isUnchecked(): boolean {
    return this.written.isSourceDestChecked === false;
  }

  /** Whether something outside watches it: its tag `probe` says so, or one of these globs on its name or its tier's. */
  isProbed(names: readonly string[], tier: string): boolean {
    return isProbed(this, [this.name, tier], names);
  }

  /** The image it is made from: one of the stack's, or the id of another. */
  image(): Image | string | undefined {
    return imageOf(this);
  }

  /** The security groups of the VM and its NICs, as urns or as written. */
  securityGroups(): string[] {
    const owners = ["", ...this.nicPaths().map((nic) => `${nic}.`)];
    const lists = [...owners.map((owner) => `${owner}securityGroupIds`), "securityGroupNames"];
    const targets = lists.flatMap((path) => references(this.system, this.resource, toGroup(path)));
    return targets.map((target) => {
      if ("unknown" in target) throw target.unknown;
      return "resource" in target ? target.resource.urn : target.outside;
    });
  }

  /** Where its NICs are written; a list that is not known stands as one. */
  nicPaths(): string[] {
    const { inputs } = this.resource;
    return [...elementPaths(inputs, "primaryNics"), ...elementPaths(inputs, "nics")];
  }

  #agreeOn<T>(what: (subnet: Subnet) => T): T {
    return agreeOn(this, this.#subnetPaths()[0] ?? "subnetId", this.subnets(), what);
  }

  #possibleSubnets(path: string): readonly Subnet[] {
    const ofNic = path.replace(/subnetId$/, "nicId");
    if (valueAt(this.resource.inputs, path) === undefined && valueAt(this.resource.inputs, ofNic) !== undefined) {
      return findPossibleSubnets(this.target(ofNic, Nic), toSubnet().path);
    }
    return findPossibleSubnets(this, path);
  }

  #subnetPaths(): string[] {
    if (this.sets("subnetId")) return ["subnetId"];
    return this.nicPaths().map((nic) => `${nic}.subnetId`);
  }
}
