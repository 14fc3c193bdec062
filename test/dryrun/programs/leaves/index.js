const { spawn } = require("node:child_process");

// Each in a session of its own; the second without a mark in its environment, but as a child of this process.
const forever = [process.execPath, ["-e", "setInterval(() => {}, 1000)"]];
const marked = spawn(...forever, { detached: true, stdio: "inherit" });
const bare = spawn(...forever, { detached: true, stdio: "inherit", env: {} });
for (const { pid } of [marked, bare]) console.log(`child ${pid}`);
