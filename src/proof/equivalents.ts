import { type Asset, type Capacity, groupEquivalents, LoadBalancer, Tier, Vm } from "../outscale";
import type { System } from "../outscale/provider/system";
import { attempt, type Resource } from "../stack";

/** Resources that are equivalent, with where each stands. */
export interface Equivalents {
  /** What they have in common, in the provider's words. */
  readonly capacity: string;
  readonly members: readonly EquivalentMember[];
}

/** One of several equivalents. */
export interface EquivalentMember {
  readonly urn: string;
  /** As the provider knows it; none before it is deployed. */
  readonly id: string | undefined;
  readonly name: string;
  readonly subregion: string;
}

/**
 * The members of a tier that are equivalent, or the load balancers of an entry; nothing where that is not known.
 * @param cutOff the urns of what an operation was cut off on: what became of it may be equivalent to nothing
 */
export function listEquivalents(asset: Asset, system: System, cutOff: ReadonlySet<string>): Equivalents[] {
  return groupMembers(asset, system)
    .map(({ capacity, members }) => ({ capacity, members: members.filter(({ urn }) => !cutOff.has(urn)) }))
    .filter(({ members }) => members.length > 0);
}

/** A member of a tier or of an entry. */
interface Member {
  readonly resource: Resource;
  /** @throws {Undecided} when that is not known */
  readonly subregion: () => string;
}

/** The VMs that are certainly of a tier, or the load balancers of an entry. */
export function listMembers({ subject, parts, kind }: Asset, system: System): Member[] {
  if (subject instanceof Tier) return subject.members.map(({ resource }) => placed(resource, system, Vm));
  if (kind !== "entry") return [];
  const balancers = parts.filter(({ type }) => (LoadBalancer.types as readonly string[]).includes(type));
  return balancers.map((resource) => placed(resource, system, LoadBalancer));
}

function placed(resource: Resource, system: System, view: typeof Vm | typeof LoadBalancer): Member {
  return { resource, subregion: () => system.view<Vm | LoadBalancer>(resource, view).subregion() };
}

function groupMembers(asset: Asset, system: System): Equivalents[] {
  const { subject, kind } = asset;
  if (subject instanceof Tier) {
    const groups = attempt(() => groupEquivalents(subject, 0));
    return (groups.value ?? []).map(({ vms, capacity }) => ({
      capacity: describeCapacity(capacity),
      members: vms.flatMap((vm) => describeMember(vm.resource, () => vm.subregion(), "vmId")),
    }));
  }
  if (kind !== "entry") return [];
  const members = listMembers(asset, system).flatMap(({ resource, subregion }) =>
    describeMember(resource, subregion, "loadBalancerName"),
  );
  return [{ capacity: "LoadBalancer", members }];
}

/** `tinav6.c2r4p2, tenancy default`: the words are the provider's, in whatever language. */
function describeCapacity({ type, performance, tenancy, gpus }: Capacity): string {
  const words = [
    type,
    performance === undefined ? undefined : `performance ${performance}`,
    tenancy === undefined ? undefined : `tenancy ${tenancy}`,
    ...gpus.map((model) => (model === undefined ? "GPU" : `GPU ${model}`)),
  ];
  return words.filter((word) => word !== undefined).join(", ");
}

function describeMember(resource: Resource, subregion: () => string, idProperty: string): EquivalentMember[] {
  const { value } = attempt(subregion);
  if (value === undefined) return [];
  const answered = resource.outputs?.[idProperty];
  const id = typeof answered === "string" ? answered : resource.id;
  return [{ urn: resource.urn, id, name: resource.name, subregion: value }];
}
