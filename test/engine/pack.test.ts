import { describe, expect, test } from "@jest/globals";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { hasEngine } from "./environment";
import { checked, isNoSummary, OFF, shown, UNTOLD, withoutWay } from "./findings";
import { preview } from "./preview";
import { withPolicyConfig, withStack } from "./temporary";

const root = join(__dirname, "..", "..");
const SMALL = join("test", "engine", "small", "program");
const PROGRAMS = [SMALL, ...readdirSync(join(root, "stacks")).map((name) => join("stacks", name))];

/** What `check` cannot decide and `up` does: the address of the partner's public IP. */
const DECIDED_BY_UP: Readonly<Record<string, readonly string[]>> = {
  [join("stacks", "noncompliant")]: ["limit-source-range (1)", "no-public-admin-port (1)"],
};

(hasEngine() ? describe : describe.skip)("the pack in the real engine", () => {
  test.each(PROGRAMS)(
    "finds what check finds in %s: in a preview, once deployed, and in its state",
    async (program) => {
      // A mandatory violation would stop the deployment half way.
      await withPolicyConfig({ all: "advisory", ...UNTOLD, ...OFF }, async (policyConfig) => {
        const asWritten = await withPolicyConfig(UNTOLD, async (file) => ({
          found: checked(program, "--config", file),
          previewed: await withStack({ program }, (stack) => stack.preview({ policyPack: root, policyConfig: file })),
        }));
        await withStack({ program }, async (stack) => {
          const { previewed } = asWritten;
          const found = asWritten.found;
          expect(shown(previewed.policyEvents)).toEqual(await found);
          expect(previewed.exitCode === 0).toBe(!(await found).some(isMandatory));

          const options = { policyPack: root, policyConfig };
          const answer = await stack.up(options);
          const [deployed, expected] = [shown(answer.policyEvents), asAdvisory(await found)];
          expect(answer.exitCode).toBe(0);
          expect(deployed.filter(isNoSummary).map(withoutWay)).toEqual(expected.filter(isNoSummary).map(withoutWay));
          const decided = undetermined(expected).filter((policy) => !undetermined(deployed).includes(policy));
          expect(decided).toEqual(DECIDED_BY_UP[program] ?? []);
          expect(undetermined(expected)).toEqual(expect.arrayContaining(undetermined(deployed)));

          // The state has the inputs that the pack saw as written: it finds exactly the same there.
          expect(shown(await stack.analyze(await stack.exportState(), options))).toEqual(deployed);
        });
      });
    },
  );

  test("takes one level for all", async () => {
    await withPolicyConfig({ all: "advisory" }, async (policyConfig) => {
      const answer = await preview({ program: SMALL, policyPack: root, policyConfig });
      expect(answer.exitCode).toBe(0);
      expect(shown(answer.policyEvents)).toEqual(await checked(SMALL, "--config", policyConfig));
    });
  });

  test("runs nothing but what is named when all is disabled", async () => {
    const written = { all: "disabled", "require-explicit-subregion": "mandatory" };
    await withPolicyConfig(written, async (policyConfig) => {
      const { exitCode, policyEvents } = await preview({ program: SMALL, policyPack: root, policyConfig });
      expect(exitCode).not.toBe(0);
      expect(policyEvents.map(({ policyName, enforcementLevel }) => `${policyName} ${enforcementLevel}`)).toEqual([
        "require-explicit-subregion mandatory",
      ]);
      expect(shown(policyEvents)).toEqual(await checked(SMALL, "--config", policyConfig));
    });
  });

  test("takes levels, settings and exemptions from the configuration that check takes", async () => {
    const expires = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const exemptions = [
      {
        policy: "require-explicit-subregion",
        subject: "subnet",
        reason: "Moved next month",
        owner: "ops@example.com",
        approver: "ciso@example.com",
        expires,
      },
    ];
    const written = {
      "pack-settings": { exemptions, tierOf: { vm: "web" } },
      "no-public-admin-port": { enforcementLevel: "advisory", adminPorts: [22, 5986] },
      "verdicts-are-known": "disabled",
    };
    await withPolicyConfig(written, async (policyConfig) => {
      const { policyEvents } = await preview({ program: SMALL, policyPack: root, policyConfig });
      expect(
        policyEvents.map(({ policyName, enforcementLevel }) => `${policyName} ${enforcementLevel}`).sort(),
      ).toEqual([
        "commitments-are-enforceable advisory",
        "exemptions-are-valid advisory",
        "exemptions-are-valid advisory",
        "limit-outbound advisory",
        "limit-source-range advisory",
        "no-public-admin-port advisory",
        "require-classification advisory",
        "require-explicit-host-action advisory",
        "require-subnets-in-every-subregion advisory",
        "require-tier-in-every-subregion mandatory",
      ]);
      // Reports list apart what exemptions accept, and which of them expire soon.
      const [aboutExemptions, others] = [true, false].map((isAbout) =>
        policyEvents.filter(({ policyName }) => (policyName === "exemptions-are-valid") === isAbout),
      );
      expect(shown(others ?? [])).toEqual(await checked(SMALL, "--config", policyConfig));
      expect((aboutExemptions ?? []).map(({ message }) => message.trimEnd().split("\n").slice(1))).toEqual([
        [
          'Exempted: require-explicit-subregion, "subnet": No Subregion is named: it lands in cloudgouv-eu-west-1a. ' +
            `It is accepted by ciso@example.com until ${expires}, owner ops@example.com: Moved next month`,
        ],
        [
          `The exemption from require-explicit-subregion for "subnet" expires on ${expires}, in 30 days: have it approved again.`,
        ],
      ]);
    });
  });

  test("runs beside another pack, each with its own findings", async () => {
    const trivial = join(__dirname, "small", "pack");
    const { exitCode, policyEvents } = await preview({ program: SMALL, policyPack: [root, trivial] });
    const of = (pack: string) => policyEvents.filter(({ policyPackName }) => policyPackName === pack);
    expect(exitCode).not.toBe(0);
    expect(shown(of("pulumi-policy-outscale"))).toEqual(await checked(SMALL));
    expect(of("small").map(({ policyName }) => policyName)).toEqual(["no-ssh", "tell-vm"]);
    expect(policyEvents).toHaveLength(of("pulumi-policy-outscale").length + 2);
  });

  test("finds in components and loops what check finds", async () => {
    const program = join("test", "engine", "components", "program");
    await withPolicyConfig(UNTOLD, async (policyConfig) => {
      const [answer, found] = await Promise.all([
        preview({ program, policyPack: root, policyConfig }),
        checked(program, "--config", policyConfig),
      ]);
      // With the stack, which is one too.
      expect(answer.summary?.resourceChanges.create).toBe(101);
      expect(new Set(found.map((finding) => finding.split("\n")[0]))).toEqual(
        new Set([
          "commitments-are-enforceable",
          "limit-outbound",
          "limit-source-range",
          "no-public-admin-port",
          "require-classification",
          "require-deletion-protection",
          "require-encrypted-volume",
          "require-equivalent-tier-capacity",
          "require-explicit-host-action",
          "require-explicit-subregion",
          "require-filtering-inside-subnets",
          "require-hosts-apart",
          "require-storage-in-every-subregion",
          "require-subnets-in-every-subregion",
          "require-tier-in-every-subregion",
          "require-volume-backup",
          "verdicts-are-known",
        ]),
      );
      expect(shown(answer.policyEvents)).toEqual(found);
    });
  });
});

/** What `check` finds when every policy is advisory. */
function asAdvisory(findings: readonly string[]): string[] {
  return findings.map((finding) => finding.replace("\nmandatory\n", "\nadvisory\n"));
}

function isMandatory(finding: string): boolean {
  return finding.includes("\nmandatory\n");
}

/** The policies that the summary names, with how many verdicts of each. */
function undetermined(findings: readonly string[]): string[] {
  const summary = findings.find((finding) => finding.startsWith("verdicts-are-known\n")) ?? "";
  return summary.match(/[a-z-]+ \(\d+\)/g) ?? [];
}
