import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { Analyzer } from "./analyzer";

const root = join(__dirname, "..", "..");

/** The package as it would be published, unpacked in a folder. */
export function unpacked(folder: string): string {
  const npm = ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder];
  const name = execFileSync("npm", npm, { cwd: root, encoding: "utf8" }).trim();
  execFileSync("tar", ["-xzf", join(folder, name), "-C", folder]);
  return join(folder, "package");
}

/** What a pack says of a rule that opens everything to everybody. */
export async function opensEverything(pack: string): Promise<string[]> {
  const open = { flow: "Inbound", ipProtocol: "-1", ipRange: "::/0" };
  const rule = { type: "outscale:index/securityGroupRule:SecurityGroupRule", name: "open", inputs: open };
  const analyzer = await Analyzer.start({ LANG: "C" }, pack);
  try {
    return (await analyzer.analyze(rule)).findings;
  } finally {
    analyzer.stop();
  }
}
