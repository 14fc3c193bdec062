import type * as Unbash from "unbash";

let loaded: typeof Unbash | undefined;

/** Loaded when there is a script to read, not with the pack. */
function parser(): typeof Unbash {
  return (loaded ??= require("unbash") as typeof Unbash);
}

/**
 * Reads a script statement by statement. False when its syntax breaks off: a shell runs what comes before, and no more.
 */
export function readStatements(source: string, run: (statement: Unbash.Statement) => void): boolean {
  const taken = cutAtHereDocuments(source);
  const { commands, errors = [] } = parser().parse(taken);
  const broken = errors.reduce((first, { pos }) => Math.min(first, pos), Infinity);
  // The statement in which an error lies can begin long before it.
  const sound = broken === Infinity ? commands : commands.filter(({ pos }) => pos <= broken).slice(0, -1);
  for (const statement of sound) {
    if (!isSound(statement)) return false;
    run(statement);
  }
  return broken === Infinity && taken === source;
}

/** Many more than bash takes, which gives up at 17. */
const MAX_HERE_DOCUMENTS = 1000;

/** A script up to the line that begins too many here-documents, each of which the parser holds against the others. */
function cutAtHereDocuments(source: string): string {
  let [line, begun] = [0, 0];
  for (const { 0: found, index } of source.matchAll(/<<|\\?\n/g)) {
    if (found === "<<") begun += 1;
    else if (found === "\n") [line, begun] = [index + 1, 0];
    if (begun > MAX_HERE_DOCUMENTS) return source.slice(0, line);
  }
  return source;
}

/** False when a substitution in what is followed of a node does not parse, which the parser looks at when asked only. */
export function isSound(node: Unbash.SyntaxNode): boolean {
  switch (node.type) {
    case "Word":
      return !SUBSTITUTING.test(node.text) || areSound(node);
    case "Assignment":
      return isSound(node.value);
    case "Redirect":
    case "HereString":
      return node.target !== undefined && isSound(node.target);
    case "ParameterExpansion": {
      const fallback = fallbackOf(node);
      return fallback === undefined || isSound(fallback);
    }
    case "CommandExpansion":
    case "ProcessSubstitution": {
      const { text, script } = node;
      const closing = text.startsWith("`") ? "`" : text.startsWith("${") ? "}" : ")";
      if (!text.endsWith(closing) || text.length < 2) return false;
      return script === undefined || (!script.errors?.length && areSound(script));
    }
    case "HereDoc":
    case "Glob":
    case "ExtendedGlob":
    case "BraceExpansion":
    case "ArithmeticExpansion":
    case "ArithmeticCommand":
      return true;
    case "ArithmeticFor":
      return isSound(node.body);
    default:
      return areSound(node);
  }
}

const SUBSTITUTING = /[`(]|\{[\s|\\]/;

function areSound(parent: Unbash.SyntaxNode): boolean {
  let sound = true;
  parser().forEachChild(parent, (child) => {
    sound &&= isSound(child);
  });
  return sound;
}

/** The words of a `[[ ... ]]`, of which only the substitutions run anything. */
export function testedWords(expression: Unbash.TestExpression): Unbash.Word[] {
  const words: Unbash.Word[] = [];
  const visit = (node: Unbash.SyntaxNode) => {
    if (node.type === "Word") words.push(node);
    else parser().forEachChild(node, visit);
  };
  visit(expression);
  return words;
}

/** True for an expansion whose result is not followed. */
export function isComputed({ prefix, index, operation }: Unbash.ParameterExpansionPart): boolean {
  if (prefix || (index && !/^(?:[@*]|\d+)$/.test(index.value))) return true;
  return operation !== undefined && (operation.type !== "Default" || operation.operator.endsWith("+"));
}

/** What `${NAME:-...}` and the like give when the variable is not set. */
export function fallbackOf(part: Unbash.ParameterExpansionPart): Unbash.Word | undefined {
  const { operation } = part;
  if (operation?.type !== "Default" || isComputed(part) || operation.operator.endsWith("?")) return undefined;
  return operation.operand;
}
