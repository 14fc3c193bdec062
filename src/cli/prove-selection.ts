import { type Asset, isEverything, listSelectable, type Selection, type System } from "../outscale";
import { unknownName, unshownName } from "./unknown-name";

/** What a page is limited to, as the command line has it; without any, it is about all. */
export interface SelectionOptions {
  readonly tier?: readonly string[];
  readonly entry?: readonly string[];
  readonly resource?: readonly string[];
}

/**
 * @param systems the stack as it is, and as it was earlier: what has failed may be gone from either
 * @throws {UserError} when a name is none of what one of them has, with the closest one
 */
export function readSelection(options: SelectionOptions, systems: readonly System[]): Selection {
  const { tier = [], entry = [], resource = [] } = options;
  const selection = { tiers: tier, entries: entry, resources: resource };
  if (isEverything(selection)) return selection;
  const stacks = systems.map(listSelectable);
  const namesOf = (of: "tiers" | "entries" | "resources") =>
    stacks.flatMap((stack) => stack[of].flatMap(({ names }) => names));
  const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
  refuseUnknown("--tier", tier, namesOf("tiers"), isSame);
  refuseUnknown("--entry", entry, namesOf("entries"), isSame);
  const unshown = new Set(stacks.flatMap((stack) => stack.unshown));
  const resources = namesOf("resources");
  const hidden = resource.find((name) => unshown.has(name) && !resources.includes(name));
  if (hidden !== undefined) throw unshownName("--resource", hidden);
  refuseUnknown("--resource", resource, resources, (one, other) => one === other);
  return selection;
}

function refuseUnknown(
  option: string,
  wanted: readonly string[],
  known: readonly string[],
  isSame: (one: string, other: string) => boolean,
): void {
  const unknown = wanted.find((name) => !known.some((each) => isSame(each, name)));
  if (unknown !== undefined) throw unknownName(option, unknown, known);
}

/** What a page is about, of one stack. */
export interface PageRange {
  readonly selection: Selection;
  /** The urns of what was chosen by name. */
  readonly chosen: ReadonlySet<string>;
  /** The urns of all that the page lists. */
  readonly listed: ReadonlySet<string>;
}

/** Whether a page concludes about something: about the tiers and entries that it lists, and about what is named. */
export function isConcludedOn(asset: Asset, { selection, chosen, listed }: PageRange): boolean {
  if (isEverything(selection)) return true;
  const { kind, resource, parts, subject } = asset;
  const isChosen = ({ urn }: { readonly urn: string }) => chosen.has(urn);
  if (kind !== "tier" && kind !== "entry" && kind !== "net") return parts.some(isChosen);
  // A Net stands for its VMs where these are of no tier for certain.
  return isChosen(resource) || (subject?.related ?? []).some(({ urn }) => chosen.has(urn) || listed.has(urn));
}
