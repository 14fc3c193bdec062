/** A duration as people count it, `26 h 3 min 5 s`; what has begun of the next second is left out. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const parts: (readonly [number, string])[] = [
    [Math.floor(seconds / 3600), "h"],
    [Math.floor((seconds % 3600) / 60), "min"],
    [seconds % 60, "s"],
  ];
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => `${String(count)} ${unit}`);
  return said.length === 0 ? "0 s" : said.join(" ");
}
