import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { SourcePlaces, type Frame } from "../../src/dryrun/position";

describe("places in the user's own files", () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "places-")));
  const program = join(root, "program");

  beforeAll(() => {
    write("program/package.json", "{}");
    write("program/sdks/cloud/package.json", '{ "pulumi": { "resource": true } }');
    write(
      "program/index.ts",
      [
        'const names = ["a", "b"];',
        "names.map((name) => {",
        '  // new cloud.Disk("in a comment")',
        "  return new cloud.Disk(name);",
        "});",
        "names.map((name) => [new cloud.Net(name), new cloud.Net(name)]);",
        '(async () => { await new cloud.Vm("web", {}); new cloud.Vm(`db`, {}); })();',
        '(() => new cloud.Provider("p", {}))();',
      ].join("\n"),
    );
  });
  afterAll(() => {
    rmSync(root, { recursive: true });
  });

  function write(file: string, text: string): void {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }

  function frame(file: string, line: number, column: number): Frame {
    return { uri: pathToFileURL(join(root, file)).href, line, column };
  }

  const places = new SourcePlaces(program);

  test("are neither a package's nor a generated SDK's", () => {
    expect(
      places.first([
        frame("program/node_modules/@pulumi/pulumi/resource.js", 1, 1),
        frame("program/sdks/cloud/bin/disk.js", 2, 2),
        { uri: "node:internal/main", line: 3, column: 3 },
        frame("program/lib/net.ts", 4, 4),
        frame("program/index.ts", 5, 5),
      ]),
    ).toEqual({ file: "lib/net.ts", line: 4, column: 4 });
  });

  test("are neither where Python and Go keep packages, nor in what a generated SDK brings", () => {
    write("program/sdks/go/outscale/pulumi-plugin.json", '{ "resource": true }');
    write("go/go.mod", "module std\n");
    const foreign = [
      frame("program/venv/lib/python3.11/site-packages/pulumi/resource.py", 1, 0),
      frame("usr/lib/python3.11/asyncio/events.py", 2, 0),
      frame("go/pkg/mod/example.com/sdk@v3.1.0/run.go", 3, 0),
      frame("program/vendor/example.com/sdk/run.go", 4, 0),
      frame("program/sdks/go/outscale/vm.go", 5, 0),
      frame("go/src/runtime/proc.go", 6, 0),
    ];
    expect(places.first(foreign)).toBeUndefined();
    expect(places.first([...foreign, frame("program/main.go", 7, 0)])).toEqual({ file: "main.go", line: 7, column: 1 });
  });

  test("are in the program's folder when any is", () => {
    const shared = frame("shared/net.ts", 1, 1);
    expect(places.first([shared, frame("program/index.ts", 5, 5)])).toEqual({ file: "index.ts", line: 5, column: 5 });
    expect(places.first([shared])).toEqual({ file: "../shared/net.ts", line: 1, column: 1 });
    expect(places.first([])).toBeUndefined();
    expect(places.lines([shared, undefined, frame("program/index.ts", 5, 5)])).toEqual([
      "../shared/net.ts:1",
      "index.ts:5",
    ]);
  });

  test("of a function without a name are where the one matching `new` is", () => {
    const known = new SourcePlaces(program, { sources: ["index.ts"] });
    const map = [undefined, undefined, frame("program/index.ts", 2, 7)];
    expect(known.ofResource(map, "cloud:index/disk:Disk", "a")).toEqual({ file: "index.ts", line: 4, column: 10 });
    expect(known.ofResource([undefined], "cloud:index/disk:Disk", "a")).toEqual({
      file: "index.ts",
      line: 4,
      column: 10,
    });
    expect(known.ofResource([undefined], "pulumi:providers:cloud", "p")).toEqual({
      file: "index.ts",
      line: 8,
      column: 8,
    });
    expect(known.ofResource([undefined], "cloud:index/vm:Vm", "web")).toEqual({
      file: "index.ts",
      line: 7,
      column: 22,
    });
    expect(known.ofResource([undefined], "cloud:index/vm:Vm", "db")).toEqual({ file: "index.ts", line: 7, column: 47 });
  });

  test("of a function without a name are its call's when several match, or none", () => {
    const known = new SourcePlaces(program, { sources: ["index.ts"] });
    const call = { file: "index.ts", line: 6, column: 7 };
    const map = [undefined, frame("program/index.ts", 6, 7)];
    expect(known.ofResource(map, "cloud:index/net:Net", "a")).toEqual(call);
    expect(known.ofResource(map, "cloud:index/vm:Vm", "other")).toEqual(call);
    expect(known.ofResource([undefined], "cloud:index/net:Net", "a")).toBeUndefined();
    expect(known.ofResource([frame("program/index.ts", 2, 7)], "cloud:index/disk:Disk", "a")).toEqual({
      file: "index.ts",
      line: 2,
      column: 7,
    });
  });

  test("are read from a stack trace's text", () => {
    const trace = [
      "Error: at home (it is)",
      "    at read (node:fs:1:1)",
      `    at helper (${join(program, "node_modules/x/index.js")}:1:1)`,
      `    at async ${join(program, "index.ts")}:3:9`,
      `    at main (${join(program, "lib.ts")}:4:1)`,
    ].join("\n");
    expect(places.inStack(trace)).toEqual({ file: "index.ts", line: 3, column: 9 });
    expect(places.inStack(`    at ${pathToFileURL(join(program, "index.mjs")).href}:3:9`)).toEqual({
      file: "index.mjs",
      line: 3,
      column: 9,
    });
    expect(places.inStack("Error: none")).toBeUndefined();
  });

  test("of the compiler are relative to the folder it runs in", () => {
    const inside = new SourcePlaces(program, { workingFolder: join(program, "src") });
    expect(inside.positionIn("index.ts", 1, 2)).toEqual({ file: "src/index.ts", line: 1, column: 2 });
    expect(inside.withoutFolder(`no ${join(program, "zones.json")} here`)).toBe("no zones.json here");
  });
});
