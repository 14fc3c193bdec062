import { nodePoolsOf } from "../kubernetes/node-pools";
import type { System } from "../provider/system";
import { NatService } from "../resources/nat-service";
import { SecurityGroup } from "../resources/security-group";
import { Subnet } from "../resources/subnet";
import { isKnown, type KnownValue, readKnown, readOutput, textOf } from "./known-values";
import { idOf } from "./volumes";

/** What VMs and load balancers stand in and behind, as far as it is told. */
export interface Infrastructure {
  readonly natServices: readonly PlacedResource[];
  readonly subnets: readonly PlacedResource[];
  /** They lie in no Subregion. */
  readonly securityGroups: readonly ListedResource[];
  readonly nodePools: readonly NodePoolEvidence[];
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
      ...listed(nat, "natServiceId"),
      subregion: placeOf(nat, () => nat.subregion()),
    })),
    subnets: system.all(Subnet).map((subnet) => ({
      ...listed(subnet, "subnetId"),
      subregion: placeOf(subnet, () => subnet.subregion()),
    })),
    securityGroups: system.all(SecurityGroup).map((group) => listed(group, "securityGroupId")),
    nodePools: nodePoolsOf(system).map(({ name, pools, related }) => ({
      urns: related.map(({ urn }) => urn),
      name,
      zones: [...new Set(pools.flatMap(({ zones }) => zones))].sort(),
      nodes: pools.reduce<number | null>(
        (sum, { nodes }) => (sum === null || nodes === undefined ? null : sum + nodes),
        0,
      ),
    })),
  };
}

function listed({ resource, name }: NatService | Subnet | SecurityGroup, property: string): ListedResource {
  return { urn: resource.urn, name, id: idOf(resource, property) };
}

function placeOf({ resource }: NatService | Subnet, read: () => string): KnownValue {
  const placed = textOf(readOutput(resource, "subregionName"));
  return isKnown(placed) ? placed : readKnown(read);
}
