/** Words that may stand before a parenthesis or a template and are no call. */
export const WORDS: ReadonlySet<string> = new Set(
  (
    "if for while switch catch return typeof await function of in case throw void delete yield else do instanceof " +
    "super with async new as satisfies keyof extends is readonly default constructor const let var"
  ).split(" "),
);

const CLASSES = [
  ...[AggregateError, Array, ArrayBuffer, BigInt, Boolean, Buffer, DataView, Date, Error, EvalError, Map, Number],
  ...[Object, Promise, RangeError, ReferenceError, RegExp, Set, String, Symbol, SyntaxError, TextDecoder, TextEncoder],
  ...[TypeError, URIError, URL, URLSearchParams, Uint8Array, WeakMap, WeakRef, WeakSet],
];

/** Classes and namespaces of JavaScript whose functions compute values, and call nothing but what they are given. */
export const BUILTINS: ReadonlySet<string> = new Set([
  ...CLASSES.map(({ name }) => name),
  ...["JSON", "Math", "Intl", "console", "process", "performance", "Atomics"],
]);

/** The functions of JavaScript that need no class, which compute values likewise. */
export const FUNCTIONS: ReadonlySet<string> = new Set([
  ...CLASSES.map(({ name }) => name),
  ...["parseInt", "parseFloat", "isNaN", "isFinite", "structuredClone", "atob", "btoa", "fetch", "escape", "unescape"],
  ...["encodeURI", "encodeURIComponent", "decodeURI", "decodeURIComponent"],
  ...["setTimeout", "setImmediate", "setInterval", "clearTimeout", "clearInterval", "queueMicrotask"],
]);

/** Calls what somebody else gave before, so that nothing tells what runs. */
export const CALLS_OTHERS: ReadonlySet<string> = new Set(["call", "bind", "emit", "construct", "constructor"]);

/** The methods of JavaScript's values. */
export const METHODS: ReadonlySet<string> = new Set(
  CLASSES.flatMap((each) => Object.getOwnPropertyNames(each.prototype)).filter((name) => !CALLS_OTHERS.has(name)),
);

/** The names of the functions that are JavaScript's own and need no program. */
export const NATIVE_FUNCTIONS: ReadonlySet<string> = new Set([
  ...FUNCTIONS,
  ...[JSON, Math, console, ...CLASSES].flatMap((each) => Object.getOwnPropertyNames(each)),
]);

/** Which argument of a function of JavaScript's, or of `.apply`, is a function that it calls. */
export const CALLED_ARGUMENT: ReadonlyMap<string, number> = new Map([
  ...(
    "apply map filter forEach reduce reduceRight some every find findIndex findLast findLastIndex flatMap sort " +
    "toSorted then catch finally setTimeout setImmediate setInterval queueMicrotask"
  )
    .split(" ")
    .map((name): [string, number] => [name, 0]),
  ["Array.from", 1],
  ["Object.groupBy", 1],
  ["Map.groupBy", 1],
]);

/** The functions of Pulumi's SDK that make no resource. */
export const OF_PULUMI =
  /^(?:output|all|secret|unsecret|interpolate|concat|format|json(?:Stringify|Parse)|is[A-Z]\w*|create|info|warn|error|debug|(?:get|require)(?:[A-Z]\w*)?|Config)$/;

/** The functions of a provider that make no resource: its data sources. */
export const OF_A_PROVIDER = /^get[A-Z]/;

/** Node's own modules that run what they are given elsewhere, or what somebody else gave before. */
export const RUNS_OTHERS: ReadonlySet<string> = new Set(
  "async_hooks child_process cluster diagnostics_channel events inspector module repl vm worker_threads".split(" "),
);
