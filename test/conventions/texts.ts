import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as ts from "typescript";
import { type Language, LANGUAGES, type Text } from "../../src/text";

/** What is written in one language at one place of the sources: a sentence, or a part of one. */
export interface Written {
  readonly place: string;
  readonly language: Language;
  /** With `${}` for whatever is filled in. */
  readonly text: string;
}

/** A text that is one literal in each language. */
export interface Pair extends Text {
  readonly place: string;
}

/** What stands for a value that is filled in. */
const FILLED = "${}";

/** The sources of some folders, in the order of their files. */
export function readSources(root: string, folders: readonly string[]): ts.SourceFile[] {
  return folders
    .flatMap((folder) => listFiles(root, folder))
    .map((file) => parseSource(file, readFileSync(join(root, file), "utf8")));
}

function listFiles(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return listFiles(root, path);
    return path.endsWith(".ts") ? [path] : [];
  });
}

export function parseSource(file: string, content: string): ts.SourceFile {
  return ts.createSourceFile(file, content, ts.ScriptTarget.ES2022, true);
}

/** The texts of a source, `{ en, fr }` wherever they stand, and the words that they are put together from. */
export function textsOf(source: ts.SourceFile): Written[] {
  return nodesOf(source).flatMap((node) => {
    const language = languageOf(node);
    if (language === undefined) return [];
    return nodesOf((node as ts.PropertyAssignment).initializer).flatMap((part) => {
      const text = isSeen(part) ? wordsOf(part) : undefined;
      return text === undefined ? [] : [{ place: placeOf(part), language, text }];
    });
  });
}

/** The texts of a source that are one literal in each language. */
export function pairsOf(source: ts.SourceFile): Pair[] {
  return nodesOf(source)
    .filter(ts.isObjectLiteralExpression)
    .flatMap((node) => {
      const [en, fr] = LANGUAGES.map((language) => {
        const property = node.properties.find((each) => languageOf(each) === language);
        return property && wordsOf((property as ts.PropertyAssignment).initializer);
      });
      return en === undefined || fr === undefined ? [] : [{ place: placeOf(node), en, fr }];
    });
}

/** The words of a source that stand outside every text. */
export function wordsOutsideTexts(source: ts.SourceFile): Pick<Written, "place" | "text">[] {
  return nodesOf(source, (node) => languageOf(node) === undefined).flatMap((node) => {
    const text = wordsOf(node);
    return text === undefined ? [] : [{ place: placeOf(node), text }];
  });
}

/** A node and all in it, but for what is not entered. */
function nodesOf(node: ts.Node, isEntered: (node: ts.Node) => boolean = () => true): ts.Node[] {
  if (!isEntered(node)) return [];
  const inside: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    inside.push(...nodesOf(child, isEntered));
  });
  return [node, ...inside];
}

/** The language that a member of an object holds the words of, if it holds any. */
function languageOf(node: ts.Node): Language | undefined {
  if (!ts.isPropertyAssignment(node)) return undefined;
  return LANGUAGES.find((language) => language === node.name.getText());
}

/** The words of a literal. A template is one, whatever is filled in; what is filled in may hold others. */
function wordsOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(FILLED);
}

/** `params["missingProperty"]` and `date === "01"` are read by the program, and seen by nobody. */
function isSeen({ parent }: ts.Node): boolean {
  return (
    !ts.isElementAccessExpression(parent) &&
    !(ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken)
  );
}

function placeOf(node: ts.Node): string {
  const source = node.getSourceFile();
  return `${source.fileName}:${String(source.getLineAndCharacterOfPosition(node.getStart()).line + 1)}`;
}
