/** Where a policy is explained, from the root of the package. */
export function policyPage(name: string): string {
  return `docs/policies/${name}.md`;
}
