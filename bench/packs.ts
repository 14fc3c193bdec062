import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..");

/** The packed pack, unpacked where a user would have it: without sources, compiler or development dependencies beside it. */
export function packed(folder: string): string {
  const name = execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], {
    cwd: root,
    encoding: "utf8",
  }).trim();
  execFileSync("tar", ["-xzf", join(folder, name), "-C", folder]);
  const pack = join(folder, "package");
  symlinkSync(join(root, "node_modules"), join(pack, "node_modules"));
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
