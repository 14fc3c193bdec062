import { afterAll, describe, expect, test } from "@jest/globals";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { files, name as packageName } from "../../package.json";
import { convert, NOT_THE_REPORT, reportOf } from "./converter";
import { previewOf, UNKNOWN } from "./previews";
import { PROGRAM, Repository } from "./repository";

const folder = join(__dirname, "..", "..", "examples", "github-actions");

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly on: string;
  readonly permissions: object;
  readonly jobs: Readonly<
    Record<"preview" | "program", { readonly defaults: object; readonly steps: readonly Step[] }>
  >;
}

const text = readFileSync(join(folder, ".github", "workflows", "policy.yml"), "utf8");
const workflow = parse(text) as Workflow;
const { preview, program } = workflow.jobs;
const scripts = [preview, program].flatMap(({ steps }) => steps).flatMap(({ run }) => run ?? []);

describe("the workflow", () => {
  test("may read the repository and nothing else", () => {
    expect(workflow.on).toBe("pull_request");
    expect(workflow.permissions).toEqual({ contents: "read" });
    expect(text.match(/permissions/g)).toHaveLength(1);
  });

  test("pins every action by its major version", () => {
    expect(preview.steps.flatMap(({ uses }) => uses ?? [])).toEqual([
      "actions/checkout@v4",
      "actions/setup-node@v4",
      "pulumi/actions@v6",
      "actions/upload-artifact@v4",
    ]);
    expect(program.steps.flatMap(({ uses }) => uses ?? [])).toEqual([
      "actions/checkout@v4",
      "actions/setup-node@v4",
      "actions/upload-artifact@v4",
    ]);
  });

  test("fails with any command of a pipe", () => {
    for (const { defaults } of [preview, program]) expect(defaults).toMatchObject({ run: { shell: "bash" } });
  });

  test("shows secrets to Pulumi alone, and puts nothing from outside into a script", () => {
    const secrets = ["PULUMI_ACCESS_TOKEN", "OSC_ACCESS_KEY", "OSC_SECRET_KEY"];
    for (const { run, env } of [...preview.steps, ...program.steps]) {
      expect(Object.keys(env ?? {})).toEqual(run?.includes("pulumi preview") === true ? secrets : []);
    }
    expect(text.match(/secrets\./g)).toHaveLength(2 * secrets.length);
    expect(scripts.filter((script) => script.includes("${{"))).toEqual([]);
  });

  test("names scripts and a pack that exist", () => {
    const called = scripts.flatMap((script) => [...script.matchAll(/\$GITHUB_WORKSPACE\/(\S+)"/g)]);
    expect(called.map(([, path]) => path)).toEqual([".github/annotate.mjs", ".github/annotate.mjs"]);
    for (const [, path = ""] of called) expect(existsSync(join(folder, path))).toBe(true);

    const packs = scripts.flatMap((script) => [...script.matchAll(/--policy-pack (\S+)/g)]).map(([, path]) => path);
    expect(packs).toEqual([`node_modules/${packageName}`]);
    expect(files).toContain("PulumiPolicy.yaml");
  });
});

describe("in a repository", () => {
  const repository = new Repository("github-actions");
  const report = join(repository.path, PROGRAM, "report.json");
  afterAll(() => {
    repository.remove();
  });

  function run(script: string) {
    rmSync(report, { force: true });
    const variables = { GITHUB_WORKSPACE: repository.path, PROGRAM, STACK: "dev" };
    const { status, stdout, stderr } = repository.run(PROGRAM, script, variables);
    return { status, stdout, stderr };
  }

  const [judgesProgram = ""] = program.steps.flatMap(({ run }) => (run?.includes("check") === true ? [run] : []));
  const [judgesPreview = ""] = preview.steps.flatMap(({ run }) => (run?.includes("check") === true ? [run] : []));
  const [previewsWithPack = ""] = preview.steps.flatMap(({ run }) => (run?.includes("-pack") === true ? [run] : []));

  test("a program's findings stand at their lines, and fail the run", () => {
    expect(run(judgesProgram)).toEqual({
      status: 1,
      stdout:
        "::warning file=infra/index.ts,line=23,col=3,title=require-explicit-host-action%3A web-a::Nothing says what becomes of the VM when its host fails.%0AWrite `shutdownBehaviorConfiguration.hostAction`: `restart`, or `stop` where the VM must not come back by itself, such as a replica of a database.\n" +
        "::warning file=infra/index.ts,line=23,col=3,title=require-explicit-host-action%3A web-b::Nothing says what becomes of the VM when its host fails.%0AWrite `shutdownBehaviorConfiguration.hostAction`: `restart`, or `stop` where the VM must not come back by itself, such as a replica of a database.\n" +
        "::warning file=infra/index.ts,line=3,col=13,title=require-subnets-in-every-subregion%3A net/web::The Net has no Subnet for this role in cloudgouv-eu-west-1c, only web-a and web-b.%0AMake a Subnet of each role in each Subregion with `subregionName`, and tag those of one role with the same `tier`.\n" +
        "::error file=infra/index.ts,line=23,col=3,title=require-tier-in-every-subregion%3A web::This tier has no VM in cloudgouv-eu-west-1c. It consists of web-a and web-b (grouped by their tag).%0ARun an equivalent VM of the tier in each Subregion; declare tiers with the tag `tier`. What may be missing from one says so: `availability: best-effort`, `lifecycle: ephemeral` or `quorum: witness` in the tags of its VMs, its tier in `pack-settings.standaloneTiers`, or in `pack-settings.singletons` with the reason.\n" +
        "::error file=infra/index.ts,line=6,col=1,title=no-public-admin-port%3A web-ssh::Port 22 is open to 0.0.0.0/0.%0ASet `ipRange` to the address of your bastion or to the range of your VPN, or name the bastion's security group in `securityGroupsMembers`.\n" +
        "::warning title=commitments-are-enforceable%3A minimal-dev::Forfeited: SLA4.firewall and SLA10.sev1-3 for tier web (require-tier-in-every-subregion).%0AMend what the report of `check` names for each of them; `explain <clause>` says what a commitment asks for.\n",
      stderr: "",
    });
    expect(existsSync(report)).toBe(true);
  });

  test("a preview's do, whatever its names are, and wherever it is not known", () => {
    repository.previewPrints(
      previewOf(
        { name: "later", ipRange: UNKNOWN, sourcePosition: "project:///net/rules.ts#4,1" },
        { name: "ssh", ipRange: "0.0.0.0/0" },
        { name: "web: 100%, all", ipRange: "0.0.0.0/0", sourcePosition: "project:///rules.ts#9,1" },
      ),
    );
    expect(run(judgesPreview)).toEqual({
      status: 1,
      stdout:
        "::notice file=infra/net/rules.ts,line=4,col=1,title=no-public-admin-port%3A later::`ipRange` is not known before deployment.%0AWrite the value in the program as a literal or a reference, or check again once it is deployed.\n" +
        "::error title=no-public-admin-port%3A ssh::Port 22 is open to 0.0.0.0/0.%0ASet `ipRange` to the address of your bastion or to the range of your VPN, or name the bastion's security group in `securityGroupsMembers`.\n" +
        "::error file=infra/rules.ts,line=9,col=1,title=no-public-admin-port%3A web%3A 100%25%2C all::Port 22 is open to 0.0.0.0/0.%0ASet `ipRange` to the address of your bastion or to the range of your VPN, or name the bastion's security group in `securityGroupsMembers`.\n" +
        "::warning title=verdicts-are-known%3A shop-dev::1 verdict is undetermined: no-public-admin-port (1).%0ADo what each undetermined verdict asks for: a tag, a value written as a literal or a reference, another stack given with it; or check the stack once it is deployed.\n",
      stderr: "",
    });
  });

  test("nothing found fails nothing, and an undetermined verdict does strictly", () => {
    repository.previewPrints(previewOf({ name: "ssh", ipRange: "192.0.2.1/32" }));
    expect(run(judgesPreview)).toEqual({ status: 0, stdout: "", stderr: "" });

    repository.previewPrints(previewOf({ name: "later", ipRange: UNKNOWN }));
    expect(run(judgesPreview).status).toBe(0);
    const strictly = run(judgesPreview.replace(" check ", " check --strict "));
    expect(strictly.status).toBe(3);
    expect(strictly.stdout).toContain("::notice title=no-public-admin-port%3A later::");
  });

  test("a preview that failed is not judged, and says why", () => {
    const diagnostics = [{ severity: "error", message: "error: no credentials\n" }];
    repository.previewPrints({ ...previewOf({ name: "ssh", ipRange: "0.0.0.0/0" }), diagnostics });
    expect(run(judgesPreview)).toEqual({
      status: 2,
      stdout: "",
      stderr: "The standard input tells of a preview that failed: no credentials\n",
    });
    expect(existsSync(report)).toBe(false);
  });

  test("Pulumi finds the pack where it is installed", () => {
    expect(run(previewsWithPack)).toMatchObject({ status: 0, stderr: "" });
  });

  test("a program that throws is not judged, and says why", () => {
    const file = join(repository.path, PROGRAM, "index.ts");
    const before = readFileSync(file);
    writeFileSync(file, 'throw new Error("no Net");\n');
    const { status, stdout, stderr } = run(judgesProgram);
    writeFileSync(file, before);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^[^\n]*no Net[^\n]*\n$/);
  });
});

describe("annotate.mjs", () => {
  const annotate = (report: string | object | undefined, ...args: string[]) =>
    convert("github-actions/.github/annotate.mjs", report, ...args);

  test.each([
    ["a mandatory violation is an error", { level: "mandatory" }, "error"],
    ["one that Pulumi would remedy is, too", { level: "remediate" }, "error"],
    ["an advisory one is a warning", { level: "advisory" }, "warning"],
    ["an undetermined verdict is a notice", { verdict: "undetermined", level: "mandatory" }, "notice"],
  ])("%s", (_name, finding, command) => {
    expect(annotate(reportOf(finding))).toEqual({
      status: 0,
      stdout: `::${command} file=index.ts,line=9,col=1,title=no-public-admin-port%3A ssh::Port 22 is open.%0AClose it.\n`,
      stderr: "",
    });
  });

  test("what was exempted has none", () => {
    expect(annotate(reportOf({ verdict: "exempted" }))).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  test("what a line of the runner's must not hold is escaped, once", () => {
    const position = { file: "a, b: 5%.ts", line: 1, column: 2 };
    const report = reportOf({ message: "100%:\r\n::error::x, %0A", fix: "Fix.", position, subject: { name: "a\nb" } });
    expect(annotate(report, "infra/prod/").stdout).toBe(
      "::error file=infra/prod/a%2C b%3A 5%25.ts,line=1,col=2,title=no-public-admin-port%3A a%0Ab::100%25:%0D%0A::error::x, %250A%0AFix.\n",
    );
  });

  test("an empty report has no annotations", () => {
    expect(annotate(reportOf())).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  test.each(NOT_THE_REPORT)("refuses %s", (_name, report, stderr) => {
    expect(annotate(report)).toEqual({ status: 2, stdout: "", stderr });
  });
});
