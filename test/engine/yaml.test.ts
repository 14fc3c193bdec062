import { describe, expect, test } from "@jest/globals";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { pulumi } from "./cli";
import { hasEngine } from "./environment";
import { withFolder } from "./temporary";

const root = join(__dirname, "..", "..");

(hasEngine() ? describe : describe.skip)("a YAML program, run by the CLI alone", () => {
  test("is judged, and stopped, as any other", async () => {
    await withFolder(async (home) => {
      const program = join(home, "program");
      cpSync(join(__dirname, "yaml", "program"), program, { recursive: true });
      await pulumi(["stack", "init", "dev"], home, program);
      const args = ["up", "--skip-preview", "--color", "never", "--policy-pack", root];
      const { exitCode, stdout } = await pulumi(args, home, program);

      expect(exitCode).not.toBe(0);
      expect(stdout).toContain("no-public-admin-port  (outscale:index:SecurityGroupRule: ssh)");
      expect(stdout).toContain("Port 22 is open to 0.0.0.0/0.");
      const { stdout: state } = await pulumi(["stack", "export"], home, program);
      const { resources } = (JSON.parse(state) as { deployment: { resources: { urn: string }[] } }).deployment;
      const names = resources.map(({ urn }) => urn.split("::").at(-1));
      expect(names).toEqual(expect.arrayContaining(["net", "group"]));
      expect(names).not.toContain("ssh");
    });
  });
});
