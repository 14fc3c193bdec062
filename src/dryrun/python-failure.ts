import type { SourcePlaces } from "./position";
import { CHECK_NAME, type Cause } from "./program-error";
import { formatInstallCommand } from "./python-program";

const FRAME = /^ {2}File "(.+)", line (\d+)(?:, in .*)?$/gm;
// What a traceback ends with, the first line after its frames that is not indented.
const EXCEPTION = /^([A-Za-z_][\w.]*)(?:: (.*))?$/m;
// Errors whose name says nothing that their message does not.
const PLAIN = /^(?:Exception|SystemExit|pulumi\.(?:\w+\.)*(?:RunError|ConfigMissingError))$/;

/** Why a Python program failed, from the traceback it logged or printed. */
export function findPythonCause(said: string, places: SourcePlaces): Cause {
  const text = said.trim();
  const found = [...text.matchAll(FRAME)];
  const exception = EXCEPTION.exec(text.slice(found.at(-1)?.index ?? text.length));
  if (!exception) return { kind: "threw", message: places.withoutFolder(lastWords(text)) };
  const [, name = "", message = ""] = exception;
  const frames = found.map(([, file = "", line]) => ({ file, line: Number(line), column: 1 }));
  // A traceback has the call that failed last.
  const position = places.firstFile(frames.reverse());
  const at = position && { position };
  if (/^(?:SyntaxError|IndentationError|TabError)$/.test(name)) {
    return { kind: "syntax", message: message.replace(/ \([^()]*, line \d+\)$/, ""), ...at };
  }
  const module = /^No module named '([^']+)'/.exec(message)?.[1];
  if (module !== undefined) return { ...makeMissingCause(module, places), ...at };
  return { kind: "threw", message: places.withoutFolder(formatException(name, message)), ...at };
}

function makeMissingCause(module: string, places: SourcePlaces): Cause {
  const [first = module] = module.split(".");
  if (places.has(`${first}.py`) || places.has(first)) {
    return { kind: "missing dependency", module, advice: CHECK_NAME };
  }
  const command = formatInstallCommand();
  return {
    kind: "missing dependency",
    module,
    advice: {
      en: `run \`${command}\` in the program's folder, or check the name`,
      fr: `lancez \`${command}\` dans le dossier du programme, ou vérifiez le nom`,
    },
  };
}

function formatException(name: string, message: string): string {
  if (message === "") return name;
  return PLAIN.test(name) ? message : `${name}: ${message}`;
}

function lastWords(text: string): string {
  return (
    text
      .split("\n")
      .findLast((line) => line.trim() !== "")
      ?.trim() ?? text
  );
}
