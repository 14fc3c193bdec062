import type { Claim, Penalties } from "../../claim";

/** What a page about a claim is made of. */
export interface ClaimPage {
  readonly tool: { readonly name: string; readonly version: string };
  readonly claim: Claim;
  /** The table that the client gave; without one, nothing is said of what is owed. */
  readonly penalties: Penalties | undefined;
}
