import { certainly, ifKnown, type Resource } from "../../stack";
import { formatList, type Text } from "../../text";
import { ownEnvironment, purposeOf } from "../grouping/environment";
import { tagPasses } from "../grouping/tags";
import { OksCluster } from "../kubernetes/oks-cluster";
import { OksManifest } from "../kubernetes/oks-manifest";
import type { System, ViewOf } from "../provider/system";
import { Bucket } from "../resources/bucket";
import { FlexibleGpu } from "../resources/flexible-gpu";
import { Image } from "../resources/image";
import { LoadBalancer } from "../resources/load-balancer";
import { Net } from "../resources/net";
import { Nic } from "../resources/nic";
import { Subnet } from "../resources/subnet";
import { Vm } from "../resources/vm";
import { Volume } from "../resources/volume";
import { namesScratch, SCRATCH_KEY } from "../storage/scratch";
import { tiersOf, tiersUsedFor } from "../tiers/tiers";

const LEFT_OUT_REASONS = ["non-production", "ephemeral", "scratch", "stopped", "stands alone"] as const;

/** Why policies look away from what stands in a stack: a tag or a setting of the client's says so. */
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** What is left out for one reason. */
export interface LeftOut {
  readonly reason: LeftOutReason;
  readonly resources: readonly Resource[];
}

/** What policies leave out of their judgement, wholly or in part; no reason that leaves out nothing. */
export function listLeftOut(system: System): LeftOut[] {
  const found: Readonly<Record<LeftOutReason, readonly Resource[]>> = {
    "non-production": listNonProduction(system),
    ephemeral: tiersUsedFor(system, "ephemeral").flatMap(({ members }) => members.map(({ resource }) => resource)),
    scratch: listScratch(system),
    stopped: system
      .all(Vm)
      .filter((vm) => certainly(() => vm.isProduction()) && certainly(() => vm.isStopped()))
      .map(({ resource }) => resource),
    "stands alone": tiersOf(system)
      .filter((tier) => certainly(() => tier.acceptedLoss() !== undefined))
      .flatMap(({ members }) => members.map(({ resource }) => resource)),
  };
  return LEFT_OUT_REASONS.map((reason) => ({ reason, resources: found[reason] })).filter(
    ({ resources }) => resources.length > 0,
  );
}

/** Something of which an environment is asked. */
interface Used {
  readonly resource: Resource;
  isProduction(): boolean;
}

const USED: readonly ViewOf<Used>[] = [
  ...[Net, Subnet, Nic, Vm, FlexibleGpu, Image, Volume, LoadBalancer, Bucket, OksCluster, OksManifest],
];

function listNonProduction(system: System): Resource[] {
  const used: readonly Used[] = USED.flatMap((view): Used[] => system.all<Used>(view));
  return used.filter((one) => certainly(() => !one.isProduction())).map(({ resource }) => resource);
}

/** What a tag of its own declares to hold nothing that is kept. */
function listScratch(system: System): Resource[] {
  const resources = system.resources.filter(({ type, elsewhere }) => HOLDS_DATA.includes(type) && elsewhere !== true);
  return resources.filter((resource) => certainly(() => tagPasses(system, resource, SCRATCH_KEY, namesScratch)));
}

const HOLDS_DATA: readonly string[] = [Vm, Volume, Image, OksCluster].flatMap(({ types }) => types);

/** How many resources are named before the rest is counted. */
const NAMED = 5;

/** The environments that tags name and that are in neither list of the settings, as sentences: each is said once. */
export function listUnlistedEnvironments(system: System): Text[] {
  const byName = new Map<string, string[]>();
  for (const resource of system.resources) {
    if (resource.elsewhere === true || !resource.type.startsWith("outscale:")) continue;
    const name = namedBy(system, resource);
    if (name !== undefined) byName.set(name, [...(byName.get(name) ?? []), resource.name]);
  }
  return [...byName].map(([name, resources]) => describeUnlisted(name, resources));
}

function namedBy(system: System, resource: Resource): string | undefined {
  const name = ifKnown(() => ownEnvironment(system, resource));
  return name !== undefined && purposeOf(name, system) === "not listed" ? name : undefined;
}

function describeUnlisted(name: string, resources: readonly string[]): Text {
  const names = formatList(resources, NAMED);
  return {
    en: `The environment "${name}" (${names.en}) is in neither list of \`pack-settings.environment\`: it is judged as production.`,
    fr: `L'environnement « ${name} » (${names.fr}) n'est dans aucune liste de \`pack-settings.environment\` : il est jugé comme de la production.`,
  };
}
