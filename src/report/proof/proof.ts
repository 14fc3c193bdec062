import type { Comparison, Inventory, SeenKind, Selection } from "../../outscale";
import type { Conclusion } from "../../proof";
import type { Text } from "../../text";
import type { StackSource } from "../check/report";

/** What stands in each Subregion, and what it is known from. */
export interface Proof extends ProofLimits {
  readonly tool: { readonly name: string; readonly version: string };
  readonly source: StackSource;
  readonly stack: ProvenStack;
  /** The stacks given beside it, whose resources are listed among its own. */
  readonly others: readonly ProvenStack[];
  /** What the page is about, where that is not all. */
  readonly limitedTo: Selection | undefined;
  /** What the stacks mark as secret: it is shown in no form. */
  readonly secrets: readonly string[];
  /** How the conditions of claims stand, for what the page is about. */
  readonly conclusions: readonly Conclusion[];
  readonly inventory: Inventory;
  /** The same stack before, by an earlier state. */
  readonly before: EarlierState | undefined;
  /** What the API answers, beside the state: of the kinds that were asked. */
  readonly live: (Comparison & { readonly kinds: readonly SeenKind[] }) | undefined;
}

/** The policies that a proof names. */
export function namesOfPolicies({ conclusions, before }: Proof): string[] {
  const all = [...conclusions, ...(before?.conclusions ?? [])];
  return [...new Set(all.flatMap(({ star, support }) => [...star, support].flatMap(({ policies }) => policies)))];
}

/** The state of a stack at an earlier time. */
export interface EarlierState extends Comparison, ProofLimits {
  readonly writtenAt: string | null;
  readonly conclusions: readonly Conclusion[];
}

/** A stack that a proof lists. */
export interface ProvenStack {
  readonly project: string;
  readonly name: string;
  /** The ids of the accounts that its resources are of, as far as the provider answered them. */
  readonly accounts: readonly string[];
  /** When Pulumi last wrote its state. */
  readonly writtenAt: string | null;
}

/** All that could not be seen of a stack. */
interface ProofLimits {
  readonly limits: readonly ProofLimit[];
  /** How many are about what the page is not about, which it does not name. */
  readonly limitsLeftOff: number;
}

/** What could not be seen. */
export interface ProofLimit {
  readonly kind: string;
  readonly name: string;
  readonly text: Text;
}

/** Whether it shows what is deployed; a program and a preview show what would be. */
export function isPlan({ source }: Pick<Proof, "source">): boolean {
  return source !== "state";
}
