import { all, any, certainly, every, some, UnreadableValue } from "../../stack";
import { View } from "../provider/view";
import { defaultsOf, holdersOf, policyOf, type PolicyHolder } from "./eim-attachments";
import { type Scope, type IamStatement, statementsAt } from "./iam-document";

const EVERY_ACTION = /^\*+(?::\*+)?$/;
const EVERY_ACTION_OF_SERVICE = /^[a-z]+:\*+$/i;
/** Any resource of any region and account, spelled out. */
const EVERY_RESOURCE = /^(?:\*+|(?:arn|orn):[^:]*(?::\*+)+)$/;

const SEVERAL_DEFAULTS = {
  en: "one of several versions that are made the default",
  fr: "une version parmi plusieurs désignées par défaut",
};

/** How a statement gives more than anybody needs. */
export type Excess = "everything" | "all but some" | "a whole service";

/** A policy of EIM, or one of its versions: what those it is attached to may do. */
export class EimPolicy extends View<"outscale:index/policy:Policy" | "outscale:index/policyVersion:PolicyVersion"> {
  static readonly types = ["outscale:index/policy:Policy", "outscale:index/policyVersion:PolicyVersion"] as const;

  /**
   * Which of these its statements give; `undefined` when its text is no policy document.
   * @throws {Undecided} when none is certainly given, and one may be
   */
  selectGiven(excesses: readonly Excess[]): readonly Excess[] | undefined {
    const { resource, system } = this;
    const statements = system.memo("statements of its document", resource, () => statementsAt(resource, "document"));
    if (!statements) return undefined;
    const isGiven = (excess: Excess) =>
      system.memo(`gives ${excess}`, resource, () => some(statements, (statement) => gives(statement, excess)));
    return some(excesses, isGiven) ? excesses.filter((excess) => certainly(() => isGiven(excess))) : [];
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

function gives(statement: IamStatement, excess: Excess): boolean {
  const actions = () => statement.actions();
  return all(
    () => statement.isAllow(),
    () => (excess === "all but some") === actions().isAllBut,
    () =>
      excess === "all but some" ||
      all(
        () => names(actions(), excess === "everything" ? EVERY_ACTION : EVERY_ACTION_OF_SERVICE),
        () => isEverything(statement.resources()),
      ),
  );
}

function isEverything(resources: Scope): boolean {
  return any(
    () => resources.isAllBut,
    () => names(resources, EVERY_RESOURCE),
  );
}

function names({ patterns }: Scope, form: RegExp): boolean {
  return some(patterns, (pattern) => form.test(pattern()));
}
