import { describe, expect, test } from "@jest/globals";
import { failureOf, type Failing } from "../../src/dryrun/failure";
import { SourcePlaces } from "../../src/dryrun/position";

const FOLDER = __dirname;
const PLACES = new SourcePlaces(FOLDER);
const FAILING: Failing = {
  ended: { exitCode: 32, timedOut: false, output: "" },
  logged: [],
  unansweredCalls: [],
  encryptedKeys: [],
  timeoutSeconds: 120,
};

function unhandled(text: string): readonly string[] {
  return [`Running program '${FOLDER}' failed with an unhandled exception:\n${text}`];
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
      fr: "lib/a.ts:3 : le programme ne compile pas : Type 'string' is not assignable (TS2322).",
      details: { position: { file: "lib/a.ts", line: 3, column: 7 } },
    },
    {
      what: "the compiler's first error, as newer versions print it",
      failing: {
        logged: unhandled("TSError: ⨯ Unable\n\u001b[96mindex.ts\u001b[0m:3:7 - error TS1005: ';' expected."),
      },
      kind: "syntax",
      en: "index.ts:3: the program does not compile: ';' expected (TS1005).",
      fr: "index.ts:3 : le programme ne compile pas : ';' expected (TS1005).",
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
      fr: "index.ts:1 : `@a/b` est introuvable ; lancer `npm install` dans le dossier du programme, ou vérifier le nom.",
      details: { position: { file: "index.ts", line: 1, column: 8 }, property: "@a/b" },
    },
    {
      what: "a module that imports find missing",
      failing: {
        logged: unhandled(`Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'a' imported from ${FOLDER}/index.mjs`),
      },
      kind: "missing dependency",
      en: "`a` is not found; run `npm install` in the program's folder, or check the name.",
      fr: "`a` est introuvable ; lancer `npm install` dans le dossier du programme, ou vérifier le nom.",
      details: { property: "a" },
    },
    {
      what: "a file of its own that is missing",
      failing: { logged: unhandled(`Error: Cannot find module '${FOLDER}/zones.mjs'`) },
      kind: "missing dependency",
      en: "`zones.mjs` is not found; check the name.",
      fr: "`zones.mjs` est introuvable ; vérifier le nom.",
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
      fr: "lib/zones.ts:12 : le programme s'est arrêté : No zones.json here.",
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
      fr: "Le programme s'est arrêté : SyntaxError: Unexpected token 'u', \"unknown-un\"... is not valid JSON. Personne ne répond à `getImages`, `getVms` lors d'un essai à blanc : le programme a reçu des valeurs de remplacement. Les réglages chiffrés `p:password` ne sont pas déchiffrés : le programme a reçu des valeurs de remplacement.",
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
      fr: "Le programme s'est arrêté : Missing required configuration variable 'p:x'.",
      details: { output: "some\noutput" },
    },
    {
      what: "a program without an entry",
      failing: {
        ended: { exitCode: 32, timedOut: false, output: "We failed to locate the entry point for your program: /x\n" },
      },
      kind: "not a program",
      en: "The program has nothing to run: no `index.ts` or `index.js`, and no `main` in `Pulumi.yaml` or `package.json` that exists.",
      fr: "Le programme n'a rien à exécuter : ni `index.ts` ni `index.js`, ni `main` dans `Pulumi.yaml` ou `package.json` qui existe.",
      details: { output: "We failed to locate the entry point for your program: /x" },
    },
    {
      what: "a program that ends by itself, with the last it said",
      failing: { ended: { exitCode: 3, timedOut: false, output: "first\n\nlast words\n\n" } },
      kind: "threw",
      en: "The program stopped: last words.",
      fr: "Le programme s'est arrêté : last words.",
      details: { output: "first\n\nlast words" },
    },
    {
      what: "a program that ends without a word",
      failing: { ended: { exitCode: 3, timedOut: false, output: "" } },
      kind: "threw",
      en: "The program stopped: exit code 3.",
      fr: "Le programme s'est arrêté : exit code 3.",
      details: {},
    },
    {
      what: "a program that does not end",
      failing: { ended: { exitCode: null, timedOut: true, output: "" }, logged: ["an error"], timeoutSeconds: 5 },
      kind: "timed out",
      en: "The program had not ended after 5 seconds and was stopped; `--timeout` gives it longer.",
      fr: "Le programme n'était pas terminé après 5 secondes et a été arrêté ; `--timeout` lui en donne plus.",
      details: {},
    },
  ])("is $what", ({ failing, kind, en, fr, details }) => {
    const failure = failureOf({ ...FAILING, ...failing }, PLACES);
    expect({ kind: failure?.kind, text: failure?.text, details: failure?.details }).toEqual({
      kind,
      text: { en, fr },
      details,
    });
  });

  test("is nothing when it did", () => {
    expect(failureOf({ ...FAILING, ended: { exitCode: 0, timedOut: false, output: "hello" } }, PLACES)).toBeUndefined();
  });
});
