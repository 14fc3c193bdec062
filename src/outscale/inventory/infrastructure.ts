import type { Resource } from "../../stack";
import { nodePoolsOf } from "../kubernetes/node-pools";
import type { System } from "../provider/system";
import { Net } from "../resources/net";
import { NatService } from "../resources/nat-service";
import { SecurityGroup } from "../resources/security-group";
import { Subnet } from "../resources/subnet";
import { isKnown, type KnownValue, readKnown, readOutput, readWritten, textOf } from "./known-values";
import { idOf } from "./volumes";

/** What VMs and load balancers stand in and behind, and are reached by, as far as it is told. */
export interface Infrastructure {
  readonly natServices: readonly PlacedResource[];
  readonly subnets: readonly PlacedResource[];
  /** They lie in no Subregion. */
  readonly securityGroups: readonly ListedResource[];
  readonly nodePools: readonly NodePoolEvidence[];
  readonly nets: readonly ListedResource[];
  readonly publicIps: readonly PublicIpEvidence[];
}

/** A public IP, which lies in no Subregion. */
export interface PublicIpEvidence extends ListedResource {
  readonly address: KnownValue;
}

/** A resource by the names that the program and the provider have for it. */
export interface ListedResource {
  readonly urn: string;
  readonly name: string;
  readonly id: KnownValue;
}

/** A resource with the Subregion that it lies in. */
export interface PlacedResource extends ListedResource {
  readonly subregion: KnownValue;
}

/** Nodes of a cluster, as their manifests ask for them: a state does not list the VMs that they are. */
export interface NodePoolEvidence {
  readonly urns: readonly string[];
  readonly name: string;
  readonly zones: readonly string[];
  /** How many nodes its manifests ask for; unknown where the cluster decides. */
  readonly nodes: number | null;
}

export function listInfrastructure(system: System): Infrastructure {
  return {
    natServices: system.all(NatService).map((nat) => ({
      ...listed(nat.resource, "natServiceId"),
      subregion: placeOf(nat, () => nat.subregion()),
    })),
    subnets: system.all(Subnet).map((subnet) => ({
      ...listed(subnet.resource, "subnetId"),
      subregion: placeOf(subnet, () => subnet.subregion()),
    })),
    securityGroups: system.all(SecurityGroup).map((group) => listed(group.resource, "securityGroupId")),
    nodePools: nodePoolsOf(system).map(({ name, pools, related }) => ({
      urns: related.map(({ urn }) => urn),
      name,
      zones: [...new Set(pools.flatMap(({ zones }) => zones))].sort(),
      nodes: pools.reduce<number | null>(
        (sum, { nodes }) => (sum === null || nodes === undefined ? null : sum + nodes),
        0,
      ),
    })),
    nets: system.all(Net).map((net) => listed(net.resource, "netId")),
    publicIps: system.ofTypes(PUBLIC_IP).flatMap((resource) => {
      if (resource.elsewhere === true) return [];
      return [{ ...listed(resource, "publicIpId"), address: readWritten(resource, "publicIp") }];
    }),
  };
}

const PUBLIC_IP = ["outscale:index/publicIp:PublicIp"];

function listed(resource: Resource, property: string): ListedResource {
  return { urn: resource.urn, name: resource.name, id: idOf(resource, property) };
}

function placeOf({ resource }: NatService | Subnet, read: () => string): KnownValue {
  const placed = textOf(readOutput(resource, "subregionName"));
  return isKnown(placed) ? placed : readKnown(read);
}
