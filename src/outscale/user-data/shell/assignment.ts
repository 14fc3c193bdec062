import type * as Unbash from "unbash";
import { expand, expandWhole, type ExpansionContext } from "./expand";
import type { ScriptRun } from "./script-run";
import { UNKNOWN, type Value, valueOfWord, type Variables } from "./variables";

const MAX_VALUE = 10_000;
const DECLARING = ["declare", "export", "local", "readonly", "typeset"];

/** Whether a command declares the variables that are assigned among its words. */
export function isDeclaring(command: string): boolean {
  return DECLARING.includes(command);
}

/**
 * Sets the variables that stand before a command or among its words. They are kept when there is no command, or one
 * that declares them; for any other command they are set only while it runs, which is not followed.
 */
export function assignVariables(
  assignments: readonly Unbash.Assignment[],
  command: { readonly name: string | undefined; readonly isKeeping: boolean },
  run: ScriptRun,
  context: ExpansionContext,
): void {
  const values = assignments.map((assignment) => ({
    name: assignment.name,
    value: evaluateAssignment(assignment, run.variables, context),
  }));
  if (!command.isKeeping) return;
  const isLocal = command.name !== undefined && command.name !== "export";
  for (const { name, value } of values) {
    if (run.locals && isLocal && !run.locals.has(name)) run.locals.set(name, run.variables.get(name));
    run.variables.set(name, value);
  }
}

function evaluateAssignment(
  { name, append, index, value }: Unbash.Assignment,
  variables: Variables,
  context: ExpansionContext,
): Value {
  if (index) return UNKNOWN;
  if (value.type === "ArrayValue") return append ? UNKNOWN : { items: expand(value.elements, context) };
  const word = expandWhole(value, context);
  const { values } = word;
  if (values.some(({ length }) => length > MAX_VALUE)) return UNKNOWN;
  return append ? appendValue(variables.get(name) ?? { values: [""] }, values) : valueOfWord(word);
}

/** The value of `NAME+=...`, where both are known. */
function appendValue(before: Value, added: readonly string[]): Value {
  const [start, more] = "values" in before ? before.values : [];
  const [end, others] = added;
  if (start === undefined || more !== undefined || end === undefined || others !== undefined) return UNKNOWN;
  const appended = start + end;
  return appended.length > MAX_VALUE ? UNKNOWN : { values: [appended] };
}
