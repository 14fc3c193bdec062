/** What of Pulumi's SDK turns a program's functions into text for the cloud: the compiler and npm's package tree. */
const LATE = ["@pulumi/pulumi/typescript-shim", "@npmcli/arborist"];

/**
 * Has modules of Pulumi's SDK loaded when they are first used: no policy uses these.
 *
 * Gains: 300 of the 400 milliseconds that the SDK takes to load.
 * What is used: the SDK offers nothing for it, so they are stood in for where Node keeps what it has loaded. A version
 * without one of them is left as it is.
 * Breaks: `test/pulumi/sdk/load-late.test.ts`.
 * Off: leave its call out of the `index.ts` at the root.
 */
export function loadLate(): void {
  for (const name of LATE) {
    const file = findFile(name);
    if (file === undefined || require.cache[file]) continue;
    const standIn = {
      ...module,
      id: file,
      filename: file,
      loaded: true,
      exports: makeStandIn(file),
      children: [],
      paths: [],
    };
    require.cache[file] = standIn;
  }
}

/** Stands in for a module of which only properties are read: the first one read loads it. */
function makeStandIn(file: string): object {
  let loaded: object | undefined;
  const load = (): object => {
    if (loaded) return loaded;
    Reflect.deleteProperty(require.cache, file);
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    return (loaded = require(file) as object);
  };
  return new Proxy(
    {},
    {
      // What imports it by the compiler's own means must not copy its properties, which would read them.
      get: (_, property) => (property === "__esModule" ? true : (Reflect.get(load(), property) as unknown)),
      has: (_, property) => Reflect.has(load(), property),
    },
  );
}

/** As the SDK itself would find it. */
function findFile(name: string): string | undefined {
  try {
    return require.resolve(name, { paths: [require.resolve("@pulumi/pulumi/package.json")] });
  } catch {
    return undefined;
  }
}
