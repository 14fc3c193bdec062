import { describe, expect, test } from "@jest/globals";
import { join } from "node:path";
import { hasEngine } from "./environment";
import { isNoSummary, worded } from "./findings";
import { throughEveryDoor } from "./parity/doors";
import { withPolicyConfig, withStack } from "./temporary";

const policyPack = join(__dirname, "..", "..");
const PROGRAM = { program: join(__dirname, "secret", "program") };
const PASSWORD = "hunter2-of-the-configuration";
/** The policies that this program is about. */
const ENABLED = {
  all: "disabled",
  "pack-settings": "advisory",
  "no-object-storage-mount": "advisory",
  "no-public-admin-port": "advisory",
  "require-encrypted-volume": "advisory",
  "require-explicit-subregion": "advisory",
  "require-tier-in-every-subregion": "advisory",
};
const SECRETS = [
  PASSWORD,
  "tag-of-the-net",
  "tag-of-the-vm",
  "tag-of-the-volume",
  "user-in-a-literal",
  "key-of-the-vm",
  "description-of-the-group",
];

(hasEngine() ? describe : describe.skip)("a secret in what the pack judges", () => {
  test("is in nothing that is said of its resource, before deployment, after it and of its state", async () => {
    await withPolicyConfig(ENABLED, async (policyConfig) => {
      const options = { policyPack, policyConfig };
      await withStack(PROGRAM, async (stack) => {
        const config = { "secret:password": { value: PASSWORD, secret: true } };
        const previewed = await stack.preview({ ...options, config });
        const deployed = await stack.up(options);
        const analyzed = await stack.analyze(await stack.exportState(), options);

        const found = [
          "no-object-storage-mount uploads",
          "no-public-admin-port ssh",
          "require-encrypted-volume sealed",
          "require-explicit-subregion subnet",
          "require-tier-in-every-subregion uploads",
        ];
        for (const events of [previewed.policyEvents, deployed.policyEvents, analyzed]) {
          const subjects = events.map(({ policyName, resourceUrn }) => {
            return `${policyName} ${resourceUrn?.split("::").at(-1) ?? ""}`;
          });
          expect(subjects.sort()).toEqual(found);
        }
        const said = JSON.stringify([previewed, deployed, analyzed]);
        expect(SECRETS.filter((secret) => said.includes(secret))).toEqual([]);
      });
    });
  });

  test("is in no report of the command, and undecided where a preview does not show it", async () => {
    const said = await throughEveryDoor(PROGRAM.program);
    const { program, preview, engine } = said.before;
    expect(SECRETS.filter((secret) => JSON.stringify(said).includes(secret))).toEqual([]);
    expect(engine).toEqual(worded(program));

    for (const { findings } of [preview, said.after.state]) {
      const hidden = findings.filter(({ message }) => message.includes("is a secret"));
      expect(hidden.map(({ policy, verdict, message }) => `${policy} ${verdict}: ${message}`)).toEqual([
        "no-tight-api-loop undetermined: `userData` is a secret, which is not shown.",
        "no-secret-in-user-data undetermined: `userData` is a secret, which is not shown.",
        'require-encrypted-sensitive-volume undetermined: `tags[0].value` of "net" is a secret, which is not shown.',
        "require-encrypted-volume undetermined: `tags[0].value` is a secret, which is not shown.",
        "limit-public-ip undetermined: `userData` is a secret, which is not shown.",
        "no-security-group-bypass undetermined: `userData` is a secret, which is not shown.",
        'limit-sensitive-sources undetermined: `tags[0].value` of "net" is a secret, which is not shown.',
        'no-internet-route-for-sensitive-subnet undetermined: `tags[0].value` of "net" is a secret, which is not shown.',
        "require-classification undetermined: `tags[0].value` is a secret, which is not shown.",
        "require-private-access-to-services undetermined: `tags[0].value` is a secret, which is not shown.",
        "require-vpn-for-sensitive-net undetermined: `tags[0].value` is a secret, which is not shown.",
        "no-database-on-object-storage undetermined: `userData` is a secret, which is not shown.",
        "no-object-storage-mount undetermined: `userData` is a secret, which is not shown.",
      ]);
      const shown = worded({ ...preview, findings }).filter(isNoSummary);
      expect(shown).toEqual(engine.filter((found) => isNoSummary(found) && !isHidden(found)));
    }
  });
});

function isHidden(finding: string): boolean {
  return /^(?:require-encrypted-volume|no-object-storage-mount|require-classification)\n/.test(finding);
}
