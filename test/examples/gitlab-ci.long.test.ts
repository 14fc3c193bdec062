import { afterAll, describe, expect, test } from "@jest/globals";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { name as packageName } from "../../package.json";
import { convert, NOT_THE_REPORT, reportOf } from "./converter";
import { previewOf, UNKNOWN } from "./previews";
import { PROGRAM, Repository } from "./repository";

const folder = join(__dirname, "..", "..", "examples", "gitlab-ci");

interface Job {
  readonly extends: string;
  readonly image: string;
  readonly rules: readonly { readonly if: string }[];
  readonly script: readonly string[];
}

interface Pipeline {
  readonly ".policy": { readonly before_script: readonly string[]; readonly artifacts: object };
  readonly preview: Job;
  readonly program: Job;
}

const pipeline = parse(readFileSync(join(folder, ".gitlab-ci.yml"), "utf8")) as Pipeline;
const { preview, program } = pipeline;
const shared = pipeline[".policy"];
const scripts = [preview, program].flatMap(({ script }) => script);

describe("the pipeline", () => {
  test("judges each merge request by one of its jobs", () => {
    expect([preview, program].map((job) => [job.extends, job.rules])).toEqual([
      [".policy", [{ if: '$CI_PIPELINE_SOURCE == "merge_request_event" && $PULUMI_ACCESS_TOKEN' }]],
      [".policy", [{ if: '$CI_PIPELINE_SOURCE == "merge_request_event" && $PULUMI_ACCESS_TOKEN == null' }]],
    ]);
  });

  test("keeps both reports, of a failed job too", () => {
    expect(shared.artifacts).toEqual({
      when: "always",
      paths: ["report.json"],
      reports: { codequality: "gl-code-quality-report.json" },
    });
  });

  test("pins its images", () => {
    for (const { image } of [preview, program]) expect(image).toMatch(/^[a-z0-9/-]+:\d+(\.\d+\.\d+)?$/);
  });

  test("names a script and a pack that exist", () => {
    const called = scripts.flatMap((script) => [...script.matchAll(/node (\.\S+)/g)]).map(([, path = ""]) => path);
    expect(called).toEqual([".gitlab/code-quality.mjs", ".gitlab/code-quality.mjs"]);
    for (const path of called) expect(existsSync(join(folder, path))).toBe(true);

    const packs = scripts.flatMap((script) => [...script.matchAll(/--policy-pack (\S+)/g)]).map(([, path]) => path);
    expect(packs).toEqual([`node_modules/${packageName}`]);
  });
});

describe("in a repository", () => {
  const repository = new Repository("gitlab-ci");
  const report = join(repository.path, "report.json");
  const codeQuality = join(repository.path, "gl-code-quality-report.json");
  afterAll(() => {
    repository.remove();
  });

  function run({ script }: Pick<Job, "script">) {
    for (const file of [report, codeQuality]) rmSync(file, { force: true });
    const before = shared.before_script.filter((line) => line !== "npm ci");
    const variables = { CI_PROJECT_DIR: repository.path, PROGRAM, STACK: "dev" };
    const { status, stderr } = repository.run(".", [...before, ...script].join("\n"), variables);
    return { status, stderr };
  }

  test("a program's findings become a Code Quality report, and fail the job", () => {
    expect(run(program)).toEqual({ status: 1, stderr: "" });
    expect(JSON.parse(readFileSync(codeQuality, "utf8"))).toEqual([
      {
        description: "web-a: Nothing says what becomes of the VM when its host fails.",
        check_name: "require-explicit-host-action",
        fingerprint: "d9ed9a39b4b05126",
        severity: "major",
        location: { path: "infra/index.ts", lines: { begin: 23 } },
      },
      {
        description: "web-b: Nothing says what becomes of the VM when its host fails.",
        check_name: "require-explicit-host-action",
        fingerprint: "7cd75d2a54181370",
        severity: "major",
        location: { path: "infra/index.ts", lines: { begin: 23 } },
      },
      {
        description: "net/web: The Net has no Subnet for this role in cloudgouv-eu-west-1c, only web-a and web-b.",
        check_name: "require-subnets-in-every-subregion",
        fingerprint: "469a57a42d817a1d",
        severity: "major",
        location: { path: "infra/index.ts", lines: { begin: 3 } },
      },
      {
        description:
          "web: This tier has no VM in cloudgouv-eu-west-1c. It consists of web-a and web-b (grouped by their tag).",
        check_name: "require-tier-in-every-subregion",
        fingerprint: "604110828289a8e4",
        severity: "blocker",
        location: { path: "infra/index.ts", lines: { begin: 23 } },
      },
      {
        description: "web-ssh: Port 22 is open to 0.0.0.0/0.",
        check_name: "no-public-admin-port",
        fingerprint: "ba17ff278963e50f",
        severity: "blocker",
        location: { path: "infra/index.ts", lines: { begin: 6 } },
      },
      {
        description:
          "minimal-dev: Forfeited: SLA4.firewall and SLA10.sev1-3 for tier web (require-tier-in-every-subregion).",
        check_name: "commitments-are-enforceable",
        fingerprint: "b6d94be11688529f",
        severity: "critical",
        location: { path: "infra/Pulumi.yaml", lines: { begin: 1 } },
      },
    ]);
    expect(existsSync(report)).toBe(true);
  });

  test("a preview's do, whatever its names are, and wherever it is not known", () => {
    repository.previewPrints(
      previewOf(
        { name: "later", ipRange: UNKNOWN, sourcePosition: "project:///net/rules.ts#4,1" },
        { name: "ssh", ipRange: "0.0.0.0/0" },
      ),
    );
    expect(run(preview)).toEqual({ status: 1, stderr: "" });
    expect(JSON.parse(readFileSync(codeQuality, "utf8"))).toEqual([
      {
        description: "later: `ipRange` is not known before deployment.",
        check_name: "no-public-admin-port",
        fingerprint: "afd33f15fef9abd3",
        severity: "info",
        location: { path: "infra/net/rules.ts", lines: { begin: 4 } },
      },
      {
        description: "ssh: Port 22 is open to 0.0.0.0/0.",
        check_name: "no-public-admin-port",
        fingerprint: "68c4d3867cb7577e",
        severity: "blocker",
        location: { path: "infra/Pulumi.yaml", lines: { begin: 1 } },
      },
      {
        description: "shop-dev: 1 verdict is undetermined: no-public-admin-port (1).",
        check_name: "verdicts-are-known",
        fingerprint: "5c616d0f0bc633d1",
        severity: "minor",
        location: { path: "infra/Pulumi.yaml", lines: { begin: 1 } },
      },
    ]);
  });

  test("nothing found fails nothing, and an undetermined verdict does strictly", () => {
    repository.previewPrints(previewOf({ name: "ssh", ipRange: "192.0.2.1/32" }));
    expect(run(preview)).toEqual({ status: 0, stderr: "" });
    expect(readFileSync(codeQuality, "utf8")).toBe("[]\n");

    repository.previewPrints(previewOf({ name: "later", ipRange: UNKNOWN }));
    expect(run(preview).status).toBe(0);
    const strictly = preview.script.map((script) => script.replace(" check ", " check --strict "));
    expect(run({ script: strictly }).status).toBe(3);
    expect(existsSync(codeQuality)).toBe(true);
  });

  test("a preview that failed is not judged, and says why", () => {
    const diagnostics = [{ severity: "error", message: "error: no credentials\n" }];
    repository.previewPrints({ ...previewOf({ name: "ssh", ipRange: "0.0.0.0/0" }), diagnostics });
    expect(run(preview)).toEqual({
      status: 2,
      stderr: "The standard input tells of a preview that failed: no credentials\n",
    });
    expect([report, codeQuality].filter((file) => existsSync(file))).toEqual([]);
  });
});

describe("code-quality.mjs", () => {
  const convertReport = (report: string | object | undefined, ...args: string[]) =>
    convert("gitlab-ci/.gitlab/code-quality.mjs", report, ...args);

  test.each([
    ["critical", "blocker"],
    ["high", "critical"],
    ["medium", "major"],
    ["low", "minor"],
  ])("what is %s is a %s", (severity, expected) => {
    const { status, stdout, stderr } = convertReport(reportOf({ severity, level: "advisory" }));
    expect({ status, stderr, issues: JSON.parse(stdout) as unknown }).toEqual({
      status: 0,
      stderr: "",
      issues: [
        {
          description: "ssh: Port 22 is open.",
          check_name: "no-public-admin-port",
          fingerprint: "f2abd0a7c930fedf",
          severity: expected,
          location: { path: "index.ts", lines: { begin: 9 } },
        },
      ],
    });
  });

  test("what was exempted is left out", () => {
    expect(convertReport(reportOf({ verdict: "exempted" }))).toEqual({ status: 0, stdout: "[]\n", stderr: "" });
  });

  test("an empty report has no issues", () => {
    expect(convertReport(reportOf())).toEqual({ status: 0, stdout: "[]\n", stderr: "" });
  });

  test("a message is kept as it is", () => {
    const { stdout } = convertReport(reportOf({ message: '100%,\r\n"a": b', position: null }), "infra/prod/");
    expect(JSON.parse(stdout)).toEqual([
      expect.objectContaining({
        description: 'ssh: 100%,\r\n"a": b',
        location: { path: "infra/prod/Pulumi.yaml", lines: { begin: 1 } },
      }),
    ]);
  });

  test.each(NOT_THE_REPORT)("refuses %s", (_name, report, stderr) => {
    expect(convertReport(report)).toEqual({ status: 2, stdout: "", stderr });
  });
});
