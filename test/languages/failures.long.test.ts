import { describe, expect, test } from "@jest/globals";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { hasEngine } from "../engine/environment";
import { ProgramFolder, type Language } from "./program-folder";

interface Failure {
  readonly what: string;
  readonly language: Language;
  readonly files: Readonly<Record<string, string>>;
  readonly kind: string;
  readonly en: string;
  readonly place?: string;
}

const GO_MODULE = {
  "go.mod": readFileSync(join(__dirname, "programs", "go", "go.mod"), "utf8"),
  "go.sum": readFileSync(join(__dirname, "programs", "go", "go.sum"), "utf8"),
};

/** A Go program whose body is given, from line 11 on. */
function goProgram(...body: readonly string[]): Record<string, string> {
  const imports = ["errors", "fmt", "github.com/pulumi/pulumi/sdk/v3/go/pulumi"].map((path) => `\t"${path}"`);
  const head = ["package main", "", "import (", ...imports, ")", "", "var _, _ = errors.New, fmt.Errorf", ""];
  const lines = [...head, "func program(ctx *pulumi.Context) error {", ...body, "\treturn nil", "}", ""];
  return { ...GO_MODULE, "main.go": [...lines, "func main() { pulumi.Run(program) }", ""].join("\n") };
}

const FAILURES: readonly Failure[] = [
  {
    what: "an exception in a module of its own",
    language: "python",
    files: { "__main__.py": "import lib\n\nlib.work({})\n", "lib.py": 'def work(d):\n    return d["zones"]\n' },
    kind: "threw",
    en: "lib.py:2: the program stopped: KeyError: 'zones'.",
    place: "lib.py:2",
  },
  {
    what: "an exception in a callback",
    language: "python",
    files: {
      "__main__.py":
        'import pulumi\n\n\ndef bad(x):\n    raise ValueError(f"no {x}")\n\n\npulumi.Output.from_input(1).apply(bad)\n',
    },
    kind: "threw",
    en: "__main__.py:5: the program stopped: ValueError: no 1.",
    place: "__main__.py:5",
  },
  {
    what: "a setting that is not there",
    language: "python",
    files: { "__main__.py": 'import pulumi\npulumi.Config().require("absent")\n' },
    kind: "threw",
    en: "__main__.py:2: the program stopped: Missing required configuration variable 'p:absent'.",
    place: "__main__.py:2",
  },
  {
    what: "its syntax",
    language: "python",
    files: { "__main__.py": "import lib\n", "lib.py": "x = (1,\ny = 2\n" },
    kind: "syntax",
    en: "lib.py:1: the program does not compile: '(' was never closed.",
    place: "lib.py:1",
  },
  {
    what: "a module that is not installed",
    language: "python",
    files: { "__main__.py": "import pulumi\nimport absent.thing\n" },
    kind: "missing dependency",
    en: "__main__.py:2: `absent` is not found; run `python -m venv venv && venv/bin/pip install -r requirements.txt` in the program's folder, or check the name.",
    place: "__main__.py:2",
  },
  {
    what: "nothing to run",
    language: "python",
    files: {},
    kind: "not a program",
    en: "The program has nothing to run: no `__main__.py`, and no `main` in `Pulumi.yaml` that exists.",
  },
  {
    what: "a property that the provider does not have",
    language: "python",
    files: { "__main__.py": 'import pulumi_outscale as o\no.Net("a", ip_rnge="10.0.0.0/16")\n' },
    kind: "threw",
    en: "__main__.py:2: the program stopped: TypeError: Net._internal_init() got an unexpected keyword argument 'ip_rnge'.",
    place: "__main__.py:2",
  },
  {
    what: "a program that does not end",
    language: "python",
    files: { "__main__.py": 'import time\nprint("waiting")\ntime.sleep(600)\n' },
    kind: "timed out",
    en: "The program had not ended after 5 seconds and was stopped; `--timeout` gives it longer.",
  },
  {
    what: "a panic",
    language: "go",
    files: goProgram("\tvar zones []string", "\t_ = zones[0]"),
    kind: "threw",
    en: "main.go:13: the program stopped: runtime error: index out of range [0] with length 0.",
    place: "main.go:13",
  },
  {
    what: "an error that is returned, where its words are",
    language: "go",
    files: goProgram("\tif true {", '\t\treturn fmt.Errorf("no zone in %s: %w", "here", errors.New("x"))', "\t}"),
    kind: "threw",
    en: "main.go:13: the program stopped: no zone in here: x.",
    place: "main.go:13",
  },
  {
    what: "an error of a callback",
    language: "go",
    files: goProgram(
      '\tctx.Export("x", pulumi.String("a").ToStringOutput().ApplyT(func(a string) (string, error) {',
      '\t\treturn "", errors.New("a bad value")',
      "\t}))",
    ),
    kind: "threw",
    en: "main.go:13: the program stopped: a bad value.",
    place: "main.go:13",
  },
  {
    what: "what does not compile",
    language: "go",
    files: goProgram("\tundefined()"),
    kind: "syntax",
    en: "main.go:12: the program does not compile: undefined: undefined.",
    place: "main.go:12",
  },
  {
    what: "a package that is not in its module",
    language: "go",
    files: { ...GO_MODULE, "main.go": 'package main\n\nimport _ "example.com/absent"\n\nfunc main() {}\n' },
    kind: "missing dependency",
    en: "main.go:3: `example.com/absent` is not found; run `go mod tidy` in the program's folder, or check the name.",
    place: "main.go:3",
  },
  {
    what: "no package main",
    language: "go",
    files: { ...GO_MODULE, "main.go": "package other\n" },
    kind: "not a program",
    en: "The program has nothing to run: its folder holds no `package main`.",
  },
  {
    what: "a program that does not end",
    language: "go",
    files: { ...GO_MODULE, "main.go": 'package main\n\nimport "time"\n\nfunc main() { time.Sleep(time.Hour) }\n' },
    kind: "timed out",
    en: "The program had not ended after 5 seconds and was stopped; `--timeout` gives it longer.",
  },
];

(hasEngine() ? describe : describe.skip)("a program fails in one line", () => {
  test.each(FAILURES)("in $language, of $what", async ({ language, files, kind, en, place }) => {
    const folder = ProgramFolder.written("failing", language, files);
    const error = await folder.error({ timeoutSeconds: 5 });
    const { position } = error.details;
    expect({
      kind: error.kind,
      en: error.text.en,
      place: position && `${position.file}:${String(position.line)}`,
    }).toEqual({ kind, en, place });
  });

  test("in Python, of an environment that is not there", async () => {
    const folder = ProgramFolder.written("failing", "python", {
      "Pulumi.yaml": "name: p\nruntime: { name: python, options: { virtualenv: absent } }\n",
      "__main__.py": "",
    });
    const { kind, text } = await folder.error();
    expect({ kind, text }).toEqual({
      kind: "missing dependency",
      text: {
        en: "Pulumi.yaml names the virtual environment `absent`, which is not there; run `python -m venv absent && absent/bin/pip install -r requirements.txt` in the project's folder.",
        fr: "Pulumi.yaml nomme l'environnement virtuel `absent`, qui est introuvable ; lancez `python -m venv absent && absent/bin/pip install -r requirements.txt` dans le dossier du projet.",
      },
    });
  });

  test("in Go, of an SDK that is not written yet", async () => {
    const folder = ProgramFolder.written("failing", "go", {
      ...GO_MODULE,
      "main.go":
        'package main\n\nimport _ "github.com/pulumi/pulumi-terraform-provider/sdks/go/outscale/outscale"\n\nfunc main() {}\n',
    });
    rmSync(join(folder.path, "sdks"), { recursive: true });
    expect((await folder.error()).text.en).toBe(
      "main.go:3: `./sdks/outscale` is not found; run `pulumi install` in the program's folder, which writes it.",
    );
  });

  test("in Go, of a binary that is not built yet", async () => {
    const folder = ProgramFolder.written("failing", "go", {
      "Pulumi.yaml": "name: p\nruntime: { name: go, options: { binary: bin/absent } }\n",
    });
    expect((await folder.error()).text.en).toBe(
      "Pulumi.yaml names the binary `bin/absent`, which is neither in the project's folder nor on the PATH; build it first.",
    );
  });
});
