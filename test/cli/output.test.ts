import { afterAll, describe, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { COMMAND, ENVIRONMENT, run } from "./command";

const scratch = mkdtempSync(join(tmpdir(), "output-"));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

const ASKED = ["check", "--state", "test/cli/state/shop.json", "--format", "json"];
const { stdout: report } = run(...ASKED);

/** Runs the command in a shell, as it stands in scripts. */
function shell(script: string) {
  const { status, stdout, stderr } = spawnSync("sh", ["-c", script], {
    ...COMMAND,
    env: { ...ENVIRONMENT, NODE: process.execPath },
  });
  return { status, stdout, stderr };
}

const asked = `"$NODE" dist/src/cli/main.js ${ASKED.join(" ")}`;

describe("what is printed", () => {
  test("may be read in part: the verdict stands, and nothing is said", () => {
    expect(shell(`{ ${asked}; echo "$?" > ${scratch}/status; } | true`).stderr).toBe("");
    expect(readFileSync(join(scratch, "status"), "utf8")).toBe("1\n");
  });

  test("is read in part in French too, by who asks for help", () => {
    expect(shell(`"$NODE" dist/src/cli/main.js --help --lang fr | true`)).toEqual({
      status: 0,
      stdout: "",
      stderr: "",
    });
  });
});

const written = (file: string) => run(...ASKED, "--output", file);
const DONE = { status: 1, stdout: "", stderr: "" };

describe("--output", () => {
  test("makes a file as others are made", () => {
    const file = join(scratch, "new.json");
    expect(written(file)).toEqual(DONE);
    expect(readFileSync(file, "utf8")).toBe(report);
    writeFileSync(join(scratch, "other"), "");
    expect(statSync(file).mode).toBe(statSync(join(scratch, "other")).mode);
  });

  test("keeps a file's mode", () => {
    const file = join(scratch, "private.json");
    writeFileSync(file, "before", { mode: 0o600 });
    chmodSync(file, 0o600);
    expect(written(file)).toEqual(DONE);
    expect(readFileSync(file, "utf8")).toBe(report);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test("writes what a link leads to, and keeps the link", () => {
    const [file, link] = [join(scratch, "linked.json"), join(scratch, "link.json")];
    writeFileSync(file, "before");
    symlinkSync(file, link);
    expect(written(link)).toEqual(DONE);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(file, "utf8")).toBe(report);
  });

  test("makes the file that a link leads to in vain", () => {
    const [file, link] = [join(scratch, "later.json"), join(scratch, "dangling.json")];
    symlinkSync(file, link);
    expect(written(link)).toEqual(DONE);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(file, "utf8")).toBe(report);
  });

  test("writes a file under each of its names", () => {
    const [file, other] = [join(scratch, "one.json"), join(scratch, "two.json")];
    writeFileSync(file, "before");
    linkSync(file, other);
    expect(written(file)).toEqual(DONE);
    expect(readFileSync(other, "utf8")).toBe(report);
  });

  test("refuses a folder before anything is read, and leaves nothing behind", () => {
    const folder = join(scratch, "folder");
    mkdirSync(folder);
    const accepted = "Accepted: a file in an existing folder that you may write to.";
    expect(written(folder)).toEqual({
      status: 2,
      stdout: "",
      stderr: `--output ${folder} cannot be written (EISDIR). ${accepted}\n`,
    });
    expect(readdirSync(scratch).filter((name) => name.startsWith("."))).toEqual([]);
  });
});

(existsSync("/dev/full") ? describe : describe.skip)("where devices are files,", () => {
  test("a full disk is one line, and exit code 2", () => {
    const error = "The standard output cannot be written (ENOSPC).\n";
    expect(shell(`${asked} > /dev/full`)).toEqual({ status: 2, stdout: "", stderr: error });
    expect(shell(`"$NODE" dist/src/cli/main.js --help > /dev/full`)).toEqual({ status: 2, stdout: "", stderr: error });
    expect(written("/dev/full").stderr).toMatch(/^--output \/dev\/full cannot be written \(ENOSPC\)[.]/);
  });

  test("an error that nobody can read changes no exit code", () => {
    expect(shell(`"$NODE" dist/src/cli/main.js check --state nowhere.json 2> /dev/full`).status).toBe(2);
  });

  test("--output writes into a device, and leaves it one", () => {
    expect(written("/dev/null")).toEqual(DONE);
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
    expect(shell(`${asked} --output /dev/stdout | cat`)).toEqual({ status: 0, stdout: report, stderr: "" });
  });

  test("--output writes into a named pipe", () => {
    const pipe = join(scratch, "pipe");
    const read = join(scratch, "read");
    // Not to the output of the shell: Node shares that one, makes it non-blocking, and so fails `cat` on a busy machine.
    shell(
      `mkfifo ${pipe} && { cat ${pipe} >${read} & reader=$!; ${asked} --output ${pipe}; [ $? -eq 1 ] || kill $reader; wait; }`,
    );
    expect(readFileSync(read, "utf8")).toBe(report);
    expect(statSync(pipe).isFIFO()).toBe(true);
  });
});
