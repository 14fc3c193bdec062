import { describe, expect, test } from "@jest/globals";
import type { Origin } from "../../src/dryrun/node-imports";
import { ProgramCode } from "../../src/dryrun/program-code";

const ORIGINS: Readonly<Record<string, Origin>> = {
  "@pulumi/pulumi": "pulumi",
  "@pulumi/outscale": "provider",
  yaml: "harmless",
  "node:path": "harmless",
  crypto: "harmless",
};

const HEAD = [
  'import * as crypto from "crypto";',
  'import { basename, resolve } from "node:path";',
  'import * as pulumi from "@pulumi/pulumi";',
  'import * as outscale from "@pulumi/outscale";',
  'import { Vm } from "@pulumi/outscale";',
  'import yaml, { stringify } from "yaml";',
  'const events = require("events");',
].join("\n");

function unresolved(callback: string, program = ""): string[] {
  const code = new ProgramCode([`${HEAD}\n${program}`], (specifier) => ORIGINS[specifier] ?? "own");
  return code.unresolvedCalls({ name: "", text: callback });
}

describe("a callback that only computes values makes no resource:", () => {
  test.each([
    ["nothing at all", "(id) => id"],
    ["texts", '(id) => `a-${id.split(",").map((each) => each.trim()).join("-")}`'],
    ["a text that looks like a call", '(id) => "make(id)" + id.replace(/"|make\\(/g, "") // make(id)'],
    ["JSON", "(value) => JSON.parse(JSON.stringify(value, null, 2))"],
    ["lists", "(ids) => [...ids].filter(Boolean).sort().map(Number).reduce((sum, each) => sum + each, 0)"],
    ["a list made of another", "(ids) => Array.from(ids, (id) => id.length)"],
    ["objects", "({ a, b: [c] }) => Object.fromEntries(Object.entries({ a, c }).map(([k, v]) => [k, v?.at?.(0)]))"],
    [
      "statements",
      "function (id) { if (!id) { throw new Error(`no ${id}`); } for (const each of [id]) return (each); }",
    ],
    ["bytes and dates", '(id) => Buffer.from(id).toString("base64") + new Date(0).toISOString()'],
    ["an address", "(url) => new URL(url).searchParams.get(`x`)"],
    ["a hash", '(id) => crypto.createHash("sha256").update(id).digest("hex")'],
    [
      "a hash with a name",
      '(id) => { const hash = crypto.createHash("sha1"); hash.update(id); return hash.digest("hex"); }',
    ],
    ["a path", "(id) => basename(resolve(id))"],
    ["a package", "(value) => stringify(value) + yaml.parse(value).toJSON()"],
    ["what is compiled", "(value) => (0, yaml_1.stringify)(value) + yaml_1.default.parse(value) + __rest(value, [])"],
    ["Pulumi's own", "(id) => pulumi.interpolate`a ${pulumi.secret(id)} ${pulumi.output(id).apply((each) => each)}`"],
    ["a data source", "(id) => outscale.getVm({ filters: [id] }).then(({ vmId }) => vmId)"],
    ["what is printed", "(id) => { console.log(id); pulumi.log.info(id); }"],
    ["a function called at once", "(id) => (() => id)()"],
    ["what waits", "async (id) => { await Promise.all([id].map(async (each) => each)); return id; }"],
    ["a function of its own", "(id) => { const twice = (x) => x + x; return twice(id); }"],
  ])("%s", (_what, callback) => {
    expect(unresolved(callback)).toEqual([]);
  });

  test.each([
    ["a function", "(id) => nameOf(id)", "function nameOf<T>(id: T): { id: T } { return { id: String(id) }; }"],
    [
      "an arrow function",
      "(id) => nameOf(id)",
      "const nameOf: (id: string) => string = (id, n = f(1)) => id.slice(n);",
    ],
    [
      "one that is passed on",
      "(ids) => ids.map(nameOf)",
      "const nameOf = (id: string) =>\n  id\n    .trim()\n    .slice(1);",
    ],
    ["one that makes the callback", "(ids) => ids.filter(not(1))", "const not = (x) => (y) => x !== y;"],
    ["one that calls itself", "(id) => nameOf(id)", "const nameOf = (id) => (id ? nameOf(id.slice(1)) : id);"],
    ["a method", "(id) => this.nameOf(id)", "class Names { nameOf(id: string): string { return id.trim(); } }"],
    [
      "a class",
      "(id) => new Name(id)",
      "class Name { constructor(readonly id: string) {} twice() { return this.id; } }",
    ],
    ["an accessor", "(h) => h.size", "class Names { get size() { return 1; } }"],
    [
      "a name that others have too",
      "(h) => h.values()",
      'new outscale.Vm("a", { values: zones }); const zones = ["a"];',
    ],
  ])("%s of the program's", (_what, callback, program) => {
    expect(unresolved(callback, program)).toEqual([]);
  });

  test.each(["stringify", "String", "from", "encodeURIComponent", "log"])("JavaScript's own %s", (name) => {
    const code = new ProgramCode([], () => "own");
    expect(code.unresolvedCalls({ name, text: `function ${name}() { [native code] }` })).toEqual([]);
  });
});

describe("a callback that calls what nothing tells of may make a resource:", () => {
  const makes = 'const mk = (p) => new outscale.SecurityGroupRule("ssh-" + p, {});';
  test.each([
    ["a resource", '() => new outscale.Vm("a")', "", ["Vm"]],
    ["a resource in a template", '() => `${new Vm("a").vmId}`', "", ["Vm"]],
    ["a computed class", '() => { new outscale["Vm"]("a"); }', "", ["()", ""]],
    ["a resource that is read", '() => Vm.get("a", "b")', "", ["get"]],
    ["one that is passed on", "() => [22].forEach(mk)", makes, ["SecurityGroupRule"]],
    [
      "one with another name",
      "() => { const other = mk; other(); }",
      `${makes} const other = mk;`,
      ["SecurityGroupRule"],
    ],
    [
      "a function of several lines",
      "() => all()",
      "const all = () =>\n  [1].map(\n    (p) => new outscale.Vm(p),\n  );",
      ["Vm"],
    ],
    ["behind another of its name", "() => mk()", `class A { mk() { return 1; } }\n${makes}`, ["SecurityGroupRule"]],
    [
      "a class",
      "() => new Maker()",
      'class Maker extends Base {} class Base { constructor() { new Vm("a"); } }',
      ["Vm"],
    ],
    ["a file", '() => require("./lib")', "", ["require"]],
    ["a file that is imported", '() => import("./lib")', "", ["import"]],
    ["a table", '() => table["ssh"]()', "", ["()"]],
    ["a table's values", "() => { for (const f of table) f(); }", "", ["f"]],
    ["functions in a list", "() => table.forEach((f) => f())", "const f = () => 1;", ["f"]],
    ["a map", '() => map.get("a")()', "", ["()"]],
    ["a map that is passed on", '() => [1].forEach(map.get("a"))', "", ["forEach"]],
    ["a getter", "() => h.m", 'const h = { get m() { return new Vm("a"); } };', ["Vm"]],
    ["an emitter", '() => emitter.emit("x")', "", ["emit"]],
    ["reflection", '() => Reflect.construct(outscale.Vm, ["a"])', "", ["construct"]],
    ["a text", '() => eval("x")', "", ["eval"]],
    ["a text that becomes a function", '() => Function("x")(1)', "", ["()", "Function"]],
    ["another call", "() => mk.call(null, 1)", "", ["call"]],
    ["a tag", "() => tag`x`", "", ["tag"]],
    ["an argument", "(id) => given(id)", "", ["given"]],
    ["what is certainly there", "(id) => given!(id)", "", ["given"]],
    ["what may be there", "(id) => given?.(id)", "", ["given"]],
    ["an unknown method", "(h) => h.deploy()", "", ["deploy"]],
    ["what a package that runs others has", '() => events.once("x")', "", ["once"]],
  ])("%s", (_what, callback, program, calls) => {
    expect(unresolved(callback, program)).toEqual(calls);
  });

  test("a function that is bound", () => {
    const code = new ProgramCode(["function mk() { new Vm(); }"], () => "own");
    expect(code.unresolvedCalls({ name: "bound mk", text: "function () { [native code] }" })).toEqual(["Vm"]);
  });
});

describe("a callback settles a promise", () => {
  const code = new ProgramCode(
    [
      "new Promise<string>((go) => id.apply((value) => go(value)));",
      "new Promise(function (resolve, reject) { id.apply(reject); });",
    ],
    () => "own",
  );

  test.each([
    ["that resolves it", "", "function () { [native code] }"],
    ["that is bound", "bound ", "function () { [native code] }"],
    ["that calls what resolves it", "", "(value) => go(value)"],
    ["that calls what rejects it", "", "(value) => { if (!value) reject(new Error(value)); }"],
  ])("%s", (_what, name, text) => {
    expect(code.settles({ name, text })).toBe(true);
  });

  test.each([
    ["that is JavaScript's", "stringify", "function stringify() { [native code] }"],
    ["that computes a value", "", "(value) => value.trim()"],
  ])("and none %s", (_what, name, text) => {
    expect(code.settles({ name, text })).toBe(false);
  });
});
