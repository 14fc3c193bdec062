import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readUserData } from "../../../src/outscale/user-data";
import { bash } from "./facts";
import { processorTime } from "../../support/processor-time";

const FRAGMENTS = [
  ..."\n \t;&|(){}<>$`'\"\\#!=*@-:[],0".split(""),
  ...["&&", "||", ";;", "<<EOF\n", "EOF\n", "$(", "${", "$((", "))", "[[ ", " ]]", ">>", "/etc/fstab", "/etc/crypttab"],
  ...[
    "if ",
    "then ",
    "else ",
    "fi\n",
    "for d in ",
    "do ",
    "done\n",
    "case ",
    " in ",
    "esac\n",
    "while ",
    "f() { ",
    "}\n",
  ],
  ...[
    "s3fs b /data",
    "cryptsetup open /dev/xvdb d",
    "D=/dev/xvdb",
    "$D",
    "${D:-x}",
    "sudo ",
    "bash -c ",
    "eval ",
    "exit ",
  ],
  ...[
    "runcmd:\n",
    "mounts:\n",
    "write_files:\n",
    "  - ",
    "path: /etc/fstab\n",
    "content: |\n",
    "&a ",
    "*a",
    "é",
    "\0",
    "\ufeff",
  ],
];

const STARTS = ["", "#!/bin/bash\n", "#cloud-config\n", "#cloud-boothook\n", "-----BEGIN OUTSCALE SECTION-----\n"];

const documents = fc
  .tuple(
    fc.constantFrom(...STARTS),
    fc.array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ maxLength: 5, unit: "binary" })), { maxLength: 60 }),
  )
  .map(([start, fragments]) => start + fragments.join(""));

describe("any text", () => {
  test("is read without an error, twice alike, and in the order of its lines", () => {
    fc.assert(
      fc.property(documents, (text) => {
        const facts = readUserData(text);

        expect(readUserData(text)).toEqual(facts);
        for (const { length, lines } of [facts.bucketMounts, facts.encryptedDevices, facts.untracedDevices].map(
          (list) => ({ length: list.length, lines: list.map(({ line }) => line) }),
        )) {
          expect(lines).toEqual([...lines].sort((a, b) => a - b));
          expect(lines.filter((line) => line >= 1 && line <= text.split("\n").length)).toHaveLength(length);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("means the same in Base64", () => {
    fc.assert(
      fc.property(
        documents.filter((text) => text.startsWith("#") && !/\p{Surrogate}/u.test(text)),
        (text) => {
          expect(readUserData(Buffer.from(text).toString("base64"))).toEqual(readUserData(text));
        },
      ),
    );
  });
});

describe("texts that are large or grow when they run", () => {
  const UNPARSABLE = ["a shell script that cannot be parsed"];
  const INVALID = ["a cloud-config that is not valid YAML"];
  const aliases = "bcdefghij".split("").map((name, index) => {
    const before = "abcdefghij"[index] ?? "a";
    return `${name}: &${name} [${Array(9).fill(`*${before}`).join(", ")}]\n`;
  });
  test.each<{ what: string; text: () => string; unread: string[] }>([
    { what: "500 KiB of commands", text: () => bash("echo hello; x=1; s3fs b /data # c\n".repeat(14_000)), unread: [] },
    { what: "500 KiB of commands in a pipeline", text: () => bash(`${"a | ".repeat(120_000)}b`), unread: [] },
    { what: "500 KiB of heredocs", text: () => bash("cat > /x <<EOF\na $b\nEOF\n".repeat(20_000)), unread: [] },
    { what: "heredocs on one line", text: () => bash(`cat ${"<<-E ".repeat(100_000)}`), unread: UNPARSABLE },
    ...["{# ", "{% ", "{{ "].map((opening) => ({
      what: `a template that opens ${opening}and closes nothing`,
      text: () => `## template: jinja\n#cloud-config\n${opening.repeat(100_000)}`,
      unread: ["a Jinja template that cannot be followed"],
    })),
    ...["@'\n", '@"\n', "<# ", '`"'].map((opening) => ({
      what: `PowerShell that opens ${JSON.stringify(opening)} and closes nothing`,
      text: () => `<powershell>\n"${opening.repeat(100_000)}\n</powershell>`,
      unread: [],
    })),
    { what: "a line of 10 MB", text: () => bash("a".repeat(10_000_000)), unread: [] },
    { what: "a comment of 10 MB", text: () => bash(`#${"a".repeat(10_000_000)}`), unread: [] },
    { what: "deep subshells", text: () => bash("(".repeat(100_000)), unread: UNPARSABLE },
    { what: "deep substitutions", text: () => bash("$(".repeat(100_000)), unread: UNPARSABLE },
    { what: "deep arithmetic", text: () => bash("$((".repeat(100_000)), unread: UNPARSABLE },
    { what: "deep expansions", text: () => bash("${a:-".repeat(100_000)), unread: UNPARSABLE },
    { what: "a variable that doubles", text: () => bash(`a=xx\n${"a=$a$a\n".repeat(60)}echo $a`), unread: [] },
    { what: "braces that multiply", text: () => bash(`s3fs b ${"{1..64}".repeat(30)}`), unread: [] },
    { what: "a function that calls itself", text: () => bash("f() { f; f; f; }; f"), unread: [] },
    { what: "a fork bomb", text: () => bash(":(){ :|:& };:"), unread: [] },
    {
      what: "loops in loops",
      text: () => bash(`${"for a in 1 2 3 4 5 6 7 8 9; do ".repeat(20)} x; ${"done; ".repeat(20)}`),
      unread: [],
    },
    {
      what: "a script that writes itself",
      text: () => bash(`cat > /a <<'E'\n#!/bin/sh\ncat > /a <<'F'\n#!/bin/sh\n/a\nF\n/a\nE\n/a`),
      unread: [],
    },
    { what: "deep YAML", text: () => `#cloud-config\na: ${"[".repeat(100_000)}`, unread: INVALID },
    { what: "YAML with an error at each sign", text: () => `#cloud-config\n${"}".repeat(100_000)}`, unread: INVALID },
    {
      what: "YAML that multiplies",
      text: () => `#cloud-config\na: &a [x, x, x]\n${aliases.join("")}runcmd: *j\n`,
      unread: INVALID,
    },
    { what: "YAML in a circle", text: () => "#cloud-config\nruncmd: &a [*a, *a]\n", unread: [] },
    { what: "an interpreter of digits", text: () => bash(`${"9".repeat(100_000)}x a`), unread: [] },
    { what: "a place of slashes", text: () => bash(`mount -t tmpfs tmpfs ${"/".repeat(100_000)}x`), unread: [] },
    {
      what: "an address of question marks",
      text: () => bash(`curl -O "https://x/${"?".repeat(100_000)}\nx"\nsh x`),
      unread: [],
    },
    { what: "an image of colons", text: () => bash(`docker run -v /data:/d ${":".repeat(100_000)}/`), unread: [] },
    { what: "YAML of many equal keys", text: () => `#cloud-config\n${"k: v\n".repeat(60_000)}`, unread: [] },
  ])("$what", ({ text, unread }) => {
    const written = text();
    let read: string[] = [];
    const elapsed = processorTime(() => {
      read = readUserData(written).unread.map(({ en }) => en);
    });
    expect(read).toEqual(unread);
    // Far above what it takes here, far below what anything but linear would.
    expect(elapsed).toBeLessThan(5000);
  });
});
