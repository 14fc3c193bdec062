import { expect, test } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { opensEverything, unpacked } from "./unpacked";

test("the packed tarball is unpacked and installed in place, as `pulumi install` and required packs do", async () => {
  const folder = mkdtempSync(join(tmpdir(), "in-place-"));
  try {
    const pack = unpacked(folder);
    const npm = ["install", "--omit=dev", "--prefer-offline", "--no-audit", "--no-fund"];
    execFileSync("npm", npm, { cwd: pack, stdio: "pipe" });
    expect(await opensEverything(pack)).toContain(
      "no-public-admin-port open: Ports 22, 3389, 23, 2375-2376, 2379-2380 and 7 more are open to ::/0.",
    );
    const list = [join(pack, "dist", "src", "cli", "main.js"), "list"];
    expect(execFileSync(process.execPath, list, { cwd: folder, encoding: "utf8" })).toContain("no-public-admin-port");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
