import { afterAll, describe, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { COMMAND, ENVIRONMENT, run } from "./command";

const scratch = mkdtempSync(join(tmpdir(), "namespaces-"));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

const CHECK = "dist/src/cli/main.js check";

/** Runs a script in namespaces of its own, of which it is the root. */
function unshared(namespaces: string, script: string) {
  const { status, stdout, stderr } = spawnSync("unshare", [namespaces, "sh", "-euc", script], {
    ...COMMAND,
    env: { ...ENVIRONMENT, NODE: process.execPath, PLACE: join(scratch, "disk") },
  });
  return { status, stdout, stderr };
}

/** Whether the kernel gives namespaces in which a script sets something up. Where it does not, says what that leaves out. */
function allows(namespaces: string, setUp: string, leftOut: string): boolean {
  mkdirSync(join(scratch, "disk"), { recursive: true });
  const isAllowed = unshared(namespaces, setUp).status === 0;
  if (!isAllowed) process.stderr.write(`The kernel refuses \`unshare ${namespaces}\`: ${leftOut} is left out.\n`);
  return isAllowed;
}

const LOOPBACK_UP = "ip link set lo up";
const hasNetworks = allows("-rn", LOOPBACK_UP, "what a check does with only loopback up");

(hasNetworks ? describe : describe.skip)("with only loopback up", () => {
  test.each([["stacks/three-tier-web"], ["--state test/cli/state/shop.json"]])("`check %s` says the same", (asked) => {
    const expected = run("check", ...asked.split(" "), "--format", "json");
    expect(unshared("-rn", `${LOOPBACK_UP}; "$NODE" ${CHECK} ${asked} --format json`)).toEqual(expected);
  });
});

const SMALL_DISK = 'mount -t tmpfs -o size=8k tmpfs "$PLACE"';
const hasMounts = allows("-rm", SMALL_DISK, "what a check does on a full disk");

(hasMounts ? describe : describe.skip)("on a full disk", () => {
  const checked = `${SMALL_DISK}; "$NODE" ${CHECK} --state test/cli/state/shop.json`;

  test("a report is not written, nor a part of it, and one line says so", () => {
    expect(unshared("-rm", `${checked} --output "$PLACE/report" || echo "exit $?"; ls -A "$PLACE"`)).toEqual({
      status: 0,
      stdout: "exit 2\n",
      stderr: expect.stringMatching(/^--output \S+ cannot be written \(ENOSPC\)[^\n]*\n$/),
    });
  });

  test("what stood there stays", () => {
    const keep = `echo before > "$PLACE/report"`;
    const written = checked.replace("; ", `; ${keep}; `);
    expect(
      unshared("-rm", `${written} --output "$PLACE/report" || echo "exit $?"; ls -A "$PLACE"; cat "$PLACE/report"`),
    ).toEqual({
      status: 0,
      stdout: "exit 2\nreport\nbefore\n",
      stderr: expect.stringMatching(/^--output \S+ cannot be written \(ENOSPC\)[^\n]*\n$/),
    });
  });

  test("that takes no temporary files, one line says why a program is not judged", () => {
    const program = `${SMALL_DISK}; dd if=/dev/zero of="$PLACE/filler" 2>/dev/null || true; TMPDIR="$PLACE" "$NODE" ${CHECK} stacks/three-tier-web`;
    expect(unshared("-rm", `${program} || echo "exit $?"; rm "$PLACE/filler"; ls -A "$PLACE"`)).toEqual({
      status: 0,
      stdout: "exit 2\n",
      stderr: expect.stringMatching(/^The system has no room for what the command needs: ENOSPC[^\n]*\n$/),
    });
  });
});
