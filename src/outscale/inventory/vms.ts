import { attempt, ifKnown, reference, type Resource, valueAt } from "../../stack";
import { elementPaths } from "../provider/view";
import { publicIpLinksOf } from "../resources/public-ip";
import type { Vm } from "../resources/vm";
import { isWitness } from "../tiers/tiers";
import {
  readOutput,
  explainUnknown,
  isKnown,
  LATER,
  type UnknownReason,
  readWritten,
  readKnown,
  textOf,
  textsOf,
  type KnownValue,
} from "./known-values";
import { type AttachedVolume, idOf, volumesOf } from "./volumes";
import { valueOf } from "./words";

/** A VM, as far as it is told. */
export interface VmEvidence {
  readonly urn: string;
  readonly name: string;
  readonly id: KnownValue;
  /** `running`, `stopped` and so on. */
  readonly state: KnownValue;
  readonly subregion: KnownValue;
  readonly type: KnownValue;
  /** The class of performance, where it is not in the name of the type. */
  readonly performance: KnownValue;
  readonly imageId: KnownValue;
  readonly netId: KnownValue;
  readonly subnetIds: readonly KnownValue[];
  readonly privateIps: readonly KnownValue[];
  readonly publicIps: readonly KnownValue[];
  readonly createdAt: KnownValue;
  /** Whether it only takes part in votes. */
  readonly isWitness: boolean | UnknownReason;
  readonly volumes: readonly AttachedVolume[];
}

export function describeVm(vm: Vm, isDeployed: boolean): VmEvidence {
  const { resource } = vm;
  const placed = textOf(readOutput(resource, "placementSubregionName"));
  const subregion = isKnown(placed) ? placed : readKnown(() => vm.subregion());
  const witness = attempt(() => isWitness(vm));
  const type = readWritten(resource, "vmType");
  return {
    urn: resource.urn,
    name: vm.name,
    id: idOf(resource, "vmId"),
    state: stateOf(vm, isDeployed),
    subregion,
    type,
    performance:
      isKnown(type) && /p\d$/i.test(type) ? null : valueOf("performance", readWritten(resource, "performance")),
    imageId: readWritten(resource, "imageId"),
    netId: netOf(vm),
    subnetIds: subnetsOf(vm),
    privateIps: privateIpsOf(resource),
    publicIps: publicIpsOf(vm),
    createdAt: valueOf("time", textOf(readOutput(resource, "creationDate"))),
    isWitness: witness.why ? explainUnknown(witness.why) : witness.value,
    volumes: volumesOf(vm, subregion),
  };
}

/** What is deployed runs only where the provider says so; what is planned will, unless the program stops it. */
export function stateOf({ resource }: Vm, isDeployed: boolean): KnownValue {
  const answer = valueOf("state", textOf(readOutput(resource, "state")));
  const written = valueOf("state", textOf(valueAt(resource.inputs, "state")));
  if (isDeployed) return answer ?? written ?? LATER;
  return written ?? (isKnown(answer) ? answer : "running");
}

/** Its own places; what a NIC that stands apart says is the provider's answer alone. */
function subnetsOf(vm: Vm): KnownValue[] {
  const { inputs, outputs = {} } = vm.resource;
  const listed = [outputs, inputs].map((values) =>
    textsOf(valueAt(values, "subnetId"), ...nicPaths(values).map((nic) => valueAt(values, `${nic}.subnetId`))),
  );
  return listed.find((subnets) => subnets.some(isKnown)) ?? (vm.isInNet ? [LATER] : []);
}

function netOf(vm: Vm): KnownValue {
  const answer = textOf(readOutput(vm.resource, "netId"));
  if (isKnown(answer) || !vm.isInNet) return isKnown(answer) ? answer : null;
  const net = attempt(() => vm.net());
  if (net.why) return explainUnknown(net.why);
  return net.value ? idOf(net.value.resource, "netId") : null;
}

function privateIpsOf(resource: Resource): KnownValue[] {
  const { inputs, outputs = {} } = resource;
  const answers = textsOf(valueAt(outputs, "privateIp"), valueAt(outputs, "privateIps"));
  return answers.some(isKnown) ? answers : textsOf(valueAt(inputs, "privateIps"));
}

function publicIpsOf(vm: Vm): KnownValue[] {
  const { system, resource } = vm;
  const links = publicIpLinksOf(vm).flatMap((link) => ifKnown(link)?.resource ?? []);
  const outputs = resource.outputs ?? {};
  const answers = [
    valueAt(outputs, "publicIp"),
    ...nicPaths(outputs).map((nic) => valueAt(outputs, `${nic}.linkPublicIps[0].publicIp`)),
  ];
  const known = answers.filter((answer) => typeof answer === "string");
  const linked = links.map((link) =>
    textOf(readOutput(link, "publicIp"), addressOf(link), valueAt(link.inputs, "publicIp")),
  );
  return textsOf(...known, ...linked.filter(isKnown)).concat(linked.filter((each) => !isKnown(each)).slice(0, 1));

  function addressOf(link: Resource) {
    const how = { path: "publicIpId", types: ["outscale:index/publicIp:PublicIp"] };
    const found = attempt(() => reference(system, link, how));
    return found.value && "resource" in found.value ? readOutput(found.value.resource, "publicIp") : undefined;
  }
}

function nicPaths(values: Resource["inputs"]): string[] {
  return [...elementPaths(values, "primaryNics"), ...elementPaths(values, "nics")];
}
