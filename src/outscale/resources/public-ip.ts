import {
  all,
  any,
  attempt,
  ifKnown,
  possibly,
  reference,
  type Resource,
  some,
  SubjectOf,
  Unknown,
  UnknownValue,
  valueAt,
  refuse,
} from "../../stack";
import { tagValue } from "../grouping/tags";
import { addressesOf } from "../provider/addresses";
import type { System } from "../provider/system";
import { elementPaths, View } from "../provider/view";
import type { Net } from "./net";
import { nicsOf, vmOf } from "./nic-link";
import { Nic } from "./nic";
import { Vm } from "./vm";

const TO_VM = { path: "vmId", types: Vm.types };
/** A NIC that stands apart has an id of its own; the id of another is read from its VM. */
const TO_NIC = { path: "nicId", types: [...Nic.types, ...Vm.types] };

/** Gives a VM or a NIC a public IP. */
export class PublicIpLink extends View<"outscale:index/publicIpLink:PublicIpLink"> {
  static readonly types = ["outscale:index/publicIpLink:PublicIpLink"] as const;

  /** What gets the public IP: for a NIC that its VM is made with, the VM. */
  holder(): Vm | Nic {
    if (!this.sets("nicId")) return this.target("vmId", Vm);
    const found = reference(this.system, this.resource, TO_NIC);
    if (!found || "outside" in found) throw new UnknownValue(this.resource, "nicId", { outside: true });
    const { resource } = found;
    return resource.type === Nic.types[0] ? this.system.view(resource, Nic) : this.system.view(resource, Vm);
  }

  /** @throws {Undecided} when that is not known */
  vm(): Vm {
    const holder = this.holder();
    return holder instanceof Vm ? holder : vmOf(holder);
  }

  isIn(net: Net): boolean {
    return (this.sets("vmId") || this.sets("nicId")) && this.holder().net() === net;
  }

  /** The public IP, where the program names it: what comes with the deployment is not known to every door. */
  address(): string | undefined {
    return this.written.publicIp;
  }
}

/** What gives a VM a public IP, and which where that is told. */
interface Means {
  readonly vm: () => Vm;
  readonly isGiven: () => boolean;
  readonly address?: () => string | undefined;
}

/** What gives a VM a public IP, or may: a link, a NIC, a tag, or that it stands in the public Cloud. */
export class PublicIpGrant extends SubjectOf {
  readonly #means: Means;

  constructor(resource: Resource, path: string, means: Means) {
    super(path === "" ? "resource" : "part", resource, path);
    this.#means = means;
  }

  /** Whether the VM has it because it stands in the public Cloud, and nothing else gives it. */
  get isByNature(): boolean {
    return this.kind === "resource" && this.resource.type === Vm.types[0];
  }

  /**
   * The VM that gets it.
   * @throws {Undecided} when that is not known
   */
  vm(): Vm {
    return this.#means.vm();
  }

  /**
   * Whether the VM really gets it.
   * @throws {Undecided} when that is not known
   */
  isGiven(): boolean {
    return this.#means.isGiven();
  }

  /** The public IP, where it is told and is one. */
  address(): string | undefined {
    const text = ifKnown(() => this.#means.address?.());
    return text !== undefined && addressesOf(text) ? text : undefined;
  }
}

/** All that gives the VMs of a stack a public IP, or may. */
export function publicIpGrantsOf(system: System): PublicIpGrant[] {
  const grants = [
    ...system.all(PublicIpLink).map(ofLink),
    ...system.all(Nic).map(ofNic),
    ...system.all(Vm).flatMap(ofVm),
  ];
  return grants.filter((grant) => possibly(() => grant.isGiven()));
}

/** All that gives one VM a public IP, or may. What is not known throws when it is looked at. */
export function publicIpGrantsTo(vm: Vm): (() => PublicIpGrant)[] {
  return [
    ...ofVm(vm).map((grant) => () => grant),
    ...publicIpLinksOf(vm).map((link) => () => ofLink(link())),
    ...nicsOf(vm).map((nic) => () => ofNic(nic())),
  ];
}

/**
 * Whether a VM has a public IP.
 * @throws {Undecided} when none is certain and one is possible
 */
export function hasPublicAddress(vm: Vm): boolean {
  return any(
    () => some(publicIpGrantsTo(vm), (grant) => grant().isGiven()),
    () => some(vm.subnets(), (subnet) => subnet.givesPublicIps()),
  );
}

/** The links that give a VM, or one of its NICs, a public IP. What is not known throws when it is looked at. */
export function publicIpLinksOf(vm: Vm): (() => PublicIpLink)[] {
  const { system, resource } = vm;
  const linksTo = (to: Resource, how: typeof TO_NIC | typeof TO_VM) =>
    system.referrers(to, PublicIpLink, how).lookups();
  const ofNics = nicsOf(vm).flatMap((nic) => {
    const found = attempt(nic);
    return found.why ? [refuse(found.why)] : linksTo(found.value.resource, TO_NIC);
  });
  return [...linksTo(resource, TO_VM), ...linksTo(resource, TO_NIC), ...ofNics];
}

function ofLink(link: PublicIpLink): PublicIpGrant {
  return new PublicIpGrant(link.resource, "", {
    vm: () => link.vm(),
    isGiven: () => true,
    address: () => link.address(),
  });
}

function ofNic(nic: Nic): PublicIpGrant {
  const { resource } = nic;
  return new PublicIpGrant(resource, PRIVATE_IPS, {
    vm: () => vmOf(nic),
    isGiven: () => some(elementPaths(resource.inputs, PRIVATE_IPS), (at) => hasLink(resource, at)),
    address: () => linkedAt(resource, `${PRIVATE_IPS}[0]`),
  });
}

const PRIVATE_IPS = "privateIps";
const AUTO_ATTACH = "osc.fcu.eip.auto-attach";
const PRIVATE_ONLY = "private_only";

/** What the VM itself is given one by. */
function ofVm(vm: Vm): PublicIpGrant[] {
  const { system, resource } = vm;
  const { inputs } = resource;
  const grant = (path: string, means: Omit<Means, "vm">) =>
    new PublicIpGrant(resource, path, { vm: () => vm, ...means });
  const byTag = () => tagValue(system, resource, AUTO_ATTACH);
  const atLaunch = () => vm.launchTag(AUTO_ATTACH);
  return [
    grant("", { isGiven: () => isPublicByNature(vm) }),
    ...vm.nicPaths().map((nic) =>
      grant(nic, {
        isGiven: () => some([nic, ...elementPaths(inputs, `${nic}.${PRIVATE_IPS}`)], (at) => hasLink(resource, at)),
        address: () => linkedAt(resource, nic),
      }),
    ),
    grant("tags", { isGiven: () => (byTag() ?? "") !== "", address: byTag }),
    grant("userData", { isGiven: () => (atLaunch() ?? "") !== "", address: atLaunch }),
  ];
}

/** In the public Cloud a VM gets a public IP unless its user data declines it. */
function isPublicByNature(vm: Vm): boolean {
  return all(
    () => !vm.isInNet,
    () => vm.userData()?.outscale.get(PRIVATE_ONLY)?.toLowerCase() !== "true",
  );
}

/** Whether a public IP is linked to the NIC or the private IP at a path. */
function hasLink(resource: Resource, path: string): boolean {
  const links = `${path}.linkPublicIps`;
  const value = valueAt(resource.inputs, links);
  if (value instanceof Unknown) throw new UnknownValue(resource, links, { value });
  return Array.isArray(value) && value.length > 0;
}

function linkedAt({ inputs }: Resource, path: string): string | undefined {
  const address = valueAt(inputs, `${path}.linkPublicIps[0].publicIp`);
  return typeof address === "string" ? address : undefined;
}
