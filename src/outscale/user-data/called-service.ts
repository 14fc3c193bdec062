/** A host of one of Outscale's services, such as `oos.cloudgouv-eu-west-1.outscale.com`. */
const HOST = /(?<![\w.-])([a-z]+)\.[a-z]+(?:-[a-z]+)+-\d+\.outscale\.(?:com|hk)\b/gi;

/** The names of Outscale services whose hosts a text mentions, comments left out. */
export function findCalledServices(text: string): ReadonlySet<string> {
  const lines = text.split("\n").filter((line) => !line.trimStart().startsWith("#"));
  return new Set([...lines.join("\n").matchAll(HOST)].map(([, service = ""]) => service.toLowerCase()));
}
