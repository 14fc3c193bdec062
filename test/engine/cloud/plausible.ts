import { createHash } from "node:crypto";
import { referredType, type ObjectSchema, type PropertySchema } from "./schema";
import type { WireObject, WireValue } from "./wire";

/** The prefixes the cloud gives its ids, by the property that holds one. */
const PREFIXES: Readonly<Record<string, string>> = {
  clientGatewayId: "cgw",
  dhcpOptionsSetId: "dopt",
  imageId: "ami",
  internetServiceId: "igw",
  linkNicId: "eni-attach",
  linkPublicIpId: "eipassoc",
  linkRouteTableId: "rtbassoc",
  natServiceId: "nat",
  netAccessPointId: "vpce",
  netId: "vpc",
  netPeeringId: "pcx",
  nicId: "eni",
  publicIpId: "eipalloc",
  routeTableId: "rtb",
  securityGroupId: "sg",
  snapshotId: "snap",
  subnetId: "subnet",
  virtualGatewayId: "vgw",
  vmId: "i",
  volumeId: "vol",
  vpnConnectionId: "vpn",
};

const TEXTS: Readonly<Record<string, string>> = {
  accountId: "123456789012",
  architecture: "x86_64",
  bootMode: "legacy",
  creationDate: "2026-01-01T00:00:00.000Z",
  ipRange: "10.0.0.0/16",
  loadBalancerType: "internet-facing",
  osFamily: "linux",
  performance: "high",
  placementTenancy: "default",
  privateIp: "10.0.0.4",
  publicIp: "203.0.113.7",
  rootDeviceName: "/dev/sda1",
  rootDeviceType: "bsu",
  serverCertificateId: "",
  state: "available",
  tenancy: "default",
  vmInitiatedShutdownBehavior: "stop",
  vmType: "tinav5.c1r1p2",
  volumeType: "standard",
};

/** The region an unconfigured provider of this stand-in serves. */
export const DEFAULT_REGION = "cloudgouv-eu-west-1";

/** Makes values of the right shape up: the same ones for the same seed, the property's name and the region. */
export interface Plausible {
  readonly region: string;
  readonly seed: string;
  /** A list has an element to read, or none: a made-up rule or disk would be one more than the program has. */
  readonly lists: "one" | "empty";
}

export function plausible(by: Plausible, name: string, property: PropertySchema): WireValue {
  const referred = referredType(property);
  if (referred) return plausibleObject(by, referred);
  switch (property.type) {
    case "array":
      return by.lists === "empty" ? [] : [plausible(by, singular(name), property.items ?? {})];
    case "object":
      return {};
    case "boolean":
      return false;
    case "number":
      return 10;
    default:
      return plausibleText(by, name);
  }
}

export function plausibleObject(by: Plausible, type: ObjectSchema): WireObject {
  const properties = Object.entries(type.properties ?? {});
  return Object.fromEntries(properties.map(([name, property]) => [name, plausible(by, name, property)]));
}

function plausibleText({ region, seed }: Plausible, name: string): string {
  if (/subregionName$/i.test(name)) return `${region}a`;
  if (/regionName$|^region$/i.test(name)) return region;
  return TEXTS[name] ?? idFor(name, seed);
}

/** An id as the cloud would give one for a property such as `netId`. */
export function idFor(name: string, seed: string): string {
  const digits = createHash("sha256").update(`${seed} ${name}`).digest("hex").slice(0, 8);
  return `${PREFIXES[name] ?? name}-${digits}`;
}

function singular(name: string): string {
  return name.replace(/s$/, "");
}
