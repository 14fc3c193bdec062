import { describe, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { hasEngine } from "./environment";
import { type EngineAnswer, preview } from "./preview";

const root = join(__dirname, "..", "..");
const stacks = join(root, "stacks");
const SMALL = join(__dirname, "small", "program");
const programs = [SMALL, ...(existsSync(stacks) ? readdirSync(stacks).map((name) => join(stacks, name)) : [])].map(
  (folder) => ({ program: relative(root, folder) }),
);

interface JsonFinding {
  readonly policy: string;
  readonly level: string;
  readonly verdict: string;
  readonly clauses: readonly string[];
  readonly subject: { readonly urn: string };
  readonly message: string;
  readonly why: string;
  readonly fix: string;
}

/** What the CLI shows of the pack's findings, without the title that it shows above each. */
function shown({ policyEvents }: EngineAnswer): string[] {
  return policyEvents
    .map(({ policyName, enforcementLevel, resourceUrn, message }) => {
      const [, ...lines] = message.trimEnd().split("\n");
      return [policyName, enforcementLevel, resourceUrn, ...lines].join("\n");
    })
    .sort();
}

/** What `check` finds, in the words of the pack. */
function checked(program: string, ...options: string[]): string[] {
  const args = ["--import", "tsx", "src/cli/main.ts", "check", program, "--format", "json", "--lang", "en", ...options];
  const { stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  const { findings } = JSON.parse(stdout) as { findings: JsonFinding[] };
  return findings
    .filter(({ verdict }) => verdict === "violation")
    .map(({ policy, level, subject, message, why, clauses, fix }) => {
      const cited = clauses.length > 0 ? ` (${clauses.join(", ")})` : "";
      const page = clauses.length > 0 ? ` docs/policies/${policy}.md` : "";
      return [policy, level, subject.urn, message, why + cited, fix + page].join("\n");
    })
    .sort();
}

(hasEngine() ? describe : describe.skip)("the pack in the real engine", () => {
  test.each(programs)(
    "finds what check finds in $program",
    async ({ program }) => {
      const answer = await preview({ program, policyPack: root });
      expect(shown(answer)).toEqual(checked(program));
    },
    120_000,
  );

  test("takes one level for all", async () => {
    const folder = mkdtempSync(join(tmpdir(), "pack-"));
    const config = join(folder, "policy.json");
    try {
      writeFileSync(config, JSON.stringify({ all: "advisory" }));
      const answer = await preview({ program: SMALL, policyPack: root, policyConfig: config });
      expect(answer.exitCode).toBe(0);
      expect(shown(answer)).toEqual(checked(SMALL, "--config", config));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 120_000);

  test("takes levels, settings and exemptions from the configuration that check takes", async () => {
    const folder = mkdtempSync(join(tmpdir(), "pack-"));
    const config = join(folder, "policy.json");
    const exemptions = [
      {
        policy: "require-explicit-subregion",
        subject: "subnet",
        reason: "Moved next month",
        owner: "ops@example.com",
        approver: "ciso@example.com",
        expires: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
      },
    ];
    try {
      const written = {
        "pack-settings": { exemptions, tierOf: { vm: "web" } },
        "no-public-admin-port": { enforcementLevel: "advisory", adminPorts: [22, 5986] },
        "verdicts-are-known": "disabled",
      };
      writeFileSync(config, JSON.stringify(written));
      const answer = await preview({ program: SMALL, policyPack: root, policyConfig: config });
      expect(
        answer.policyEvents.map(({ policyName, enforcementLevel }) => `${policyName} ${enforcementLevel}`).sort(),
      ).toEqual(["no-public-admin-port advisory", "require-tier-in-every-subregion mandatory"]);
      expect(shown(answer)).toEqual(checked(SMALL, "--config", config));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 120_000);
});
