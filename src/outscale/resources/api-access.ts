import { certainly, some } from "../../stack";
import { isInAnotherPart } from "../grouping/part-of-system";
import { View } from "../provider/view";
import { WholeStack } from "../provider/whole-stack";
import { CallerRanges } from "./caller-ranges";

/** Who may call the API, by address, by certificate or by both. */
export class ApiAccessRule extends View<"outscale:index/apiAccessRule:ApiAccessRule"> {
  static readonly types = ["outscale:index/apiAccessRule:ApiAccessRule"] as const;

  /** Whether callers have to show a certificate of an authority that it names. */
  needsCertificate(): boolean {
    return this.sets("caIds") && (this.written.caIds ?? []).length > 0;
  }

  /** Whether it names addresses. */
  namesAddresses(): boolean {
    return this.sets("ipRanges");
  }

  /**
   * The ranges it names that take in more public addresses than one place has.
   * @throws {Undecided} when none is known to be too wide, and one may be
   */
  wideRanges(): string[] {
    return new CallerRanges(this.resource, "ipRanges").wide();
  }
}

/** What the API asks of all its callers. */
export class ApiAccessPolicy extends View<"outscale:index/apiAccessPolicy:ApiAccessPolicy"> {
  static readonly types = ["outscale:index/apiAccessPolicy:ApiAccessPolicy"] as const;

  /** Whether it asks for a certificate and for keys that expire. */
  needsTrust(): boolean {
    return this.written.requireTrustedEnv === true;
  }

  /**
   * The rules by which callers need no certificate: Outscale refuses to require a trusted environment beside one.
   * @throws {Undecided} when none certainly is such a rule, and one may be
   * @throws {NeedsStack} when one resource alone is in sight
   */
  rulesWithoutCertificate(): ApiAccessRule[] {
    this.system.needWhole();
    const rules = this.system.all(ApiAccessRule);
    const isWithout = (rule: ApiAccessRule) => !rule.needsCertificate();
    return some(rules, isWithout) ? rules.filter((rule) => certainly(() => isWithout(rule))) : [];
  }

  /** The longest that an access key may be valid, in seconds; 0 is without end. */
  longestKey(): number {
    return this.written.maxAccessKeyExpirationSeconds ?? 0;
  }
}

const OF_ACCOUNT = { en: "an API access policy of the account", fr: "une politique d'accès à l'API du compte" };

/** The account that a stack says is its own. */
export class Account extends WholeStack {
  /**
   * Whether nothing says what the API asks of the account's callers.
   * @throws {UnseenPart} when another part of the system may have one
   */
  lacksApiAccessPolicy(): boolean {
    const found = this.system.all(ApiAccessPolicy);
    return found.length === 0 && !isInAnotherPart(this.system, this.resource, OF_ACCOUNT);
  }
}
