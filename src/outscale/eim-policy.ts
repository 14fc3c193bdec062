import { all, any, certainly, some } from "../stack";
import { type Scope, type Statement, statementsAt } from "./iam-document";
import { View } from "./view";

const EVERY_ACTION = /^\*+(?::\*+)?$/;
const EVERY_ACTION_OF_SERVICE = /^[a-z]+:\*+$/i;
/** Any resource of any region and account, spelled out. */
const EVERY_RESOURCE = /^(?:\*+|(?:arn|orn):[^:]*(?::\*+)+)$/;

/** How a statement gives more than anybody needs. */
export type Excess = "everything" | "all but some" | "a whole service";

/** A policy of EIM, or one of its versions: what those it is attached to may do. */
export class EimPolicy extends View<"outscale:index/policy:Policy" | "outscale:index/policyVersion:PolicyVersion"> {
  static readonly types = ["outscale:index/policy:Policy", "outscale:index/policyVersion:PolicyVersion"] as const;

  /**
   * Which of these its statements give; `undefined` when its text is no policy document.
   * @throws {Undecided} when none is certainly given, and one may be
   */
  givenAmong(excesses: readonly Excess[]): readonly Excess[] | undefined {
    const statements = statementsAt(this.resource, "document");
    if (!statements) return undefined;
    const isGiven = (excess: Excess) => some(statements, (statement) => gives(statement, excess));
    return some(excesses, isGiven) ? excesses.filter((excess) => certainly(() => isGiven(excess))) : [];
  }
}

function gives(statement: Statement, excess: Excess): boolean {
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
