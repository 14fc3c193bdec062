/** The everyday tests. What takes an engine, or long, stands in jest.rest.config.js. */
/** @type {import("jest").Config} */
module.exports = {
  injectGlobals: false,
  globalSetup: "<rootDir>/test/support/build.ts",
  // Jest leaves one core idle unless told, which is half of a small machine.
  maxWorkers: "100%",
  // What one suite leaves behind slows the next ones down.
  workerIdleMemoryLimit: "400MB",
  // Only what hangs takes this long, however busy the machine is: no test has a limit of its own.
  testTimeout: 600_000,
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/engine/", "[.]long[.]test[.]ts$"],
  // Written as ES modules, which Node loads by itself and Jest does not.
  transformIgnorePatterns: ["/node_modules/(?!unbash/)", "/sdks/"],
  transform: { "^.+\\.[jt]s$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript" } } }] },
};
