const everyday = require("./jest.config.js");

/** What the everyday tests leave out: the real engine, other languages and SDK versions, what is tried at random or long. */
/** @type {import("jest").Config} */
module.exports = {
  ...everyday,
  globalSetup: "<rootDir>/test/engine/before-all.ts",
  testMatch: ["<rootDir>/test/engine/**/*.test.ts", "**/*.long.test.ts"],
  testPathIgnorePatterns: ["/node_modules/"],
};
