import { describe, expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as ts from "typescript";

const root = join(__dirname, "..", "..", "policies");
const MOST_LINES = 40;

/** The members of a definition that decide; the others are metadata and messages. */
const LOGIC = ["subjects", "applies", "hasEvidence", "check"];
/** The order in which a definition is read. */
const ORDER = ["messages", ...LOGIC];

const FILES = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: domain }) => readdirSync(join(root, domain)).map((file) => join(domain, file)));

describe.each(FILES)("%s", (file) => {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), "utf8"), ts.ScriptTarget.ES2022, true);
  const members = membersOfDefinition(source);

  test(`has at most ${String(MOST_LINES)} lines of logic outside its metadata and messages`, () => {
    const logic = [...members.filter((member) => LOGIC.includes(nameOf(member))), ...helpersOf(source)];
    const lines = logic.reduce((sum, node) => sum + linesOf(node), 0);
    expect(lines).toBeLessThanOrEqual(MOST_LINES);
  });

  test("keeps its words out of the check", () => {
    const checks = members.filter((member) => nameOf(member) === "check");
    expect(checks.map(holdsWords)).toEqual([false]);
  });

  test("says its messages, then what it judges, then how", () => {
    const names = members.map(nameOf).filter((name) => ORDER.includes(name));
    expect(names).toEqual(ORDER.filter((name) => names.includes(name)));
    expect(members.slice(-names.length).map(nameOf)).toEqual(names);
  });
});

/** The members of the object that a file passes to `definePolicy`. */
function membersOfDefinition(source: ts.SourceFile): readonly ts.ObjectLiteralElementLike[] {
  const definition = source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .flatMap(({ initializer }) => (initializer && ts.isCallExpression(initializer) ? [initializer] : []))
    .find(({ expression }) => expression.getText() === "definePolicy");
  const [members] = definition?.arguments ?? [];
  return members && ts.isObjectLiteralExpression(members) ? members.properties : [];
}

/** The functions and constants beside the definition, but for those that say something. */
function helpersOf(source: ts.SourceFile): ts.Statement[] {
  return source.statements.filter(
    (statement) =>
      (ts.isFunctionDeclaration(statement) && !saysText(statement)) ||
      (ts.isVariableStatement(statement) && !isExported(statement) && !holdsWords(statement)),
  );
}

/** Whether a function makes a part of a message. */
function saysText(declaration: ts.FunctionDeclaration): boolean {
  return declaration.type?.getText() === "Text";
}

function isExported({ modifiers }: ts.VariableStatement): boolean {
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

/** Whether English stands somewhere in a node. */
function holdsWords(node: ts.Node): boolean {
  return (
    (ts.isPropertyAssignment(node) && node.name.getText() === "en") ||
    (ts.forEachChild(node, (child) => holdsWords(child) || undefined) ?? false)
  );
}

function nameOf(member: ts.ObjectLiteralElementLike): string {
  return member.name?.getText() ?? "";
}

function linesOf(node: ts.Node): number {
  return node.getText().split("\n").length;
}
