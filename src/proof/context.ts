import { type Asset, type Inventory, type StoppedVm, subregionsOf, Tier } from "../outscale";
import type { System } from "../outscale/provider/system";
import type { CommitmentLine } from "../policy";
import { attempt, type Resource } from "../stack";
import type { Text } from "../text";
import { listMembers } from "./equivalents";

/** What a page knows beside the verdicts. */
export interface ProofContext {
  /** All that the stack has, whatever the page is limited to. */
  readonly inventory: Inventory;
  /** The urns of what an operation was cut off on. */
  readonly cutOff: ReadonlySet<string>;
  /** Whether the page may name a resource. */
  readonly isShown: (resource: Resource) => boolean;
}

/**
 * What an operation was cut off on, where some Subregion has nothing else of a tier or an entry: what became of it is not
 * known, and so is whether these still stand there.
 */
export function listInterrupted(asset: Asset, system: System, { cutOff }: ProofContext): Resource[] {
  const members = listMembers(asset, system);
  const interrupted = members.filter(({ resource }) => cutOff.has(resource.urn));
  const others = members.filter(({ resource }) => !cutOff.has(resource.urn));
  const places = new Set(others.map(({ subregion }) => attempt(subregion).value));
  const isEverywhere = subregionsOf(system.settings.region).every((subregion) => places.has(subregion));
  return isEverywhere ? [] : interrupted.map(({ resource }) => resource);
}

export function describeInterruption({ name }: Resource): Text {
  return {
    en: `An operation on ${name} was cut off: what became of it is not known.`,
    fr: `Une opération sur ${name} a été interrompue : ce qu'il en est advenu n'est pas connu.`,
  };
}

/**
 * The VMs of a tier that stand where it counts none: the program stops them, or they are terminated. Tiers of one name are
 * told apart by what a stopped VM does not tell: then nothing is said.
 */
export function listUncounted(asset: Asset, system: System, { inventory }: ProofContext): StoppedVm[] {
  const { subject } = asset;
  if (!(subject instanceof Tier) || subject.use !== "production" || subject.nameAmongNamesakes() !== undefined)
    return [];
  const places = new Set(listMembers(asset, system).map(({ subregion }) => attempt(subregion).value));
  return inventory.stoppedVms.filter(
    ({ tier, subregion }) =>
      typeof tier === "string" &&
      tier.toLowerCase() === subject.name.toLowerCase() &&
      typeof subregion === "string" &&
      !places.has(subregion),
  );
}

export function describeUncounted({ name, id, subregion, isTerminated }: StoppedVm): Text {
  const who = typeof id === "string" && id !== name ? `${name} (${id})` : name;
  const where = typeof subregion === "string" ? subregion : "";
  return isTerminated
    ? {
        en: `Its VM ${who} in ${where} is terminated, and is not counted.`,
        fr: `Sa VM ${who} dans ${where} est supprimée, et n'est pas comptée.`,
      }
    : {
        en: `Its VM ${who} in ${where} is stopped by the program, and is not counted.`,
        fr: `Sa VM ${who} dans ${where} est arrêtée par le programme, et n'est pas comptée.`,
      };
}

/** What else has to be known of a line of the ledger, in the words of a page that says how conditions stand. */
export function listNotes(
  { status, notes }: CommitmentLine,
  asset: Asset,
  { inventory }: ProofContext,
): readonly Text[] {
  if (status === "not applicable") return [asset.isProduction ? OUTSIDE : NON_PRODUCTION];
  const volume = inventory.looseVolumes.find(({ urn }) => urn === asset.resource.urn);
  return asset.isLoose && status === "undetermined" && volume?.attachedTo === null ? [ATTACHED_TO_NOTHING] : notes;
}

const OUTSIDE: Text = { en: "outside the convention", fr: "hors convention" };
const NON_PRODUCTION: Text = { en: "non-production", fr: "hors production" };
const ATTACHED_TO_NOTHING: Text = {
  en: "attached to no VM, and nothing says which volumes are equivalent to it",
  fr: "attaché à aucune VM, et rien ne dit quels volumes lui sont équivalents",
};
