import { describe, expect, test } from "@jest/globals";
import { findMakingCallbacks, type MakingCallback } from "../../src/dryrun";

interface Example {
  readonly what: string;
  readonly source: string;
  readonly callbacks: readonly MakingCallback[];
}

describe("callbacks that make resources in TypeScript", () => {
  test.each<Example>([
    {
      what: "one line",
      source: "vm.id.apply((id) => new cloud.Tag(`tag-${id}`));",
      callbacks: [{ line: 1, first: 1, last: 1, made: ["Tag"] }],
    },
    {
      what: "several lines and classes",
      source: 'pulumi\n  .all([a, b])\n  .apply(([a, b]) => {\n    new Net(f(a));\n    new cloud.Tag(")");\n  });',
      callbacks: [{ line: 3, first: 3, last: 6, made: ["Net", "Tag"] }],
    },
    {
      what: "a function of its own",
      source: "function tag(id) {\n  new cloud.Tag(id);\n}\nvm.id.apply(tag);\nvm.id.apply((id) => tag(id));",
      callbacks: [
        // Called elsewhere too: that its lines ran does not tell that this call did.
        { line: 4, first: 4, last: 4, made: ["Tag"] },
        { line: 5, first: 5, last: 5, made: ["Tag"] },
      ],
    },
    {
      what: "values",
      source: "a.apply((x) => new Date(x)); b.apply((x) => { throw new ConfigError(x) });",
      callbacks: [],
    },
    { what: "comments and texts", source: '// a.apply(() => new Net())\n"a.apply(() => new Net())";', callbacks: [] },
    { what: "a call outside", source: "new Net(a.apply((x) => x + 1));", callbacks: [] },
  ])("in $what", ({ source, callbacks }) => {
    expect(findMakingCallbacks(source, "nodejs")).toEqual(callbacks);
  });
});

describe("callbacks that are functions of another file make what these make, however these are written:", () => {
  test.each([
    ["a function", "export function make() { return new cloud.Tag(); }"],
    ["a function expression", "exports.make = function () { return new cloud.Tag(); };"],
    ["an arrow function", "export const make = (id: string): Tag => new cloud.Tag(id);"],
    ["an arrow function with a body", "export const make = async (id) => {\n  new cloud.Tag(id);\n};"],
    ["a method", "class Maker {\n  make(id: string): void {\n    new cloud.Tag(id);\n  }\n}"],
    ["a function that calls another", "exports.make = () => build(); function build() { new cloud.Tag(); }"],
  ])("%s", (_name, other) => {
    const made = [{ line: 1, first: 1, last: 1, made: ["Tag"] }];
    for (const source of [
      "vm.id.apply(lib.make);",
      "vm.id.apply(lib.make.bind(lib));",
      "vm.id.apply((id) => lib.make(id));",
    ]) {
      expect(findMakingCallbacks(source, "nodejs", [other])).toEqual(made);
    }
  });

  test("and none that make nothing", () => {
    const other = "exports.make = (id) => id.trim(); exports.other = () => new cloud.Tag();";
    expect(findMakingCallbacks("vm.id.apply(lib.make);", "nodejs", [other])).toEqual([]);
  });
});

describe("callbacks that make resources in Python", () => {
  test.each<Example>([
    {
      what: "a lambda",
      source: 'vm.id.apply(\n    lambda id: cloud.Tag("late", resource_ids=[id])\n)',
      callbacks: [{ line: 1, first: 1, last: 3, made: ["Tag"] }],
    },
    {
      what: "a function of its own, which calls another",
      source: [
        "def tag(id: str) -> None:",
        "    cloud.Tag(id)",
        "",
        "class Net:",
        "    def later(",
        "        self,",
        "        id,",
        "    ):",
        "        tag(id)",
        "        return Path(id)",
        "",
        "    def make(self, vm):",
        "        vm.id.apply(self.later)",
      ].join("\n"),
      callbacks: [{ line: 13, first: 5, last: 10, made: ["Tag"] }],
    },
    {
      what: "values",
      source:
        "a.apply(lambda x: cloud.TagArgs(key=x)); b.apply(lambda x: pulumi.ResourceOptions()); c.apply(ValueError)",
      callbacks: [],
    },
    {
      what: "comments and texts",
      source: '# a.apply(lambda x: Net())\n"""\na.apply(lambda x: Net())\n"""\nA_CONSTANT.apply(lambda x: x)',
      callbacks: [],
    },
    { what: "a call outside", source: "Net(a.apply(lambda x: x + 1))", callbacks: [] },
  ])("in $what", ({ source, callbacks }) => {
    expect(findMakingCallbacks(source, "python")).toEqual(callbacks);
  });
});

describe("callbacks that make resources in Go", () => {
  test.each<Example>([
    {
      what: "a closure",
      source:
        'vm.VmId.ApplyT(func(id string) error {\n\t_, err := cloud.NewTag(ctx, "late", &cloud.TagArgs{})\n\treturn err\n})',
      callbacks: [{ line: 1, first: 1, last: 4, made: ["Tag"] }],
    },
    {
      what: "a function of its own",
      source:
        "func (p *program) tag(id string) error {\n\t_, err := cloud.NewTag(p.ctx, id)\n\treturn err\n}\n\nfunc net(id string) error {\n\t_, err := cloud.NewNet(ctx, id)\n\treturn err\n}\n\nfunc main() {\n\tvm.VmId.ApplyT(net)\n}",
      callbacks: [{ line: 12, first: 6, last: 9, made: ["Net"] }],
    },
    {
      what: "values",
      source:
        "a.ApplyT(func(x string) error { return errors.New(x) }); b.ApplyT(func(x string) io.Reader { return strings.NewReader(x) })",
      callbacks: [],
    },
    {
      what: "comments and texts",
      source: "// a.ApplyT(func() { NewNet(ctx, x) })\n`a.ApplyT(NewNet(ctx, x))`",
      callbacks: [],
    },
  ])("in $what", ({ source, callbacks }) => {
    expect(findMakingCallbacks(source, "go")).toEqual(callbacks);
  });
});
