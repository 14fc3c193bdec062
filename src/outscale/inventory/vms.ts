import { attempt, ifKnown, reference, type Resource, valueAt } from "../../stack";
import { elementPaths } from "../provider/view";
import { publicIpLinksOf } from "../resources/public-ip";
import type { Vm } from "../resources/vm";
import { isWitness } from "../tiers/tiers";
import { answered, hidden, isKnown, LATER, type NotKnown, own, read, textOf, textsOf, type Told } from "./told";
import { type AttachedVolume, idOf, volumesOf } from "./volumes";

/** A VM, as far as it is told. */
export interface VmEvidence {
  readonly urn: string;
  readonly name: string;
  readonly id: Told;
  /** `running`, `stopped` and so on. */
  readonly state: Told;
  readonly subregion: Told;
  readonly type: Told;
  /** The class of performance, where it is not in the name of the type. */
  readonly performance: Told;
  readonly imageId: Told;
  readonly netId: Told;
  readonly subnetIds: readonly Told[];
  readonly privateIps: readonly Told[];
  readonly publicIps: readonly Told[];
  readonly createdAt: Told;
  /** Whether it only takes part in votes. */
  readonly isWitness: boolean | NotKnown;
  readonly volumes: readonly AttachedVolume[];
}

export function vmEvidence(vm: Vm, isDeployed: boolean): VmEvidence {
  const { resource } = vm;
  const placed = textOf(answered(resource, "placementSubregionName"));
  const subregion = isKnown(placed) ? placed : read(() => vm.subregion());
  const witness = attempt(() => isWitness(vm));
  const type = own(resource, "vmType");
  return {
    urn: resource.urn,
    name: vm.name,
    id: idOf(resource, "vmId"),
    state: stateOf(vm, isDeployed),
    subregion,
    type,
    performance: isKnown(type) && /p\d$/i.test(type) ? null : own(resource, "performance"),
    imageId: own(resource, "imageId"),
    netId: netOf(vm),
    subnetIds: subnetsOf(vm),
    privateIps: privateIpsOf(resource),
    publicIps: publicIpsOf(vm),
    createdAt: textOf(answered(resource, "creationDate")),
    isWitness: witness.why ? hidden(witness.why) : witness.value,
    volumes: volumesOf(vm, subregion),
  };
}

/** What is deployed runs only where the provider says so; what is planned will, unless the program stops it. */
export function stateOf({ resource }: Vm, isDeployed: boolean): Told {
  const answer = textOf(answered(resource, "state"));
  if (isDeployed) return answer ?? own(resource, "state") ?? LATER;
  const written = textOf(valueAt(resource.inputs, "state"));
  return written ?? (isKnown(answer) ? answer : "running");
}

/** Its own places; what a NIC that stands apart says is the provider's answer alone. */
function subnetsOf(vm: Vm): Told[] {
  const { inputs, outputs = {} } = vm.resource;
  const listed = [outputs, inputs].map((values) =>
    textsOf(valueAt(values, "subnetId"), ...nicPaths(values).map((nic) => valueAt(values, `${nic}.subnetId`))),
  );
  return listed.find((subnets) => subnets.some(isKnown)) ?? (vm.isInNet ? [LATER] : []);
}

function netOf(vm: Vm): Told {
  const answer = textOf(answered(vm.resource, "netId"));
  if (isKnown(answer) || !vm.isInNet) return isKnown(answer) ? answer : null;
  const net = attempt(() => vm.net());
  if (net.why) return hidden(net.why);
  return net.value ? idOf(net.value.resource, "netId") : null;
}

function privateIpsOf(resource: Resource): Told[] {
  const { inputs, outputs = {} } = resource;
  const answers = textsOf(valueAt(outputs, "privateIp"), valueAt(outputs, "privateIps"));
  return answers.some(isKnown) ? answers : textsOf(valueAt(inputs, "privateIps"));
}

function publicIpsOf(vm: Vm): Told[] {
  const { system, resource } = vm;
  const links = publicIpLinksOf(vm).flatMap((link) => ifKnown(link)?.resource ?? []);
  const outputs = resource.outputs ?? {};
  const answers = [
    valueAt(outputs, "publicIp"),
    ...nicPaths(outputs).map((nic) => valueAt(outputs, `${nic}.linkPublicIps[0].publicIp`)),
  ];
  const known = answers.filter((answer) => typeof answer === "string");
  const linked = links.map((link) =>
    textOf(answered(link, "publicIp"), addressOf(link), valueAt(link.inputs, "publicIp")),
  );
  return textsOf(...known, ...linked.filter(isKnown)).concat(linked.filter((each) => !isKnown(each)).slice(0, 1));

  function addressOf(link: Resource) {
    const how = { path: "publicIpId", types: ["outscale:index/publicIp:PublicIp"] };
    const found = attempt(() => reference(system, link, how));
    return found.value && "resource" in found.value ? answered(found.value.resource, "publicIp") : undefined;
  }
}

function nicPaths(values: Resource["inputs"]): string[] {
  return [...elementPaths(values, "primaryNics"), ...elementPaths(values, "nics")];
}
