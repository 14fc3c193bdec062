const { spawn } = require("node:child_process");
const { join } = require("node:path");

/** Has another process register a Net, in this session or, detached, in one of its own. */
function register(name, detached) {
  const child = spawn(process.execPath, [join(__dirname, "register.js"), name], { detached, stdio: "inherit" });
  return new Promise((resolve) => child.once("exit", resolve));
}

module.exports = async () => {
  await register("own", false);
  await register("stranger", true);
};
