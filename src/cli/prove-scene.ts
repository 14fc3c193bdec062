import { POLICIES } from "../../policies";
import type { Configuration } from "../config";
import {
  chooseFrom,
  type Inventory,
  inventoryOf,
  isEverything,
  listedKeys,
  listedUrns,
  listSeen,
  listSelectable,
  selectFrom,
  type Selection,
  type Sight,
  System,
  withoutTerminated,
} from "../outscale";
import { Judgement } from "../policy";
import { type Conclusion, drawConclusions } from "../proof";
import type { Proof } from "../report";
import type { Limit, ReadStack } from "../sources";
import { formatLimit } from "./limit-text";
import { isConcludedOn, type PageRange } from "./prove-selection";

/** What a stack was at one time: now, or by an earlier state. */
export interface Scene {
  readonly system: System;
  readonly isDeployed: boolean;
  /** The urns of what an operation was cut off on. */
  readonly cutOff: ReadonlySet<string>;
  /** All that it has, whatever a page is limited to. */
  readonly whole: Inventory;
}

/** How a scene is judged. */
export interface Judging {
  readonly configuration: Configuration;
  readonly today: string;
}

/** Reads a scene from a stack, in which what is terminated counts no more. */
export function readScene({ stack, limits }: ReadStack, isDeployed: boolean, { configuration }: Judging): Scene {
  const cutOff = new Set(limits.filter(isPendingOperation).map(({ name }) => name));
  const system = new System(withoutTerminated(stack), configuration.shared);
  return { system, isDeployed, cutOff, whole: inventoryOf(system, { isDeployed, cutOff }) };
}

/** What a page shows of a scene. */
export interface ShownScene {
  readonly inventory: Inventory;
  readonly range: PageRange;
}

/** Limits a scene to what a page is about. */
export function showScene({ system, whole }: Scene, selection: Selection): ShownScene {
  if (isEverything(selection)) {
    return { inventory: whole, range: { selection, chosen: new Set(), listed: listedUrns(whole) } };
  }
  const chosen = chooseFrom(listSelectable(system), selection);
  const inventory = selectFrom(whole, chosen);
  return { inventory, range: { selection, chosen, listed: listedUrns(inventory) } };
}

/** How the conditions of claims stand in a scene, for what a page is about. */
export function concludeScene(scene: Scene, { range }: ShownScene, { configuration, today }: Judging): Conclusion[] {
  const { system, isDeployed, whole, cutOff } = scene;
  const judgement = new Judgement({ system, policies: POLICIES, settings: configuration, today, isDeployed });
  const isShown = ({ urn }: { readonly urn: string }) => isOnPage(urn, range);
  const conclusions = drawConclusions(judgement, { inventory: whole, cutOff, isShown });
  return conclusions.filter(({ asset }) => isConcludedOn(asset, range));
}

/** All that is seen of a scene, with what a page lists of it. */
export function sightOf({ system }: Scene, { inventory }: ShownScene): Sight {
  return { seen: listSeen(system), listed: listedKeys(inventory) };
}

/** What could not be seen. A page that is limited names nothing that it is not about, and says how much it leaves off. */
export function describeLimits(
  limits: readonly Limit[],
  { range }: ShownScene,
): Pick<Proof, "limits" | "limitsLeftOff"> {
  const said = limits.filter((limit) => !isPendingOperation(limit) || isOnPage(limit.name, range));
  return {
    limits: said.map((limit) => ({ ...limit, text: formatLimit(limit) })),
    limitsLeftOff: limits.length - said.length,
  };
}

function isPendingOperation({ kind }: Limit): boolean {
  return kind === "pending operation";
}

function isOnPage(urn: string, { selection, chosen, listed }: PageRange): boolean {
  return isEverything(selection) || chosen.has(urn) || listed.has(urn);
}
