import { expect, test } from "@jest/globals";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { POLICIES } from "../../policies";
import { opensEverything, unpacked } from "./unpacked";

const root = join(__dirname, "..", "..");

test("the packed tarball starts elsewhere, with what it needs and no sources", async () => {
  const folder = mkdtempSync(join(tmpdir(), "packed-"));
  try {
    const pack = unpacked(folder);
    symlinkSync(join(root, "node_modules"), join(pack, "node_modules"));
    // Pulumi's host compiles a pack that brings a tsconfig.json.
    expect(["tsconfig.json", "src", "policies", "sdks"].filter((file) => existsSync(join(pack, file)))).toEqual([]);
    expect(POLICIES.filter((policy) => !existsSync(join(pack, "docs/policies", `${policy.name}.md`)))).toEqual([]);
    expect(readdirSync(join(pack, "profiles"))).toEqual(["claim.json", "discover.json", "strict.json"]);
    expect(readdirSync(join(pack, "schemas"))).toEqual(["check-report-2.json"]);
    expect(readFileSync(join(pack, "LICENSE"), "utf8")).toContain("Apache License");
    expect(await opensEverything(pack)).toContain(
      "no-public-admin-port open: Ports 22, 3389, 23, 2375-2376, 2379-2380 and 7 more are open to ::/0.",
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
