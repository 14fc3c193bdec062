import { describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hasEngine } from "../engine/environment";
import { ProgramFolder, type Language } from "./program-folder";

function read(name: string): string {
  return readFileSync(join(__dirname, "programs", "go", name), "utf8");
}

const MAIN = `package main

import (
	"errors"
	"os"
	"strings"

	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(*pulumi.Context) error { return errors.New(strings.Join(names(), " ")) })
}

func names() (names []string) {
	for _, each := range os.Environ() {
		names = append(names, strings.SplitN(each, "=", 2)[0])
	}
	return names
}
`;

interface Telling {
  readonly language: Language;
  readonly files: Readonly<Record<string, string>>;
  /** What its language sets beside what every run sets. */
  readonly sets: readonly string[];
}

const TELLING: readonly Telling[] = [
  {
    language: "python",
    files: { "__main__.py": 'import os\nraise Exception(" ".join(os.environ))\n' },
    sets: ["VIRTUAL_ENV"],
  },
  {
    language: "go",
    files: { "go.mod": read("go.mod"), "go.sum": read("go.sum"), "main.go": MAIN },
    sets: [],
  },
];

(hasEngine() ? describe : describe.skip)(
  "a program gets of the environment what is named, and what its run sets:",
  () => {
    test.each(TELLING)("$language", async ({ language, files, sets }) => {
      process.env["NAMED"] = "1";
      process.env["UNNAMED"] = "1";
      const { text } = await ProgramFolder.written("environment", language, files).error({ variables: ["NAMED"] });
      const names = text.en.replace(/^.*stopped: (.*)\.$/, "$1").split(" ");
      // Python sets this one itself where no language is chosen.
      const given = names.filter((name) => !name.startsWith("PULUMI_") && name !== "LC_CTYPE");
      expect(new Set(given)).toEqual(new Set(["HOME", "NAMED", "PATH", ...sets]));
    });
  },
);
