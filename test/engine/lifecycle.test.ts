import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EngineAnswer, EngineStack } from "./engine-stack";
import { hasEngine } from "./environment";
import { withStack } from "./temporary";

const scratch = mkdtempSync(join(tmpdir(), "lifecycle-"));
/** The pack with the policies that this program is about. */
const judged = { policyPack: join(__dirname, "..", ".."), policyConfig: join(scratch, "policy.json") };
const ENABLED = {
  all: "disabled",
  "pack-settings": "mandatory",
  "no-public-admin-port": "mandatory",
  "require-encrypted-volume": "mandatory",
  "require-explicit-subregion": "advisory",
};
beforeAll(() => {
  writeFileSync(judged.policyConfig, JSON.stringify(ENABLED));
});
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

const PROGRAM = { program: join(__dirname, "lifecycle", "program") };
const URN = "urn:pulumi:dev::lifecycle::outscale:index";
const NET = `${URN}/net:Net::net`;

const OPEN = ["no-public-admin-port mandatory ssh: Port 22 is open to 0.0.0.0/0."];
const BY_CHANCE = [
  "require-explicit-subregion advisory subnet: No Subregion is named: it lands in cloudgouv-eu-west-1a.",
];

function unencrypted(name: string): string[] {
  const why = "no tag `encryption:luks2`, no declared image, and no VM of the stack attaches it";
  return [`require-encrypted-volume mandatory ${name}: Nothing shows that it is encrypted: ${why}.`];
}

/** Settings of the program, as its configuration takes them. */
function settings(values: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`lifecycle:${name}`, { value }]));
}

(hasEngine() ? describe : describe.skip)("the pack through the life of a stack", () => {
  test("stops an up before it creates what one resource decides alone", async () => {
    await withStack(PROGRAM, async (stack) => {
      const answer = await stack.up({ ...judged, config: settings({ from: "0.0.0.0/0" }) });
      expect(answer.exitCode).not.toBe(0);
      expect(findings(answer)).toEqual(OPEN);
      expect(steps(answer)).not.toContain("create ssh");
      expect(await deployed(stack)).not.toHaveProperty("ssh");
    });
  });

  test("lets a compliant stack through, and stops the change that makes it another", async () => {
    await withStack(PROGRAM, async (stack) => {
      const first = await stack.up(judged);
      expect(first).toMatchObject({ exitCode: 0, policyEvents: [] });

      const config = settings({ from: "0.0.0.0/0" });
      const previewed = await stack.preview({ ...judged, config });
      expect(previewed.exitCode).not.toBe(0);
      expect(findings(previewed)).toEqual(OPEN);

      const changed = await stack.up(judged);
      expect(changed.exitCode).not.toBe(0);
      expect(findings(changed)).toEqual(OPEN);
      expect((await deployed(stack))["ssh"]?.inputs).toMatchObject({ ipRange: "192.0.2.1/32" });
    });
  });

  test("judges what a target leaves alone by what is deployed, and of a replacement the new resource", async () => {
    await withStack(PROGRAM, async (stack) => {
      await stack.up({ config: settings({ from: "0.0.0.0/0", subregion: "none" }) });
      // The program is compliant again, but only the Net would be touched.
      const config = settings({ from: "192.0.2.1/32", subregion: "cloudgouv-eu-west-1b" });
      expect(findings(await stack.preview({ ...judged, target: [NET], config }))).toEqual([...OPEN, ...BY_CHANCE]);
      // An up ends at the first mandatory violation, before anything is said of the stack.
      expect(findings(await stack.up({ ...judged, target: [NET] }))).toEqual(OPEN);
      expect((await deployed(stack))["ssh"]?.inputs).toMatchObject({ ipRange: "0.0.0.0/0" });

      const answer = await stack.up(judged);
      expect(answer).toMatchObject({ exitCode: 0, policyEvents: [] });
      expect(steps(answer)).toEqual(
        expect.arrayContaining(["create-replacement ssh", "delete-replaced ssh", "create-replacement subnet"]),
      );
    });
  });

  test("judges an imported resource as any other, and says nothing of a deleted one", async () => {
    await withStack(PROGRAM, async (stack) => {
      await stack.up({ config: settings({ volume: "left-behind" }) });
      const volumeId = (await deployed(stack))["data"]?.id ?? "";
      const removed = await stack.up({ ...judged, config: settings({ volume: "none" }) });
      expect(steps(removed)).toContain("delete data");
      expect(removed).toMatchObject({ exitCode: 0, policyEvents: [] });

      const imported = await stack.preview({ ...judged, config: settings({ volume: "imported", volumeId }) });
      expect(steps(imported)).toContain("import adopted");
      expect(findings(imported)).toEqual(unencrypted("adopted"));
      await stack.up();
      expect((await deployed(stack))["adopted"]?.id).toBe(volumeId);
      expect(findings(await stack.preview(judged))).toEqual(unencrypted("adopted"));
    });
  });

  test("judges a protected resource, refreshed or not, until it is destroyed", async () => {
    await withStack(PROGRAM, async (stack) => {
      await stack.up({ config: settings({ volume: "protected" }) });
      expect((await stack.refresh()).summary?.resourceChanges).toEqual({ same: 6 });
      expect(findings(await stack.preview(judged))).toEqual(unencrypted("data"));

      // What cannot be deleted is still there.
      const refused = await stack.preview({ ...judged, config: settings({ volume: "none" }) });
      expect(refused.exitCode).not.toBe(0);
      expect(refused.diagnostics.map(({ message }) => message).join("")).toContain("protected");

      await stack.up({ config: settings({ volume: "plain" }) });
      expect((await stack.destroy()).exitCode).toBe(0);
      expect(await deployed(stack)).toEqual({});
      expect(findings(await stack.preview({ ...judged, config: settings({ volume: "none" }) }))).toEqual([]);
    });
  });
});

function findings({ policyEvents }: EngineAnswer): string[] {
  return policyEvents
    .map(({ policyName, enforcementLevel, resourceUrn = "", message }) => {
      const [, fact = ""] = message.split("\n");
      return `${policyName} ${enforcementLevel} ${nameOf(resourceUrn)}: ${fact}`;
    })
    .sort();
}

function steps({ steps }: EngineAnswer): string[] {
  return steps.map(({ op, urn }) => `${op} ${nameOf(urn)}`);
}

interface Deployed {
  readonly urn: string;
  readonly id?: string;
  readonly inputs?: object;
}

/** The resources of the stack's state, by name. */
async function deployed(stack: EngineStack): Promise<Readonly<Record<string, Deployed>>> {
  const { resources = [] } = ((await stack.exportState()) as { deployment: { resources?: Deployed[] } }).deployment;
  return Object.fromEntries(resources.map((resource) => [nameOf(resource.urn), resource]));
}

function nameOf(urn: string): string {
  return urn.split("::").at(-1) ?? "";
}
