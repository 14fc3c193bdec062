import { compare, ifKnown, type Resource, type Stack, type ViewOf } from "../../stack";
import { nearestTagValue } from "../grouping/environment";
import type { SharedSettings } from "../provider/settings";
import { Net } from "../resources/net";
import { Snapshot } from "../resources/snapshot";
import { Subnet } from "../resources/subnet";
import { Nic, Vm } from "../resources/vm";
import { Volume } from "../resources/volume";
import { type Classified, classOf } from "../sensitivity/classification";

type Fact = SharedSettings["known"][string];

/**
 * What other stacks need to know of this one's resources, by id in the order of ids: where they lie, and what they hold.
 * Not of images, which the setting `images` declares, nor of load balancers and buckets, whose ids are mere names.
 */
export function factsOf(stack: Stack, shared: SharedSettings): Record<string, Fact> {
  const { region } = shared;
  const netId = (net: Net | undefined) => net?.resource.id;
  const facts = [
    ...told(stack, Net),
    ...told(stack, Subnet, (subnet) => ({
      subregion: () => subnet.subregion(region),
      net: () => ifKnown(() => netId(subnet.net())) ?? subnet.written.netId,
      places: () => [subnet.net().resource],
    })),
    ...told(stack, Vm, (vm) => ({
      subregion: () => vm.subregion(region),
      net: () => netId(vm.net()),
      places: () => vm.places(),
    })),
    ...told(stack, Nic, (nic) => ({ net: () => netId(nic.net()), subregion: () => nic.subregion(region) })),
    ...told(stack, Volume, (volume) => ({ subregion: () => volume.written.subregionName })),
    ...told(stack, Snapshot),
  ];
  return Object.fromEntries(facts.sort(([a], [b]) => compare(a, b)));

  function told<V extends Classified>(
    from: Stack,
    view: ViewOf<V>,
    tell: (made: V) => Telling = () => ({}),
  ): [string, Fact][] {
    return from.all(view).flatMap((made): [string, Fact][] => {
      const { resource } = made;
      return resource.id === undefined ? [] : [[resource.id, factOf(made, tell(made), shared)]];
    });
  }
}

interface Telling {
  readonly subregion?: () => string | undefined;
  readonly net?: () => string | undefined;
  /** The Subnet and Net it stands in, whose environment is its own. */
  readonly places?: () => Iterable<Resource>;
}

/** What a state does not tell is left out. */
function factOf(of: Classified, tell: Telling, shared: SharedSettings): Fact {
  const { stack, resource } = of;
  const told = {
    subregion: ifKnown(() => tell.subregion?.()),
    net: ifKnown(() => tell.net?.()),
    classification: ifKnown(() => classOf(of, shared)),
    environment: ifKnown(() => nearestTagValue(stack, resource, shared.environment.key, tell.places ?? (() => []))),
  };
  const known = Object.entries(told).filter(([, value]) => value !== undefined && value !== "");
  return { type: resource.type, ...(Object.fromEntries(known) as Omit<Fact, "type">) };
}
