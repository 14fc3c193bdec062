/** @type {import("jest").Config} */
module.exports = {
  injectGlobals: false,
  globalSetup: "<rootDir>/test/engine/left-out.ts",
  // Jest leaves one core idle unless told, which is half of a small machine.
  maxWorkers: "100%",
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  transform: { "^.+\\.[jt]s$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript" } } }] },
};
