import { defineConfig, globalIgnores } from "eslint/config";
import jest from "eslint-plugin-jest";
import tseslint from "typescript-eslint";

// The rooms whose answer depends on their arguments alone: same input, same output, byte for byte.
const PURE = [
  "policies/**/*.ts",
  "src/contract/**/*.ts",
  "src/outscale/**/*.ts",
  "src/policy/**/*.ts",
  "src/report/**/*.ts",
  "src/stack/**/*.ts",
  "src/text/**/*.ts",
];
const IMPURE = "This room is pure: what it needs from outside is a parameter.";

const PULUMI = {
  group: ["@pulumi/*"],
  allowTypeImports: true,
  message: "Loading Pulumi's SDK costs every start and every test suite a third of a second: import its types only.",
};
const SURROUNDINGS = {
  group: ["process", "node:process"],
  message: IMPURE,
};

const DOUBLE_CAST = {
  selector: "TSAsExpression > TSAsExpression > TSUnknownKeyword",
  message: "A cast through `unknown` hides what the compiler knows: narrow the value, or type it where it comes from.",
};

export default defineConfig(
  globalIgnores([
    "**/dist/",
    "coverage/",
    "sdks/",
    "tools/engine/bin/",
    // Programs with mistakes in them, which the tests are about.
    "test/dryrun/programs/",
    "test/sources/**/programs/",
  ]),
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: { eqeqeq: "error", "no-console": "error", "object-shorthand": "error" },
  },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-import-type-side-effects": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "no-restricted-syntax": ["error", DOUBLE_CAST],
      // What the pack must not load before it is needed: parsers, readers, the whole schema.
      "@typescript-eslint/no-require-imports": [
        "error",
        { allow: ["^(ajv|unbash|yaml)$", "^[.]{1,2}/(package|user-data)$"] },
      ],
      // The compiler asks for `inputs["name"]` where a name is not declared.
      "@typescript-eslint/dot-notation": "off",
    },
  },
  {
    files: ["index.ts", "bench/**/*.ts", "policies/**/*.ts", "scripts/**/*.ts", "src/**/*.ts", "test/**/*.ts"],
    ignores: ["index.ts", "src/dryrun/**", "src/pulumi/**", "test/dryrun/**", "test/engine/**", "test/pulumi/**"],
    rules: { "@typescript-eslint/no-restricted-imports": ["error", { patterns: [PULUMI] }] },
  },
  {
    files: PURE,
    rules: {
      "@typescript-eslint/no-restricted-imports": ["error", { patterns: [PULUMI, SURROUNDINGS] }],
      "no-restricted-globals": [
        "error",
        ...["fetch", "performance", "process", "setImmediate", "setInterval", "setTimeout"].map((name) => ({
          name,
          message: IMPURE,
        })),
      ],
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now", message: IMPURE },
        { object: "Math", property: "random", message: IMPURE },
        { object: "globalThis", property: "process", message: IMPURE },
      ],
      "no-restricted-syntax": [
        "error",
        DOUBLE_CAST,
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: IMPURE },
        { selector: "CallExpression[callee.name='Date']", message: IMPURE },
      ],
    },
  },
  {
    files: ["src/pulumi/**/*.ts", "src/report/**/*.ts"],
    rules: { "max-lines-per-function": ["error", { max: 60, skipBlankLines: false, skipComments: false }] },
  },
  {
    files: ["bench/**", "fuzz/**", "scripts/**", "src/cli/**", "tools/**"],
    rules: { "no-console": "off" },
  },
  {
    files: ["**/*.test.ts"],
    extends: [jest.configs["flat/recommended"]],
    // The tests import what they use.
    languageOptions: { globals: jest.environments.globals.globals },
  },
);
