// Pulumi's runtime prints an error in colours, and some versions of Node never end colouring the path of a
// file directly in a scoped package's folder, which is where the SDK's source maps place its own files.
const WITHOUT_COLOURS = `
import util from "node:util";
util.inspect = new Proxy(util.inspect, {
  apply(inspect, self, [value, options, ...rest]) {
    const plain = value instanceof Error && options?.colors ? { ...options, colors: false } : options;
    return Reflect.apply(inspect, self, [value, plain, ...rest]);
  },
});
`;

/** The option that keeps a Node process from hanging on an error it should print. */
export const PLAIN_ERRORS = `--import=data:text/javascript,${encodeURIComponent(WITHOUT_COLOURS)}`;
