import { readdirSync } from "node:fs";
import { basename, join } from "node:path";

/** The policies as `<domain>/<name>`, in the order in which they speak. */
export function policyFiles(root: string): string[] {
  return readdirSync(join(root, "policies"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: domain }) =>
      readdirSync(join(root, "policies", domain)).map((file) => `${domain}/${basename(file, ".ts")}`),
    )
    .sort();
}

/** `policies/index.ts`: every policy, by domain and name. */
export function policyIndex(root: string): string {
  const files = policyFiles(root);
  return [
    'import type { Policy } from "../src/policy";',
    ...files.map((file) => `import { ${exportName(file)} } from "./${file}";`),
    "",
    "/** Every policy, in the order in which they speak. */",
    `export const POLICIES: readonly Policy[] = [${files.map(exportName).join(", ")}];`,
    "",
  ].join("\n");
}

/** `no-public-admin-port` is exported as `noPublicAdminPort`. */
export function exportName(file: string): string {
  return basename(file).replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
