import { describe, expect, test } from "@jest/globals";
import { makingCallbacks } from "../../src/sources/made-after-deployment";

describe("callbacks that make resources", () => {
  test.each<{ what: string; source: string; callbacks: ReturnType<typeof makingCallbacks> }>([
    {
      what: "one line",
      source: "vm.id.apply((id) => new cloud.Tag(`tag-${id}`));",
      callbacks: [{ first: 1, last: 1, made: ["Tag"] }],
    },
    {
      what: "several lines and classes",
      source: 'pulumi\n  .all([a, b])\n  .apply(([a, b]) => {\n    new Net(f(a));\n    new cloud.Tag(")");\n  });',
      callbacks: [{ first: 3, last: 6, made: ["Net", "Tag"] }],
    },
    {
      what: "values",
      source: "a.apply((x) => new Date(x)); b.apply((x) => { throw new ConfigError(x) });",
      callbacks: [],
    },
    { what: "comments and texts", source: '// a.apply(() => new Net())\n"a.apply(() => new Net())";', callbacks: [] },
    { what: "a call outside", source: "new Net(a.apply((x) => x + 1));", callbacks: [] },
  ])("in $what", ({ source, callbacks }) => {
    expect(makingCallbacks(source)).toEqual(callbacks);
  });
});
