/**
 * Writes a value as JSON in the one form that RFC 8785 defines: without spaces, keys sorted.
 * @param value of plain objects, lists, texts, numbers, booleans and null; what is undefined is left out
 */
export function formatCanonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(formatCanonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const given = Object.entries(value).filter(([, each]) => each !== undefined);
  const properties = given.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${properties.map(([name, each]) => `${JSON.stringify(name)}:${formatCanonicalJson(each)}`).join(",")}}`;
}
