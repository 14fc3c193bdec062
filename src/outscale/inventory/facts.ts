import { compare, ifKnown, type Resource } from "../../stack";
import { nearestEnvironment } from "../grouping/environment";
import { accountOf } from "../provider/accounts";
import type { SharedSettings } from "../provider/settings";
import type { System, ViewOf } from "../provider/system";
import { Net } from "../resources/net";
import { Snapshot } from "../resources/snapshot";
import { Subnet } from "../resources/subnet";
import { Nic } from "../resources/nic";
import { Vm } from "../resources/vm";
import { Volume } from "../resources/volume";
import { type Classified, classOf } from "../sensitivity/classification";

/** What is told of one resource, as the setting `known` takes it. */
type ToldFact = SharedSettings["known"][string];

/**
 * What other stacks need to know of this one's resources, by id in the order of ids: where they lie, and what they hold.
 * Not of images, which the setting `images` declares, nor of load balancers and buckets, whose ids are mere names.
 */
export function factsOf(system: System): Record<string, ToldFact> {
  const netId = (net: Net | undefined) => net?.resource.id;
  const facts = [
    ...tellFact(system, Net),
    ...tellFact(system, Subnet, (subnet) => ({
      subregion: () => subnet.subregion(),
      net: () => ifKnown(() => netId(subnet.net())) ?? subnet.written.netId,
      places: () => [subnet.net().resource],
    })),
    ...tellFact(system, Vm, (vm) => ({
      subregion: () => vm.subregion(),
      net: () => netId(vm.net()),
      places: () => vm.places(),
    })),
    ...tellFact(system, Nic, (nic) => ({ net: () => netId(nic.net()), subregion: () => nic.subregion() })),
    ...tellFact(system, Volume, (volume) => ({ subregion: () => volume.written.subregionName })),
    ...tellFact(system, Snapshot),
  ];
  return Object.fromEntries(facts.sort(([a], [b]) => compare(a, b)));

  function tellFact<V extends Classified>(
    from: System,
    view: ViewOf<V>,
    tell: (made: V) => Telling = () => ({}),
  ): [string, ToldFact][] {
    return from.all(view).flatMap((made): [string, ToldFact][] => {
      const { resource } = made;
      return resource.id === undefined ? [] : [[resource.id, factOf(made, tell(made))]];
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
function factOf(of: Classified, tell: Telling): ToldFact {
  const { system, resource } = of;
  const told = {
    account: accountOf(system, resource),
    subregion: ifKnown(() => tell.subregion?.()),
    net: ifKnown(() => tell.net?.()),
    classification: ifKnown(() => classOf(of)),
    environment: ifKnown(() => nearestEnvironment(system, resource, tell.places ?? (() => []))),
  };
  const known = Object.entries(told).filter(([, value]) => value !== undefined && value !== "");
  return { type: resource.type, ...(Object.fromEntries(known) as Omit<ToldFact, "type">) };
}
