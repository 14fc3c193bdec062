import { UnreadableValue } from "../../stack";
import { View } from "../provider/view";

const DAY = 24 * 60 * 60 * 1000;
const NO_DATE = { en: "text that is no date", fr: "un texte qui n'est pas une date" };

/** A key that signs calls of the API. */
export class AccessKey extends View<"outscale:index/accessKey:AccessKey"> {
  static readonly types = ["outscale:index/accessKey:AccessKey"] as const;

  /** Whether it is active: an inactive key signs nothing. */
  isActive(): boolean {
    return this.written.state?.toUpperCase() !== "INACTIVE";
  }

  /** Whether it is a user's; without one it is the key of the account itself, or of whoever deploys. */
  hasOwner(): boolean {
    return this.sets("userName");
  }

  /**
   * For how many days from a date, `2026-01-31`, it is valid; `undefined` for one that never expires.
   * @throws {UnreadableValue} when what is written is no date
   */
  daysLeft(today: string): number | undefined {
    if (!this.sets("expirationDate")) return undefined;
    const expires = Date.parse(this.written.expirationDate ?? "");
    if (Number.isNaN(expires)) throw new UnreadableValue(this.resource, "expirationDate", NO_DATE);
    return Math.ceil((expires - Date.parse(today)) / DAY);
  }
}
