import type { Text } from "../text";
import type { SourcePlaces } from "./position";
import { CHECK_NAME, type Cause } from "./program-error";

const UNHANDLED = /^Running program '.*' failed with an unhandled exception:\n/;

const INSTALL: Text = {
  en: "run `npm install` in the program's folder, or check the name",
  fr: "lancez `npm install` dans le dossier du programme, ou vérifiez le nom",
};

/** Why a Node program failed, from what it logged or printed last. */
export function findNodeCause(said: string, places: SourcePlaces): Cause {
  const text = said.replace(UNHANDLED, "").trim();
  return findCompilerError(text, places) ?? findMissingModule(text, places) ?? readThrownError(text, places);
}

const COMPILER_ERROR = /^(.+?)(?:\((\d+),(\d+)\): |:(\d+):(\d+) - )error TS(\d+): (.*)$/m;
const CANNOT_FIND_MODULE = "2307";

function findCompilerError(text: string, places: SourcePlaces): Cause | undefined {
  const found = COMPILER_ERROR.exec(text);
  if (found) {
    const [, file = "", line = found[4], column = found[5], , , code, message = ""] = found;
    const position = places.positionIn(file, Number(line), Number(column));
    const module = code === CANNOT_FIND_MODULE ? /'([^']+)'/.exec(message)?.[1] : undefined;
    if (module !== undefined) return { ...makeMissingCause(module), position };
    return { kind: "syntax", message: `${message.replace(/\.$/, "")} (TS${code ?? ""})`, position };
  }
  const parsing = /^(.+):(\d+)\n[^]*?^(SyntaxError: .*)$/m.exec(text);
  if (!parsing) return undefined;
  const [, file = "", line, message = ""] = parsing;
  return {
    kind: "syntax",
    message: message.replace("SyntaxError: ", ""),
    position: places.positionIn(file, Number(line), 1),
  };
}

function findMissingModule(text: string, places: SourcePlaces): Cause | undefined {
  const module = /Cannot find (?:module|package) '([^']+)'/.exec(text)?.[1];
  if (module === undefined) return undefined;
  const position = places.inStack(text);
  return { ...makeMissingCause(places.withoutFolder(module)), ...(position && { position }) };
}

function makeMissingCause(module: string): Cause {
  // A file of the program's own is not something that can be installed.
  const own = /^[./]|^\w:\\|\.[cm]?[jt]s$/.test(module);
  return { kind: "missing dependency", module, advice: own ? CHECK_NAME : INSTALL };
}

function readThrownError(text: string, places: SourcePlaces): Cause {
  const position = places.inStack(text);
  return { kind: "threw", message: places.withoutFolder(firstLine(text)), ...(position && { position }) };
}

function firstLine(text: string): string {
  const line = text.split("\n").find((each) => each.trim() !== "") ?? text;
  return line.trim().replace(/^(?:Error|RunError): /, "");
}
