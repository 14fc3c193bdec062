const COMMON = { application: "shop", environment: "production", owner: "ops@example.com" };

/** What every resource is tagged with, and what tells this one apart. */
export function tags(own: Readonly<Record<string, string>> = {}): { key: string; value: string }[] {
  return Object.entries({ ...COMMON, ...own }).map(([key, value]) => ({ key, value }));
}
