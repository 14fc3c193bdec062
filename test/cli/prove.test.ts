import { afterAll, describe, expect, test } from "@jest/globals";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run, runWith } from "./command";

const STATE = "test/cli/state/shop.json";
const NETWORK = "examples/several-stacks/network.json";
const PROGRAM = "test/engine/small/program";
const scratch = mkdtempSync(join(tmpdir(), "prove-"));

afterAll(() => {
  rmSync(scratch, { recursive: true });
});

function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** The page for the document on the standard input. */
function page(document: unknown, ...args: string[]): string {
  const { status, stdout, stderr } = runWith(JSON.stringify(document), "prove", ...args);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout;
}

function title(text: string): string | undefined {
  return text.split("\n")[0];
}

describe("a state", () => {
  const { stdout: json } = run("prove", "--state", STATE, "--format", "json");

  test.each(["en", "fr"])("is proved on a page that ends with the hash of its content (%s)", (language) => {
    const { status, stdout, stderr } = run("prove", "--state", STATE, "--lang", language);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatchSnapshot();
    expect(stdout.endsWith(`\nSHA-256  ${sha256(json)}\n`)).toBe(true);
  });

  test("has its content as one line of JSON with sorted keys", () => {
    const content = JSON.parse(json) as object;
    expect(content).toMatchSnapshot();
    expect(json).toBe(`${JSON.stringify(sorted(content))}\n`);
  });

  test("has the same content in any language, from wherever it is read, to wherever it is written", () => {
    const file = join(scratch, "proof.json");
    const how = ["--format", "json", "--lang", "fr", "--output", file];
    expect(runWith(readFileSync(STATE, "utf8"), "prove", "--state", "-", ...how)).toEqual({
      ...{ status: 0, stdout: "", stderr: "" },
    });
    expect(readFileSync(file, "utf8")).toBe(json);
  });

  test("shows no secret, and no path of this machine", () => {
    expect(json).not.toMatch(/c2VjcmV0|ciphertext|\/test\//);
  });

  test("is listed together with another stack, and with the configuration that was given", () => {
    const lines = run("prove", "--state", STATE, "--with-state", NETWORK).stdout.split("\n");
    expect(lines.slice(3, 10)).toEqual([
      "Project (stack)  shop (prod)",
      "Account          not in the state",
      "State written    2026-01-31T10:11:12.123456789+01:00",
      "Together with    network (dev)",
      "Account          not in the state",
      "State written    2026-01-31T00:00:00Z",
      expect.stringMatching(/^Made by {10}pulumi-policy-outscale \d/),
    ]);
    expect(lines).toContain(
      "  pulumi-policy-outscale prove --state <file> --with-state <file> --format json | sha256sum",
    );
  });

  test("is listed with what a program was given of the environment", () => {
    const lines = run("prove", "examples/minimal", "--clean-env", "--env", "LANG", "--env", "ABSENT").stdout.split(
      "\n",
    );
    expect(lines).toContain(
      "  pulumi-policy-outscale prove <program> --clean-env --env LANG --env ABSENT --format json | sha256sum",
    );
  });

  test("of nothing proves nothing", () => {
    const time = "2026-01-31T00:00:00Z";
    const text = page({ version: 3, deployment: { manifest: { time } } }, "--state", "-");
    expect(text).toContain(
      [
        "Nothing is deployed that this page could show: no production VM and no production load balancer is",
        "known, in any Subregion.",
        "",
        "Not on this page",
        "  The state holds no resource: nothing is deployed, and nothing was judged.",
      ].join("\n"),
    );
    expect(text).not.toContain("Counted in each Subregion");
  });

  test("does not count what an operation was cut off on", () => {
    const { version, deployment } = JSON.parse(readFileSync(STATE, "utf8")) as {
      readonly version: number;
      readonly deployment: { readonly resources: readonly { readonly urn: string }[] };
    };
    const resource = deployment.resources.find(({ urn }) => urn.endsWith("::web-a"));
    const cut = { ...deployment, pending_operations: [{ resource, type: "updating" }] };
    const text = page({ version, deployment: cut }, "--state", "-");
    expect(text).toMatch(/^ {2}Tier web +none +1 +1$/m);
    expect(text).toContain(
      "  cloudgouv-eu-west-1a: none (1 not counted)\n    i-00000001  web-a, an operation on it was cut off: not counted\n",
    );
    expect(text).toContain(
      "  An operation on urn:pulumi:prod::shop::outscale:index/vm:Vm::web-a was cut off: what became of it\n",
    );
    expect(text).toContain("GEN.asterisk (SLA4.firewall): undetermined. An operation on web-a was cut off: what");
  });
});

describe("support times", () => {
  /** The shop, in which every tag is known. */
  const known = JSON.stringify(
    JSON.parse(readFileSync(STATE, "utf8"), (key, value: unknown) =>
      key === "tags" && !Array.isArray(value) ? [] : value,
    ),
  );

  test.each([
    [
      "en",
      [
        "    SLA10.zones (SLA10.sev1-3): first half fulfilled (equivalents were deployed); the second, that",
        "    Outscale could not restore the service, is not shown here",
      ],
    ],
    [
      "fr",
      [
        "    SLA10.zones (SLA10.sev1-3)\u00a0: première moitié remplie (des équivalents étaient déployés)\u00a0; la",
        "    seconde, qu'Outscale n'a pas pu rétablir le service, n'est pas montrée ici",
      ],
    ],
  ])("have a condition of which a page shows one half (%s)", (language, lines) => {
    const { stdout } = runWith(known, "prove", "--state", "-", "--tier", "web", "--lang", language);
    expect(stdout).toContain(lines.join("\n"));
  });

  test("are a plan's as planned", () => {
    const resources = (JSON.parse(known) as { deployment: { resources: object[] } }).deployment.resources;
    const steps = resources.map((newState) => ({ op: "same", urn: (newState as { urn: string }).urn, newState }));
    expect(page({ steps }, "--preview", "-", "--tier", "web")).toContain(
      "first half fulfilled as planned (equivalents would be",
    );
  });
});

describe("what is not deployed yet is headed as a plan", () => {
  const vm = {
    urn: "urn:pulumi:dev::shop::outscale:index/vm:Vm::web",
    type: "outscale:index/vm:Vm",
    inputs: { imageId: "ami-1", vmType: "tinav6.c2r4p2", placementSubregionName: "cloudgouv-eu-west-1b" },
  };
  const preview = { steps: [{ op: "create", urn: vm.urn, newState: vm }] };

  test("from a program", () => {
    const { status, stdout, stderr } = run("prove", PROGRAM);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatchSnapshot();
    expect(stdout.endsWith(`SHA-256  ${sha256(run("prove", PROGRAM, "--format", "json").stdout)}\n`)).toBe(true);
  });

  test("from a preview, in French", () => {
    expect(page(preview, "--preview", "-", "--lang", "fr")).toMatchSnapshot();
  });

  test("and in its content", () => {
    const content = JSON.parse(page(preview, "--preview", "-", "--format", "json")) as object;
    expect(content).toMatchObject({ kind: "plan", source: "preview", stack: { writtenAt: null } });
    expect(title(page(preview, "--preview", "-"))).toMatch(/^PLAN, NOT PROOF: /);
  });
});

describe("refuses, in one line and with code 2,", () => {
  const ONE_OF_THREE =
    "Give one of the three: the folder or the file of a Pulumi program, `--preview <file>` or `--state <file>`.";
  const whole = readFileSync(STATE, "utf8");
  const NO_STATE = "The standard input is not what `pulumi stack export` prints";

  test.each<[string, string | undefined, string[], string]>([
    ["nothing to prove", undefined, [], ONE_OF_THREE],
    ["a program and a state", undefined, [PROGRAM, "--state", STATE], ONE_OF_THREE],
    ["a state that is not there", undefined, ["--state", "nowhere.json"], "nowhere.json cannot be read (ENOENT)."],
    ["what is no state", "{}", ["--state", "-"], `${NO_STATE}: it has no \`deployment\`.`],
    [
      "a preview for a state",
      '{"steps":[{}]}',
      ["--state", "-"],
      `${NO_STATE}: it is a preview: give it with \`--preview\`.`,
    ],
    [
      "half a state",
      whole.slice(0, 5000),
      ["--state", "-"],
      "The standard input is not whole: the JSON breaks off after 5000 bytes.",
    ],
    ["an unknown format", undefined, ["--state", STATE, "--format", "pdf"], '--format is "pdf". Accepted: text, json.'],
    [
      "the same stack twice",
      undefined,
      ["--state", STATE, "--with-state", STATE],
      "The stack shop/prod is given twice: `--with-state` takes the other stacks.",
    ],
  ])("%s", (_what, input, args, message) => {
    expect(runWith(input, "prove", ...args)).toEqual({ status: 2, stdout: "", stderr: `${message}\n` });
  });
});

/** The same value with the keys of every object in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value as Readonly<Record<string, unknown>>);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)]));
}
