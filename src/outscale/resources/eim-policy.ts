import { every, some, UnreadableValue, type Value, valueAt } from "../../stack";
import type { System } from "../provider/system";
import { View } from "../provider/view";
import { defaultsOf, holdersOf, policyOf, type PolicyHolder } from "./eim-attachments";
import { type Excess, findGiven, type Given, type Rights, rightsOf, selectAmong } from "./eim-grants";
import { type EimRights, rightsByHolder } from "./eim-rights";
import { statementsAt } from "./iam-document";
import { parseDocument } from "./iam-document-json";

export type { Excess } from "./eim-grants";

const SEVERAL_DEFAULTS = {
  en: "one of several versions that are made the default",
  fr: "une version parmi plusieurs désignées par défaut",
};

/** A policy of EIM, or one of its versions: what those it is attached to may do. */
export class EimPolicy extends View<"outscale:index/policy:Policy" | "outscale:index/policyVersion:PolicyVersion"> {
  static readonly types = ["outscale:index/policy:Policy", "outscale:index/policyVersion:PolicyVersion"] as const;

  /** What users and groups of the stack may do by several policies together. */
  static heldTogether(system: System): EimRights[] {
    return rightsByHolder(system, system.all(EimPolicy));
  }

  /**
   * What its statements give and take away.
   * @throws {Undecided} when its document is not known, or is none
   */
  rights(): Rights {
    const { resource, system } = this;
    return system.memo("rights of its document", resource, () =>
      rightsOf(resource, statementsAt(resource, "document")),
    );
  }

  /** Its document, whatever its layout; nothing where it is not known, or is no JSON. */
  content(): Value | undefined {
    const written = valueAt(this.resource.inputs, "document");
    return typeof written === "string" ? (parseDocument(written) ?? undefined) : undefined;
  }

  /**
   * Which of these its statements give together, and by which spellings: everything has all the others in it.
   * @throws {Undecided} when none is certainly given, and one may be
   */
  selectGiven(excesses: readonly Excess[]): readonly Given[] {
    return selectAmong(excesses, (excess) => this.given(excess));
  }

  /**
   * How its statements give too much; `undefined` when they do not.
   * @throws {Undecided} when that is not known
   */
  given(excess: Excess): Given | undefined {
    return this.system.memo(`gives ${excess}`, this.resource, () => findGiven(this.rights(), excess));
  }

  /**
   * The users and groups that are certainly given the policy, whichever of its versions is the default, and whether
   * there may be more in the stack.
   * @throws {UnknownValue} when it is a version of a policy that is not known
   */
  holders(): { readonly certain: readonly PolicyHolder[]; readonly mayBeMore: boolean } {
    return holdersOf(this.system, policyOf(this.system, this.resource));
  }

  /**
   * Whether it is the default version, which those have who are given the policy: another one can be made so, and the
   * one that comes with the policy is where none is.
   * @throws {Undecided} when that is not known, or several are made so
   */
  isDefault(): boolean {
    const { resource, system } = this;
    const defaults = defaultsOf(system, policyOf(system, resource));
    if (defaults.length === 0) return policyOf(system, resource) === resource;
    const isThis = (made: () => unknown) => made() === resource;
    if (!some(defaults, isThis)) return false;
    if (every(defaults, isThis)) return true;
    throw new UnreadableValue(resource, "document", SEVERAL_DEFAULTS);
  }
}
