import type { Boot } from "./boot";
import { findMounting } from "./bucket-mount";
import { ROOT_DEVICE } from "./guest-device";
import type { KeyPlace } from "./key-place";
import type { SourceText } from "./source-text";
import { COMPUTED_SCRIPT, DOWNLOADED_SCRIPT } from "./phrase";
import { type Argument, baseName, knownArgument, unknownArgument, valueOf } from "./shell/command";

const ENABLING = ["enable-bitlocker", "unlock-bitlocker", "enable-bitlockerautounlock"];
/** Commands that run what their words say. */
const RUNNING = [
  ...["start-process", "saps", "start", "cmd", "powershell", "pwsh", "new-service", "sc", "schtasks", "nssm"],
  ...["new-scheduledtaskaction", "invoke-expression", "iex", "start-job", "invoke-command"],
];
const DOWNLOADING = /^(?:invoke-webrequest|iwr|invoke-restmethod|irm|start-bitstransfer|curl|wget)$/;
const DEPTH = 4;

/** Adds what a PowerShell script does with disks and buckets. */
export function readPowerShell(script: SourceText, boot: Boot, depth = 0): void {
  const statements = [...readPowerShellStatements(script)];
  const password = statements.find(({ words }) => isWrittenPassword(words));
  for (const { words, line } of statements) {
    const name = programOf(words[0]);
    const rest = words.slice(1);
    const mounting = findMounting({ name, arguments: rest, line, reached: true });
    if (mounting) boot.addMounting(mounting, line);
    for (const drive of findOpenedDrives(name, rest)) {
      const isSystem = /^(?:c:\\?|\$env:systemdrive)$/i.test(drive);
      const key: KeyPlace | undefined =
        password && rest.some(isPasswordOption) ? { in: "user data", line: password.line } : undefined;
      boot.addDevice(isSystem ? ROOT_DEVICE : drive, "bitlocker", line, key);
    }
    if (bringsScript(name, words)) boot.addUnread(DOWNLOADED_SCRIPT);
    if (!RUNNING.includes(name)) continue;
    if (rest.some(({ text }) => /^-e(?:c|nc|ncodedcommand)?$/i.test(text))) boot.addUnread(COMPUTED_SCRIPT);
    if (/^(?:iex|invoke-expression)$/.test(name) && rest.some(({ values }) => values.length === 0)) {
      boot.addUnread(COMPUTED_SCRIPT);
    }
    if (depth >= DEPTH) continue;
    const plain = rest.map(({ text }) => text).filter((text) => !/^[-/]/.test(text));
    const whole = plain.map((text) => (/\s.*\.exe$/i.test(text) ? `"${text}"` : text)).join(" ");
    for (const text of new Set([...plain.filter((each) => /\s/.test(each)), whole])) {
      readPowerShell({ text, lineAt: () => line }, boot, depth + 1);
    }
  }
}

/** The drives that BitLocker encrypts, or opens. */
function findOpenedDrives(name: string, words: readonly Argument[]): string[] {
  if (name === "manage-bde") {
    const at = words.findIndex(({ text }) => /^-(?:on|unlock|autounlock)$/i.test(text));
    const drive = at === -1 ? undefined : words.slice(at + 1).find(({ text }) => !text.startsWith("-"));
    return drive ? [drive.text] : [];
  }
  if (!ENABLING.includes(name)) return [];
  const at = words.findIndex(({ text }) => /^-mountpoint$/i.test(text)) + 1;
  const drives = words.slice(at);
  const end = drives.findIndex(({ text }) => text.startsWith("-"));
  return drives.slice(0, end === -1 ? undefined : end).map(({ text }) => text);
}

function isPasswordOption({ text }: Argument): boolean {
  return /^-(?:password|pin)$/i.test(text);
}

/** Whether a command makes a password of a text that stands there. */
function isWrittenPassword([program, ...words]: readonly Argument[]): boolean {
  const text = words.find((word) => !word.text.startsWith("-"));
  return programOf(program) === "convertto-securestring" && valueOf(text) !== undefined;
}

function bringsScript(name: string, words: readonly Argument[]): boolean {
  const texts = words.map(({ text }) => text);
  if (texts.some((text) => /\.download(?:string|file)$/i.test(text))) return true;
  return DOWNLOADING.test(name) && texts.some((text) => /\.(?:ps1|psm1|bat|cmd)$/i.test(text));
}

function programOf(word: Argument | undefined): string {
  const path = (valueOf(word) ?? word?.text ?? "").replaceAll("\\", "/");
  return baseName(path)
    .toLowerCase()
    .replace(/\.exe$/, "");
}

interface PowerShellStatement {
  readonly words: readonly Argument[];
  readonly line: number;
}

/** The parts of a script that are closed by something far away: how each begins, and with what it ends. */
const PARTS = [
  { begins: /<#/y, ends: "#>" },
  { begins: /@'\r?\n/y, ends: "'@" },
  { begins: /@"\r?\n/y, ends: '"@' },
  { begins: /"/y, ends: '"' },
] as const;
type Part = (typeof PARTS)[number];
const [COMMENT, LITERAL_BLOCK, BLOCK, QUOTED] = PARTS;

/** @param unclosed what nothing closes any more: looked for at each, it would be looked for to the end each time */
function makeTokenPattern(unclosed: ReadonlySet<Part>): RegExp {
  const unless = (part: Part, pattern: RegExp) => `${unclosed.has(part) ? "(?!)" : ""}${pattern.source}`;
  const alternatives = [
    `(${unless(COMMENT, /<#[^]*?#>/)}|${/#[^\n]*|`\r?\n|[ \t\r]+/.source})`,
    /(\n|[;|{}()&=])/.source,
    unless(LITERAL_BLOCK, /@'\r?\n([^]*?)\r?\n'@/),
    unless(BLOCK, /@"\r?\n([^]*?)\r?\n"@/),
    /'((?:[^']|'')*)'/.source,
    unless(QUOTED, /"((?:[^"`]|`[^]|"")*)"/),
    /([^\s;|{}()&=,'"]+)|(,)|([^])/.source,
  ];
  return new RegExp(alternatives.join("|"), "y");
}

/** The tokens of a script; what begins a part that nothing closes stands for itself. */
function* readTokens(text: string): Generator<RegExpExecArray> {
  const unclosed = new Set<Part>();
  let pattern = makeTokenPattern(unclosed);
  for (let at = 0; at < text.length;) {
    pattern.lastIndex = at;
    const token = pattern.exec(text);
    if (!token) return;
    yield token;
    at += token[0].length;
    const part = findUnclosed(text, token);
    if (part && !unclosed.has(part)) pattern = makeTokenPattern(unclosed.add(part));
  }
}

/** The part that begins with a token, and does not end with it: nothing closes it. */
function findUnclosed(text: string, { 0: token, index }: RegExpExecArray): Part | undefined {
  return PARTS.find(({ begins, ends }) => {
    begins.lastIndex = index;
    const [beginning] = begins.exec(text) ?? [];
    return beginning !== undefined && !(token.length > beginning.length && token.endsWith(ends));
  });
}

/** Each command with its words, whatever blocks, pipes and assignments stand round it. */
function* readPowerShellStatements({ text, lineAt }: SourceText): Generator<PowerShellStatement> {
  const variables = new Map<string, string | undefined>();
  let words: Argument[] = [];
  let line = 0;
  let start = 0;
  let assigned: string | undefined;
  for (const [token, blank, sign, literalBlock, block, single, double, bare] of readTokens(text)) {
    if (blank === undefined && words.length === 0) start = line;
    line += token.length > 1 || token === "\n" ? token.split("\n").length - 1 : 0;
    if (blank !== undefined || token === ",") continue;
    if (sign === undefined) {
      words.push(readArgument(literalBlock ?? single?.replaceAll("''", "'"), block ?? double, bare, variables));
      continue;
    }
    const [first, more] = words;
    if (assigned !== undefined && sign !== "=") {
      const value = more || words.length === 0 ? undefined : valueOf(first);
      variables.set(assigned, variables.has(assigned) && variables.get(assigned) !== value ? undefined : value);
      assigned = undefined;
    }
    if (sign === "=" && first && !more && first.text.startsWith("$")) assigned = first.text.toLowerCase();
    else if (first) yield { words, line: lineAt(start) };
    words = [];
  }
  if (words.length > 0) yield { words, line: lineAt(start) };
}

function readArgument(
  literal: string | undefined,
  expanded: string | undefined,
  bare: string | undefined,
  variables: ReadonlyMap<string, string | undefined>,
): Argument {
  if (literal !== undefined) return knownArgument(literal);
  const text = (expanded ?? bare ?? "").replace(/`([^])/g, "$1");
  const value = text.replace(/\$\{?([\w:]+)\}?/g, (name) => {
    return variables.get(name.replace(/[{}]/g, "").toLowerCase()) ?? name;
  });
  return value.includes("$") ? unknownArgument(value) : knownArgument(value);
}
