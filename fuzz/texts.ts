import type { Dice } from "./dice";
import { UNKNOWN } from "../src/stack/wire";

/** As long as a text may be that is to be read in two seconds. */
export const LONG = 200_000;

/** Texts that mean something to somebody on the way: to JavaScript, a terminal, a pipeline, Pulumi, the provider. */
export const ODD_TEXTS: readonly [string, ...string[]] = [
  ...(["", " ", "__proto__", "constructor", "toString", "hasOwnProperty", "null", "undefined", "true", "no"] as const),
  ...["\0", "\u0007", "\r", "\u001b[31mred", "\u202eabc", "\u2028", "\u2029x", "\u0085", "\u200f", "\ufeff", "\ud800"],
  ...["\n::error::x", "::error::x", " ::warning file=a,line=1::x", "a\n\t::set-output name=x::y", "##[error]x"],
  ...["##vso[task.complete result=Failed]x", "NaN", "-0", "1e309", "0x10", "Infinity", "-1", "65536", "1.5"],
  ...["0.0.0.0/0", "::/0", "10.0.0.0/33", "999.1.1.1", "10.0.0.0/-1", "::ffff:0.0.0.0/96", "tcp", "TCP", "6", "all"],
  ...[UNKNOWN, `${UNKNOWN}-x`, "[secret]", "2026-13-45", "2026-01-31T10:00:00Z", "*", "a*?[!b]", "\\", "$&", "$1"],
  ...["é", "İ", "ß", "😀", "cloudgouv-eu-west-1a", "subnet-12345678", "arn:aws:iam::*:*", "orn:ows:idauth::1:policy/x"],
  ...["urn:pulumi:dev::shop::outscale:index/vm:Vm::web", "file:///etc/passwd", "data:,x", "../../x", "a".repeat(3000)],
];

const PIECES: readonly [string, ...string[]] = [
  ...(["-1", "a-1-1-1", "-", "_", ".", "/", "//", "../", ":", "::", ",", ";", "|", "&", "=", "==", "%", "#"] as const),
  ...["{", "}", "{}", "{a,", "{{", "{%", "[", "]", "[[", "(", ")", "((", "<", ">", "<!--", "*", "**/", "?", "!", "@"],
  ...["\\", "\\\n", "'", '"', "''", '"a"', "`", "``", "$", "$(", "${", "${a", "${a:-", "$((", "$((1+", "$'", "0", "1"],
  ...[
    "9",
    "1.",
    "1,",
    "0x",
    " ",
    "  ",
    " a",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\0",
    "a",
    "A",
    "a b ",
    "ab",
    "é",
    "😀",
  ],
  ...[
    "\u202e",
    "\u2028",
    "\ud800",
    "<<EOF\n",
    "<<E\n",
    "<<'E'\nE\n",
    "<<-E ",
    "<<< ",
    "if a; then ",
    "fi\n",
    "case a in ",
  ],
  ...[
    "for x in a; do ",
    "while :; do\n",
    "done\n",
    "function f { ",
    "f() { ",
    "a=b ",
    "a=$a$a\n",
    "export a=",
    "eval ",
  ],
  ...["bash -c '", "sudo ", "env a=b ", "exec >", "2>&1 ", "| tee ", "&& ", "|| ", "! ", "test ", "[ -n a ] ", ": "],
  ...[
    "- ",
    "- - ",
    "? ",
    "a: ",
    "a:\n ",
    "&a [",
    "*a ",
    "<<: *a\n",
    "!!binary ",
    "|\n ",
    ">-\n ",
    "---\n",
    "...\n",
    "%YAML ",
  ],
  ...["--x\n", "MIME-Version: 1.0\n", "Content-Type: multipart/mixed; boundary=x\n", "#cloud-config\n", "#include\n"],
  ...["#!/bin/sh\n", "## template: jinja\n", "<powershell>", "</powershell>", "@'\n", '@"\n', "<#", "$x = ", "`n"],
  ...[
    "-----BEGIN CERTIFICATE-----\n",
    "-----END CERTIFICATE-----\n",
    "MIIB",
    "ssh-rsa ",
    "AAAA",
    "s3fs ",
    "/mnt ",
    "mount ",
  ],
  ...[
    "mkfs.ext4 /dev/xvdb\n",
    "cryptsetup luksOpen ",
    "curl ",
    "http://",
    "https://a@",
    "sleep 0\n",
    "PASSWORD=",
    "key: ",
  ],
  ...["arn:aws:", "urn:pulumi:", "::error::", "##[", "0.0.0.0/0,", "10.0.0.", "1:", "fe80::", "2026-", "ami-", "a-b"],
];

const ENDS: readonly [string, ...string[]] = [
  ...([
    "",
    "",
    "x",
    "web",
    "!",
    "\n",
    "#!/bin/bash\n",
    "#cloud-config\n",
    "10.0.0.0/8",
    "'",
    '"',
    "}",
    ")",
    "]",
  ] as const),
  ...["s3fs a /b -o ", "echo ", "PASSWORD=", "arn:aws:s3:::", "-----BEGIN CERTIFICATE-----\n", "cloudgouv-eu-west-1"],
];

/** A text of a length, of one or two pieces again and again. */
export function longText(dice: Dice, length = LONG): string {
  const pieces = [dice.oneOf(PIECES), ...(dice.oneIn(2) ? [dice.oneOf(PIECES)] : [])];
  const [before, after] = [dice.oneOf(ENDS), dice.oneOf(ENDS)];
  if (pieces.length === 2 && dice.oneIn(2)) {
    // All of the one, then all of the other: what is opened and what closes it.
    return before + pieces.map((piece) => repeated(piece, length / 2)).join("") + after;
  }
  return before + repeated(pieces.join(""), length) + after;
}

function repeated(piece: string, length: number): string {
  return piece.repeat(Math.max(1, Math.floor(length / piece.length)));
}

export function shortPiece(dice: Dice): string {
  return dice.oneOf(PIECES).repeat(4 ** dice.below(5));
}

/** Random bytes, each as one sign. */
export function randomBytes(dice: Dice, length: number): string {
  return Array.from({ length }, () => String.fromCharCode(dice.below(256))).join("");
}
