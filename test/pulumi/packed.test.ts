import { expect, test } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { POLICIES } from "../../policies";
import { Analyzer } from "./analyzer";

const root = join(__dirname, "..", "..");

test("the packed tarball starts elsewhere, with what it needs and no sources", async () => {
  const folder = mkdtempSync(join(tmpdir(), "packed-"));
  const npm = ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder];
  const name = execFileSync("npm", npm, { cwd: root, encoding: "utf8" }).trim();
  execFileSync("tar", ["-xzf", join(folder, name), "-C", folder]);
  const pack = join(folder, "package");
  symlinkSync(join(root, "node_modules"), join(pack, "node_modules"));
  try {
    // Pulumi's host compiles a pack that brings a tsconfig.json.
    expect(["tsconfig.json", "src", "policies", "sdks"].filter((file) => existsSync(join(pack, file)))).toEqual([]);
    expect(POLICIES.filter((policy) => !existsSync(join(pack, "docs/policies", `${policy.name}.md`)))).toEqual([]);
    expect(readFileSync(join(pack, "LICENSE"), "utf8")).toContain("Apache License");
    const analyzer = await Analyzer.start({ LANG: "C" }, pack);
    const open = { flow: "Inbound", ipProtocol: "-1", ipRange: "::/0" };
    const rule = { type: "outscale:index/securityGroupRule:SecurityGroupRule", name: "open", inputs: open };
    try {
      expect((await analyzer.analyze(rule)).findings).toContain(
        "no-public-admin-port open: Ports 22 and 3389 are open to ::/0.",
      );
    } finally {
      analyzer.stop();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
