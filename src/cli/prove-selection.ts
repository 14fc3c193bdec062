import { type Asset, type Inventory, isEverything, listSelectable, membersOf, type Selection } from "../outscale";
import type { Resource } from "../stack";
import { unknownName } from "./unknown-name";

/** What a page is limited to, as the command line has it; without any, it is about all. */
export interface SelectionOptions {
  readonly tier?: readonly string[];
  readonly entry?: readonly string[];
  readonly resource?: readonly string[];
}

/** @throws {UserError} when a name is none of what the stack has, with the closest one */
export function readSelection(options: SelectionOptions, inventory: Inventory): Selection {
  const { tier = [], entry = [], resource = [] } = options;
  const selectable = listSelectable(inventory);
  refuseUnknown("--tier", tier, selectable.tiers, (name) => name.toLowerCase());
  refuseUnknown("--entry", entry, selectable.entries, (name) => name.toLowerCase());
  refuseUnknown("--resource", resource, selectable.resources, (name) => name);
  return { tiers: tier, entries: entry, resources: resource };
}

function refuseUnknown(
  option: string,
  wanted: readonly string[],
  known: readonly string[],
  read: (name: string) => string,
): void {
  const unknown = wanted.find((name) => !known.some((each) => read(each) === read(name)));
  if (unknown !== undefined) throw unknownName(option, unknown, known);
}

/** Whether a page concludes about something: about the tiers and entries that it lists, and about what is named. */
export function isConcludedOn({ kind, parts, subject }: Asset, selection: Selection, listed: Inventory): boolean {
  if (isEverything(selection)) return true;
  if (kind !== "tier" && kind !== "entry") return parts.some((part) => isNamed(part, selection));
  const members = [
    ...listed.tiers.flatMap(({ vms }) => membersOf(vms)),
    ...listed.entries.flatMap(({ balancers }) => membersOf(balancers)),
  ];
  const urns = new Set(members.map(({ urn }) => urn));
  return (subject?.related ?? []).some(({ urn }) => urns.has(urn));
}

function isNamed({ name, urn, id }: Resource, { resources }: Selection): boolean {
  return [name, urn, id].some((each) => each !== undefined && resources.includes(each));
}
