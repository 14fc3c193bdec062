import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..");

/**
 * The packed pack, unpacked where a user would have it: without sources, compiler or development dependencies beside it.
 * @param checkout what is packed: this one, or another that is built
 */
export function packed(folder: string, checkout = root): string {
  const own = mkdtempSync(join(folder, "packed-"));
  const name = execFileSync("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", own], {
    cwd: checkout,
    encoding: "utf8",
  }).trim();
  execFileSync("tar", ["-xzf", join(own, name), "-C", own]);
  const pack = join(own, "package");
  symlinkSync(join(checkout, "node_modules"), join(pack, "node_modules"));
  return pack;
}

/** A compiled pack without policies: what Node, Pulumi's host and its SDK cost by themselves. */
export function empty(folder: string): string {
  const pack = join(folder, "empty");
  mkdirSync(pack);
  writeFileSync(join(pack, "PulumiPolicy.yaml"), "runtime: nodejs\n");
  writeFileSync(join(pack, "package.json"), JSON.stringify({ name: "empty", version: "1.0.0", main: "index.js" }));
  writeFileSync(join(pack, "index.js"), 'new (require("@pulumi/policy").PolicyPack)("empty", { policies: [] });\n');
  symlinkSync(join(root, "node_modules"), join(pack, "node_modules"));
  return pack;
}
