const everyday = require("./jest.config.js");

/** The tests that `npm test` leaves out: the real engine, other languages and SDK versions, random inputs, long runs. */
/** @type {import("jest").Config} */
module.exports = {
  ...everyday,
  globalSetup: "<rootDir>/test/engine/before-all.ts",
  testMatch: ["<rootDir>/test/engine/**/*.test.ts", "**/*.long.test.ts"],
  testPathIgnorePatterns: ["/node_modules/"],
};
