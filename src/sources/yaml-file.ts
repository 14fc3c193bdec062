import { readFileSync } from "node:fs";
import { LineCounter, parseDocument, type Document } from "yaml";
import { DryRunError } from "../dryrun";
import { placeText, type Position } from "../stack";
import { sameInEach, type Text } from "../text";

/** A YAML file of a Pulumi project, and where its lines are. */
export interface YamlFile {
  /** As users name it, relative to the project's folder. */
  readonly name: string;
  readonly document: Document;
  readonly lines: LineCounter;
}

/**
 * Reads a YAML file.
 * @throws {DryRunError} when it cannot be read as YAML
 */
export function readYamlFile(path: string, name: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, "utf8"), { lineCounter: lines });
  const [error] = document.errors;
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    const message = (error.message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "").replace(/\.$/, "");
    throw makeMalformedError({ file: name, line, column: col }, sameInEach(message));
  }
  return { name, document, lines };
}

/** Where a node of a file begins. */
export function positionIn({ name, lines }: YamlFile, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { file: name, line, column: col };
}

/** A file that does not say what it should. */
export function makeMalformedError(position: Position, { en, fr }: Text): DryRunError {
  const place = placeText(position);
  return new DryRunError("malformed file", { en: `${place}: ${en}.`, fr: `${place} : ${fr}.` }, { position });
}
