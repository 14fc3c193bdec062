import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { makeScratchFolder } from "./scratch-folder";

/** A call of `.apply` in a Node program. */
export interface AppliedCallback {
  /** The stack trace of the call. */
  readonly stack: string;
  /** Whether the callback was called; it is not while the value is unknown. */
  readonly ran: boolean;
  /** The name of the callback, empty where it has none. */
  readonly name: string;
  /** The callback, as JavaScript. */
  readonly text: string;
}

/** Watches which callbacks of `.apply` a Node program never calls. */
export interface ApplyWatch {
  /** The option that has Node watch. */
  readonly option: string;
  readonly environment: NodeJS.ProcessEnv;
  /** What was seen; `undefined` where the program was ended before it could be told. */
  readonly read: () => AppliedCallback[] | undefined;
  readonly discard: () => void;
}

const REPORT = "PULUMI_POLICY_OUTSCALE_APPLIED";

// Whichever copy of the SDK a package brings is watched. Pulumi itself applies too, to reach a property of an unknown
// value: it then asks for the unknown, and is called with it.
const WATCH = `
import fs from "node:fs";
import Module from "node:module";
const report = process.env.${REPORT};
delete process.env.${REPORT};
const { writeFileSync } = fs;
const calls = [];
const textOf = Function.prototype.call.bind(Function.prototype.toString);
function watch(Output) {
  const { apply } = Output.prototype;
  Output.prototype.apply = function (callback, withUnknowns) {
    if (withUnknowns || typeof callback !== "function") return apply.call(this, callback, withUnknowns);
    const call = { at: {}, callback, ran: false };
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 3;
    Error.captureStackTrace(call.at, Output.prototype.apply);
    Error.stackTraceLimit = limit;
    calls.push(call);
    return apply.call(this, (value) => {
      call.ran = true;
      return callback(value);
    });
  };
}
if (report) {
  const { load } = Module.prototype;
  Module.prototype.load = function (file) {
    const loaded = load.call(this, file);
    const Output = /@pulumi[\\\\/]pulumi[\\\\/]output\\.js$/.test(file) ? this.exports.Output : undefined;
    if (Output?.prototype?.apply) watch(Output);
    return loaded;
  };
  process.on("exit", () => {
    const seen = calls.map(({ at, callback, ran }) => {
      return { stack: String(at.stack), ran, name: String(callback.name), text: textOf(callback) };
    });
    writeFileSync(report, JSON.stringify(seen));
  });
}
`;

export function watchApply(): ApplyWatch {
  const { path: folder, discard } = makeScratchFolder("pulumi-node-");
  const report = join(folder, "applied.json");
  // Stack traces name it, as they name every file that loads another: it must not look like one of the user's own.
  const watch = join(folder, "node_modules", "watch.mjs");
  mkdirSync(dirname(watch));
  writeFileSync(watch, WATCH);
  return {
    option: `--import=${pathToFileURL(watch).href}`,
    environment: { [REPORT]: report },
    read: () => (existsSync(report) ? (JSON.parse(readFileSync(report, "utf8")) as AppliedCallback[]) : undefined),
    discard,
  };
}
