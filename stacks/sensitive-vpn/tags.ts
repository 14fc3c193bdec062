import { application, owner } from "./settings";

/** The tags that every resource has, and those of this one. */
export function tags(name: string, own: Readonly<Record<string, string>> = {}): { key: string; value: string }[] {
  const all = { Name: name, application, environment: "production", owner, ...own };
  return Object.entries(all).map(([key, value]) => ({ key, value }));
}
