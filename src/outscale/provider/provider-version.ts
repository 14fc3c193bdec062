import { nameOfUrn, type Resource } from "../../stack";
import type { System } from "./system";

/**
 * Whether the provider that makes a resource is older than a version; one whose version nothing tells is not.
 * @throws {NeedsStack} when an explicit provider would tell, and one resource alone is in sight
 */
export function isProviderOlderThan(system: System, { provider }: Resource, major: number, minor: number): boolean {
  if (provider === undefined) return false;
  // Pulumi names the providers that it makes by itself after their version: `default_1_8_0`.
  const byName = /^default_(\d+)_(\d+)/.exec(nameOfUrn(provider));
  const [, first, second] = byName ?? /^v?(\d+)\.(\d+)/.exec(writtenVersion(system, provider)) ?? [];
  if (first === undefined) return false;
  return Number(first) < major || (Number(first) === major && Number(second) < minor);
}

function writtenVersion(system: System, provider: string): string {
  const version = system.get(provider)?.inputs["version"];
  return typeof version === "string" ? version : "";
}
