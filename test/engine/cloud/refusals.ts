import { isKnown, isList, isSet, objectsOf, type WireObject, type WireValue } from "./wire";

/** Why the provider refuses an input. */
export interface Failure {
  readonly property: string;
  readonly reason: string;
}

type Refusal = (inputs: WireObject) => Failure | undefined;

/** What provider 1.8.0 was seen, or is written, to refuse before it asks the cloud anything though its schema allows it. */
export function refusals(type: string, inputs: WireObject): Failure[] {
  return refused(IN_A_PREVIEW, type, inputs);
}

/** What passes a preview and is refused when the resource is created. */
export function creationRefusals(type: string, inputs: WireObject): Failure[] {
  return refused(AT_CREATION, type, inputs);
}

function refused(by: RefusalsByType, type: string, inputs: WireObject): Failure[] {
  const named = by[type.split(":").at(-1) ?? ""] ?? [];
  return named.map((refusal) => refusal(inputs)).filter((failure) => failure !== undefined);
}

type RefusalsByType = Readonly<Record<string, readonly Refusal[]>>;

const AT_CREATION: RefusalsByType = {
  Vm: [
    both("nics", "subnetId"),
    both("nics", "placementSubregionName"),
    both("nics", "placementTenancy"),
    nestedVirtualizationOnSharedHardware,
  ],
};

const IN_A_PREVIEW: RefusalsByType = {
  AccessKey: [expirationInThePast],
  ApiAccessPolicy: [trustWithoutExpiration],
  LoadBalancer: [both("subnets", "subregionNames"), listenerWithoutCertificate],
  OksCluster: [repeatedSubregion],
  SecurityGroup: [defaultRuleWithoutNet],
  SecurityGroupRule: [oneOf("flow", ["Inbound", "Outbound"]), linkedGroupWithMore, ruleWithoutPorts],
  Vm: [
    oneOf("placementTenancy", ["default", "dedicated"]),
    both("primaryNics", "nics"),
    both("shutdownBehaviorConfiguration", "vmInitiatedShutdownBehavior"),
    diskIops,
  ],
  Volume: [volumeIops],
};

function oneOf(property: string, accepted: readonly string[]): Refusal {
  return ({ [property]: value }) =>
    typeof value === "string" && isKnown(value) && !accepted.includes(value)
      ? { property, reason: `The value must be one of: ${accepted.join(", ")}.` }
      : undefined;
}

function both(property: string, other: string): Refusal {
  return (inputs) =>
    isKnown(inputs[property]) && isKnown(inputs[other])
      ? { property, reason: `"${property}" conflicts with "${other}".` }
      : undefined;
}

// An empty date means never.
function expirationInThePast({ expirationDate }: WireObject): Failure | undefined {
  if (typeof expirationDate !== "string" || !(Date.parse(expirationDate) < Date.now())) return undefined;
  return { property: "expirationDate", reason: "The date must be in the future." };
}

function trustWithoutExpiration(inputs: WireObject): Failure | undefined {
  if (inputs["requireTrustedEnv"] !== true || inputs["maxAccessKeyExpirationSeconds"] !== 0) return undefined;
  return { property: "requireTrustedEnv", reason: "A trusted environment needs access keys that expire." };
}

// Capitals count: the provider lets a lowercase protocol through.
function listenerWithoutCertificate(inputs: WireObject): Failure | undefined {
  const bare = objectsOf(inputs["listeners"]).some(
    ({ loadBalancerProtocol, serverCertificateId }) =>
      (loadBalancerProtocol === "HTTPS" || loadBalancerProtocol === "SSL") && !isSet(serverCertificateId),
  );
  return bare ? { property: "listeners", reason: "An HTTPS or SSL listener needs a server certificate." } : undefined;
}

function repeatedSubregion(inputs: WireObject): Failure | undefined {
  const subregions = inputs["cpSubregions"];
  if (!isList(subregions)) return undefined;
  const known = subregions.filter((subregion) => isKnown(subregion));
  if (new Set(known).size === known.length) return undefined;
  return { property: "cpSubregions", reason: "This attribute contains duplicate values." };
}

function defaultRuleWithoutNet(inputs: WireObject): Failure | undefined {
  if (inputs["removeDefaultOutboundRule"] !== true || isSet(inputs["netId"])) return undefined;
  return { property: "removeDefaultOutboundRule", reason: '"removeDefaultOutboundRule" needs "netId".' };
}

function linkedGroupWithMore(inputs: WireObject): Failure | undefined {
  const link = ["securityGroupNameToLink", "securityGroupAccountIdToLink"].find((name) => isKnown(inputs[name]));
  const more = ["fromPortRange", "toPortRange", "ipProtocol", "ipRange", "rules"].find((name) => isKnown(inputs[name]));
  if (link === undefined || more === undefined) return undefined;
  return { property: link, reason: `"${link}" conflicts with "${more}".` };
}

function ruleWithoutPorts(inputs: WireObject): Failure | undefined {
  const portless = objectsOf(inputs["rules"]).some(
    (rule) =>
      isKnown(rule["ipRanges"]) &&
      isKnown(rule["ipProtocol"]) &&
      rule["ipProtocol"] !== "-1" &&
      !(isSet(rule["fromPortRange"]) && isSet(rule["toPortRange"])),
  );
  return portless ? { property: "rules", reason: "A rule of this protocol needs its ports." } : undefined;
}

function nestedVirtualizationOnSharedHardware(inputs: WireObject): Failure | undefined {
  if (inputs["nestedVirtualization"] !== true || inputs["placementTenancy"] === "dedicated") return undefined;
  return { property: "nestedVirtualization", reason: "Nested virtualization needs a dedicated tenancy." };
}

function volumeIops(inputs: WireObject): Failure | undefined {
  const { iops = null, volumeType = null } = inputs;
  if (volumeType === "io1" && !isSet(iops)) return { property: "iops", reason: "An io1 volume needs iops." };
  if (isSet(iops) && volumeType !== "io1" && isKnown(volumeType)) {
    return { property: "iops", reason: "Only an io1 volume takes iops." };
  }
  return outOfRange(iops, "iops");
}

function diskIops(inputs: WireObject): Failure | undefined {
  for (const disk of objectsOf(inputs["blockDeviceMappings"])) {
    const [bsu] = objectsOf([disk["bsu"] ?? null]);
    const failure = outOfRange(bsu?.["iops"], "blockDeviceMappings");
    if (failure) return failure;
  }
  return undefined;
}

function outOfRange(iops: WireValue | undefined, property: string): Failure | undefined {
  if (!isKnown(iops) || (Number(iops) >= 100 && Number(iops) <= 13000)) return undefined;
  return { property, reason: "iops must be between 100 and 13000." };
}
