import { afterAll, expect, test } from "@jest/globals";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readProject } from "../../src/sources/project";
import { listSourceFiles } from "../../src/sources/source-files";

const root = realpathSync(mkdtempSync(join(tmpdir(), "sources-")));
afterAll(() => {
  rmSync(root, { recursive: true });
});

interface Example {
  readonly runtime: string;
  readonly files: Readonly<Record<string, string>>;
  readonly found: readonly string[];
}

test.each<Example>([
  {
    runtime: "nodejs",
    files: {
      "index.ts": 'import { a } from "./lib";\nimport "pulumi";',
      "lib/index.ts": 'require("../b.js")',
      "b.ts": "",
      "c.ts": "",
    },
    found: ["b.ts", "index.ts", "lib/index.ts"],
  },
  {
    runtime: "python",
    files: {
      "__main__.py": "import pulumi, net.work as w\nfrom zones import (\n    a,\n    b,\n)\n",
      "net/__init__.py": "from . import vm\nfrom ..zones import x\n",
      "net/work.py": "",
      "net/vm.py": "from .disk import Disk\n",
      "net/disk.py": "",
      "zones.py": "",
      "unused.py": "",
      "pulumi/setup.cfg": "",
    },
    found: ["__main__.py", "net/__init__.py", "net/disk.py", "net/vm.py", "net/work.py", "zones.py"],
  },
  {
    runtime: "go",
    files: {
      "go.mod": "module example.com/shop\n",
      "main.go": 'package main\n\nimport (\n\t"fmt"\n\t"example.com/shop/network"\n)\n',
      "zones.go": "package main\n",
      "zones_test.go": "package main\n",
      "network/network.go": 'package network\n\nimport "example.com/shop/internal/disk"\n',
      "internal/disk/disk.go": "package disk\n",
      "unused/unused.go": "package unused\n",
    },
    found: ["internal/disk/disk.go", "main.go", "network/network.go", "zones.go"],
  },
])("the files of a $runtime program are its entry and what that imports", ({ runtime, files, found }) => {
  const folder = join(root, runtime);
  for (const [file, text] of Object.entries({ "Pulumi.yaml": `name: shop\nruntime: ${runtime}\n`, ...files })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  expect(listSourceFiles(readProject(folder))).toEqual(found);
});
