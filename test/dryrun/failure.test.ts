import { describe, expect, test } from "@jest/globals";
import { explainFailure, type Failing } from "../../src/dryrun/failure";
import { SourcePlaces } from "../../src/dryrun/position";

const FOLDER = __dirname;
const PLACES = new SourcePlaces(FOLDER);
const FAILING: Failing = {
  language: "nodejs",
  ended: { exitCode: 32, timedOut: false, output: "" },
  logged: [],
  unansweredCalls: [],
  encryptedKeys: [],
  refused: false,
  timeoutSeconds: 120,
};

function unhandled(text: string): readonly string[] {
  return [`Running program '${FOLDER}' failed with an unhandled exception:\n${text}`];
}

function traceback(frames: readonly (readonly [string, number])[], exception: string): string {
  const lines = frames.map(([file, line]) => `  File "${file}", line ${String(line)}, in work\n    work()`);
  return ["Traceback (most recent call last):", ...lines, exception].join("\n");
}

describe("why a program did not end well", () => {
  test.each<{ what: string; failing: Partial<Failing>; kind: string; en: string; fr: string; details: object }>([
    {
      what: "the compiler's first error",
      failing: {
        logged: unhandled(
          "TSError: ⨯ Unable to compile TypeScript:\nlib/a.ts(3,7): error TS2322: Type 'string' is not assignable.\nlib/b.ts(1,1): error TS1005: ';' expected.",
        ),
      },
      kind: "syntax",
      en: "lib/a.ts:3: the program does not compile: Type 'string' is not assignable (TS2322).",
      fr: "lib/a.ts:3 : le programme ne compile pas : Type 'string' is not assignable (TS2322).",
      details: { position: { file: "lib/a.ts", line: 3, column: 7 } },
    },
    {
      what: "the compiler's first error, as newer versions print it",
      failing: {
        logged: unhandled("TSError: ⨯ Unable\n\u001b[96mindex.ts\u001b[0m:3:7 - error TS1005: ';' expected."),
      },
      kind: "syntax",
      en: "index.ts:3: the program does not compile: ';' expected (TS1005).",
      fr: "index.ts:3 : le programme ne compile pas : ';' expected (TS1005).",
      details: { position: { file: "index.ts", line: 3, column: 7 } },
    },
    {
      what: "a module the compiler does not find",
      failing: {
        logged: unhandled(
          "index.ts(1,8): error TS2307: Cannot find module '@a/b' or its corresponding type declarations.",
        ),
      },
      kind: "missing dependency",
      en: "index.ts:1: `@a/b` is not found; run `npm install` in the program's folder, or check the name.",
      fr: "index.ts:1 : `@a/b` est introuvable ; lancez `npm install` dans le dossier du programme, ou vérifiez le nom.",
      details: { position: { file: "index.ts", line: 1, column: 8 }, property: "@a/b" },
    },
    {
      what: "a module that imports find missing",
      failing: {
        logged: unhandled(`Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'a' imported from ${FOLDER}/index.mjs`),
      },
      kind: "missing dependency",
      en: "`a` is not found; run `npm install` in the program's folder, or check the name.",
      fr: "`a` est introuvable ; lancez `npm install` dans le dossier du programme, ou vérifiez le nom.",
      details: { property: "a" },
    },
    {
      what: "a file of its own that is missing",
      failing: { logged: unhandled(`Error: Cannot find module '${FOLDER}/zones.mjs'`) },
      kind: "missing dependency",
      en: "`zones.mjs` is not found; check the name.",
      fr: "`zones.mjs` est introuvable ; vérifiez le nom.",
      details: { property: "zones.mjs" },
    },
    {
      what: "an error the program throws",
      failing: {
        logged: unhandled(
          `Error: No ${FOLDER}/zones.json here\n    at read (node:fs:1:1)\n    at main (${FOLDER}/lib/zones.ts:12:9)\n    at ${FOLDER}/index.ts:3:1`,
        ),
      },
      kind: "threw",
      en: "lib/zones.ts:12: the program stopped: No zones.json here.",
      fr: "lib/zones.ts:12 : le programme s'est arrêté : No zones.json here.",
      details: { position: { file: "lib/zones.ts", line: 12, column: 9 } },
    },
    {
      what: "an error that placeholders may have caused",
      failing: {
        logged: unhandled("SyntaxError: Unexpected token 'u', \"unknown-un\"... is not valid JSON"),
        unansweredCalls: ["outscale:index/getImages:getImages", "outscale:index/getVms:getVms"],
        encryptedKeys: ["p:password"],
      },
      kind: "threw",
      en: "The program stopped: SyntaxError: Unexpected token 'u', \"unknown-un\"... is not valid JSON. Nobody answers `getImages`, `getVms` in a dry run: the program got placeholders. The encrypted settings `p:password` are not decrypted: the program got placeholders.",
      fr: "Le programme s'est arrêté : SyntaxError: Unexpected token 'u', \"unknown-un\"... is not valid JSON. Rien ne répond à `getImages`, `getVms` lors d'un essai à blanc : le programme a reçu des valeurs de remplacement. Les réglages chiffrés `p:password` ne sont pas déchiffrés : le programme a reçu des valeurs de remplacement.",
      details: {},
    },
    {
      what: "a message of the program's own",
      failing: {
        logged: [
          "Missing required configuration variable 'p:x'\n\tplease set a value using the command `pulumi config set p:x <value>`",
        ],
        ended: { exitCode: 32, timedOut: false, output: "some\noutput\n" },
      },
      kind: "threw",
      en: "The program stopped: Missing required configuration variable 'p:x'.",
      fr: "Le programme s'est arrêté : Missing required configuration variable 'p:x'.",
      details: { output: "some\noutput" },
    },
    {
      what: "a program without an entry",
      failing: {
        ended: { exitCode: 32, timedOut: false, output: "We failed to locate the entry point for your program: /x\n" },
      },
      kind: "not a program",
      en: "The program has nothing to run: no `index.ts` or `index.js`, and no `main` in `Pulumi.yaml` or `package.json` that exists.",
      fr: "Le programme n'a rien à exécuter : ni `index.ts` ni `index.js`, ni fichier existant que `main` nomme dans `Pulumi.yaml` ou `package.json`.",
      details: { output: "We failed to locate the entry point for your program: /x" },
    },
    {
      what: "a Python program without an entry",
      failing: {
        language: "python",
        logged: [
          "Traceback (most recent call last):\n  File \"<frozen runpy>\", line 287, in run_path\nImportError: can't find '__main__' module in '/x'",
        ],
      },
      kind: "not a program",
      en: "The program has nothing to run: no `__main__.py`, and no `main` in `Pulumi.yaml` that exists.",
      fr: "Le programme n'a rien à exécuter : ni `__main__.py`, ni fichier existant que `main` nomme dans `Pulumi.yaml`.",
      details: {},
    },
    {
      what: "a Python program's exception, where the user's own code raised it",
      failing: {
        language: "python",
        logged: [
          traceback(
            [
              [`${FOLDER}/__main__.py`, 3],
              [`${FOLDER}/lib.py`, 12],
              [`${FOLDER}/venv/lib/python3.11/site-packages/pulumi/output.py`, 300],
            ],
            `KeyError: 'zones of ${FOLDER}/x'`,
          ),
        ],
      },
      kind: "threw",
      en: "lib.py:12: the program stopped: KeyError: 'zones of x'.",
      fr: "lib.py:12 : le programme s'est arrêté : KeyError: 'zones of x'.",
      details: { position: { file: "lib.py", line: 12, column: 1 } },
    },
    {
      what: "the last of a chain of Python exceptions, by its first line",
      failing: {
        language: "python",
        logged: [
          `${traceback([[`${FOLDER}/lib.py`, 1]], "KeyError: 'a'")}\n\nThe above exception was the direct cause of the following exception:\n\n${traceback([[`${FOLDER}/__main__.py`, 4]], "pulumi.errors.RunError: no zone\nhint: another line")}`,
        ],
      },
      kind: "threw",
      en: "__main__.py:4: the program stopped: no zone.",
      fr: "__main__.py:4 : le programme s'est arrêté : no zone.",
      details: { position: { file: "__main__.py", line: 4, column: 1 } },
    },
    {
      what: "a Python program's syntax",
      failing: {
        language: "python",
        logged: [traceback([[`${FOLDER}/lib.py`, 2]], "SyntaxError: '(' was never closed (lib.py, line 2)")],
      },
      kind: "syntax",
      en: "lib.py:2: the program does not compile: '(' was never closed.",
      fr: "lib.py:2 : le programme ne compile pas : '(' was never closed.",
      details: { position: { file: "lib.py", line: 2, column: 1 } },
    },
    {
      what: "a Python module that is not installed, before anything could be logged",
      failing: {
        language: "python",
        ended: {
          exitCode: 1,
          timedOut: false,
          output:
            "Traceback (most recent call last):\n  File \"<string>\", line 5, in <module>\nModuleNotFoundError: No module named 'pulumi'\n",
        },
      },
      kind: "missing dependency",
      en: "`pulumi` is not found; run `python -m venv venv && venv/bin/pip install -r requirements.txt` in the program's folder, or check the name.",
      fr: "`pulumi` est introuvable ; lancez `python -m venv venv && venv/bin/pip install -r requirements.txt` dans le dossier du programme, ou vérifiez le nom.",
      details: {
        output:
          "Traceback (most recent call last):\n  File \"<string>\", line 5, in <module>\nModuleNotFoundError: No module named 'pulumi'",
        property: "pulumi",
      },
    },
    {
      what: "a Python program that ends by itself, with the last it said",
      failing: { language: "python", ended: { exitCode: 1, timedOut: false, output: "first\nlast words\n" } },
      kind: "threw",
      en: "The program stopped: last words.",
      fr: "Le programme s'est arrêté : last words.",
      details: { output: "first\nlast words" },
    },
    {
      what: "a Go program's panic, where the user's own code caused it",
      failing: {
        language: "go",
        ended: {
          exitCode: 2,
          timedOut: false,
          output: `panic: runtime error: index out of range [0] with length 0 [recovered]\n\ngoroutine 1 [running]:\npulumi.Run(0x1)\n\t/go/pkg/mod/github.com/pulumi/pulumi/sdk/v3@v3.1.0/go/pulumi/run.go:9 +0x1\nmain.zones(...)\n\t${FOLDER}/zones/zones.go:14\nmain.main()\n\t${FOLDER}/main.go:5 +0x1d\nexit status 2`,
        },
      },
      kind: "threw",
      en: "zones/zones.go:14: the program stopped: runtime error: index out of range [0] with length 0.",
      fr: "zones/zones.go:14 : le programme s'est arrêté : runtime error: index out of range [0] with length 0.",
      details: { position: { file: "zones/zones.go", line: 14, column: 1 }, output: expect.stringContaining("panic") },
    },
    {
      what: "an error that a Go program returns",
      failing: {
        language: "go",
        logged: ["an unhandled error occurred: program failed: \n1 error occurred:\n\t* no zone in here: deep\n\n"],
      },
      kind: "threw",
      en: "The program stopped: no zone in here: deep.",
      fr: "Le programme s'est arrêté : no zone in here: deep.",
      details: {},
    },
    {
      what: "an error of what a Go program did beside, or what it said as it ended, without what was put before it",
      failing: {
        language: "go",
        ended: { exitCode: 1, timedOut: false, output: "2026/01/31 10:00:00 last words\n" },
      },
      kind: "threw",
      en: "The program stopped: last words.",
      fr: "Le programme s'est arrêté : last words.",
      details: { output: "2026/01/31 10:00:00 last words" },
    },
    {
      what: "a program that ends by itself, with the last it said",
      failing: { ended: { exitCode: 3, timedOut: false, output: "first\n\nlast words\n\n" } },
      kind: "threw",
      en: "The program stopped: last words.",
      fr: "Le programme s'est arrêté : last words.",
      details: { output: "first\n\nlast words" },
    },
    {
      what: "a program that ends without a word",
      failing: { ended: { exitCode: 3, timedOut: false, output: "" } },
      kind: "threw",
      en: "The program stopped: exit code 3.",
      fr: "Le programme s'est arrêté : exit code 3.",
      details: {},
    },
    {
      what: "an error after another process was refused",
      failing: { logged: unhandled("Error: 14 UNAVAILABLE"), refused: true },
      kind: "threw",
      en: "The program stopped: 14 UNAVAILABLE. A process outside the program's session tried to connect to the dry run and was refused.",
      fr: "Le programme s'est arrêté : 14 UNAVAILABLE. Un processus extérieur à la session du programme a tenté de se connecter à l'essai à blanc et a été refusé.",
      details: {},
    },
    {
      what: "a program that printed too much to keep it all, with the first lines and the last",
      failing: {
        ended: {
          exitCode: 3,
          timedOut: false,
          output: "one of many\nlast words\n",
          opening: { text: "\u001b[1mfirst\u001b[0m\n".repeat(30), printed: 1_000_000 },
        },
      },
      kind: "threw",
      en: "The program stopped: last words.",
      fr: "Le programme s'est arrêté : last words.",
      details: {
        output: "one of many\nlast words",
        opening: { text: Array(20).fill("first").join("\n"), printed: 1_000_000 },
      },
    },
    {
      what: "a program that does not end",
      failing: { ended: { exitCode: null, timedOut: true, output: "" }, logged: ["an error"], timeoutSeconds: 5 },
      kind: "timed out",
      en: "The program had not ended after 5 seconds and was stopped; `--timeout` gives it longer.",
      fr: "Le programme n'était pas terminé après 5 secondes et a été arrêté ; `--timeout` lui en donne plus.",
      details: {},
    },
  ])("is $what", ({ failing, kind, en, fr, details }) => {
    const failure = explainFailure({ ...FAILING, ...failing }, PLACES);
    expect({ kind: failure?.kind, text: failure?.text, details: failure?.details }).toEqual({
      kind,
      text: { en, fr },
      details,
    });
  });

  test("is nothing when it did", () => {
    expect(
      explainFailure({ ...FAILING, ended: { exitCode: 0, timedOut: false, output: "hello" } }, PLACES),
    ).toBeUndefined();
  });
});
