import { LineIndex, type SourceText } from "./source-text";

export type SecretKind = "private-key" | "password" | "access-key" | "token";

/** A secret found in a text: its kind and line, never its value. */
export interface Secret {
  readonly kind: SecretKind;
  readonly line: number;
}

interface Detector {
  readonly kind: SecretKind;
  /** Its group `value` is what is judged; without one the match itself is the secret. */
  readonly pattern: RegExp;
  /** Whether a value there is a secret. */
  readonly isSecret: (value: string) => boolean;
}

const VALUE = String.raw`(?:"(?<double>[^"\n]{1,300})"|'(?<single>[^'\n]{1,300})'|(?<bare>[^\s"',;|&)}\]\\]{1,300}))`;

const DETECTORS: readonly Detector[] = [
  {
    kind: "private-key",
    pattern:
      /-----BEGIN (?:RSA |EC |DSA |OPENSSH |PGP )?PRIVATE KEY(?: BLOCK)?-----(?:\\n|\s)+(?:[\w-]+: [^\n]*\n\s*)*(?<bare>[A-Za-z0-9+/=]{40,})/g,
    isSecret: isRandom,
  },
  // Of tokens that say by their start what they are, the length that their makers give.
  {
    kind: "token",
    pattern: new RegExp(
      [
        String.raw`\bgh[oprsu]_(?<bare>[A-Za-z0-9]{36,})\b`,
        String.raw`\bgithub_pat_(?<pat>\w{40,})\b`,
        String.raw`\bgl(?:pat|rt|dt)-(?<gitlab>[\w-]{20,})`,
        String.raw`\bxox[abeprs]-(?<slack>[\w-]{20,})`,
        String.raw`\b[rs]k_live_(?<stripe>\w{20,})\b`,
        String.raw`\bAIza(?<google>[\w-]{35})`,
        String.raw`\bhv[bsr]\.(?<vault>[\w-]{24,})`,
        String.raw`\bdckr_pat_(?<docker>[\w-]{20,})`,
        String.raw`\bnpm_(?<npm>[A-Za-z0-9]{36})\b`,
        String.raw`\bpypi-(?<pypi>[\w-]{40,})`,
        String.raw`\bpul-(?<pulumi>[0-9a-f]{40})\b`,
        String.raw`\btskey-(?:auth|api)-(?<tailscale>\w{10,}-\w{20,})`,
        String.raw`\bK10[0-9a-f]{32,64}::(?:server|node):(?<k3s>[0-9a-f]{16,64})\b`,
        String.raw`\beyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.(?<jwt>[\w-]{20,1000})`,
      ].join("|"),
      "g",
    ),
    isSecret: isRandom,
  },
  { kind: "token", pattern: /--token[= ](?<bare>[a-z0-9]{6}\.[a-z0-9]{16})\b/g, isSecret: isRandom },
  {
    kind: "access-key",
    pattern: new RegExp(String.raw`secret[_-]?(?:access[_-]?)?key(?:_?id)?["']?[ \t]{0,4}[:=][ \t]{0,4}${VALUE}`, "gi"),
    isSecret: (value) => /^[A-Za-z0-9/+]{32,64}=?$/.test(value) && isRandom(value),
  },
  {
    kind: "token",
    pattern: new RegExp(
      String.raw`(?:token|api[_-]?key|secret|webhook)["']?[ \t]{0,4}(?::=|=>|[:=])[ \t]{0,4}${VALUE}`,
      "gi",
    ),
    isSecret: (value) => isToken(value),
  },
  {
    kind: "token",
    pattern: new RegExp(String.raw`--(?:[\w-]{0,40}-)?(?:token|api-key|secret)[= ]${VALUE}`, "g"),
    isSecret: isToken,
  },
  {
    kind: "token",
    pattern:
      /\b(?:Authorization|X-[\w-]{0,30}Token)["']?:[ \t]{0,4}["']?(?:Bearer|Basic|token)?[ \t]{0,4}(?<bare>[^\s"']{16,2000})/gi,
    isSecret: isToken,
  },
  {
    kind: "password",
    pattern: new RegExp(
      String.raw`(?:passw(?:or)?d|passphrase|pwd|(?<![A-Za-z])pass)["']?[ \t]{0,4}(?::=|=>|[:=])[ \t]{0,4}${VALUE}`,
      "gi",
    ),
    isSecret: isPassword,
  },
  {
    kind: "password",
    pattern: new RegExp(String.raw`--?(?:[\w-]{0,40}-)?(?:passw(?:or)?d|passphrase)[ =]${VALUE}`, "gi"),
    isSecret: isPassword,
  },
  // In these places stands a password and nothing else.
  {
    kind: "password",
    pattern: new RegExp(String.raw`\b(?:IDENTIFIED[ \t]+BY|WITH[ \t]+PASSWORD|[ \t]PASSWORD)[ \t]+${VALUE}`, "gi"),
    isSecret: (value) => isPassword(value),
  },
  {
    kind: "password",
    pattern: /\b(?:mysql|mysqladmin|mysqldump|mariadb)[ \t][^\n|;&]{0,200}?[ \t]-p(?!ort)(?<bare>[^\s"'$]{4,100})/g,
    isSecret: isPassword,
  },
  {
    kind: "password",
    pattern: new RegExp(String.raw`\bsshpass[ \t]+-p[ \t]{0,2}${VALUE}`, "g"),
    isSecret: isNoPlaceholder,
  },
  {
    kind: "password",
    pattern: /\bcurl[ \t][^\n|;&]{0,300}?(?:-u|--user)[ \t]*["']?[^\s:"'$]{1,60}:(?<bare>[^\s"']{1,200})/g,
    isSecret: isNoPlaceholder,
  },
  {
    kind: "password",
    pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@"'$]{0,60}:(?<bare>[^\s/@"']{3,200})@/gi,
    isSecret: isNoPlaceholder,
  },
  {
    kind: "password",
    pattern: /["' \t][a-z_][\w-]{0,31}:(?<bare>[^\s:"'|]{4,100})["']?[ \t]*\|[ \t]*(?:sudo[ \t]+)?chpasswd\b/g,
    isSecret: isNoPlaceholder,
  },
  {
    kind: "password",
    pattern: /\bchpasswd[ \t]*<<<[ \t]*["']?[a-z_][\w-]{0,31}:(?<bare>[^\s:"']{4,100})/g,
    isSecret: isNoPlaceholder,
  },
  {
    kind: "password",
    pattern: new RegExp(
      String.raw`\b(?:echo|printf)[ \t]+(?:-\w+[ \t]+|["']?%s["']?[ \t]+)?${VALUE}[ \t]*\|[ \t]*(?:sudo[ \t]+)?(?:cryptsetup\b|passwd\b|docker[ \t]+login\b|gpg\b)`,
      "g",
    ),
    isSecret: isNoPlaceholder,
  },
];

/** The secrets that stand in some texts, in the order of their lines. */
export function findSecrets(texts: readonly SourceText[]): Secret[] {
  const found = new Map<string, Secret>();
  for (const { text, lineAt } of texts) {
    // Most of a text is far from any of them.
    if (!LIKELY.test(text)) continue;
    const lines = new LineIndex(text, 0);
    for (const { kind, pattern, isSecret } of DETECTORS) {
      for (const match of text.matchAll(pattern)) {
        const value = Object.values(match.groups ?? {}).find((group: string | undefined) => group !== undefined);
        if (value === undefined || !isSecret(value)) continue;
        const line = lineAt(lines.at(match.index));
        found.set(`${kind} ${String(line)}`, { kind, line });
      }
    }
  }
  return [...found.values()].sort((a, b) => a.line - b.line || (a.kind < b.kind ? -1 : 1));
}

const LIKELY =
  /pass|pwd|secret|token|key|auth|webhook|:\/\/|curl|mysql|maria|identified|echo|printf|_|-----begin|\b(?:gl|xox|hv|eyj|npm|pypi|pul|k10)/i;

/** Words that people write in place of a secret: `changeme`, `example`, `none`. */
const PLACEHOLDERS =
  /^(?:.*(?:change[-_ ]?(?:me|it|this)|replace|placeholder|example|exemple|dummy|redacted|insert|your|sample|todo|fixme|xxx|\*\*\*|\.\.\.).*|my[-_]?(?:secret|password|token)|pass(?:word|wd|phrase)?|secret|token|key|api[-_]?key|none|null|nil|undefined|true|false|yes|no|on|off|required|optional|sufficient|requisite|prompt|ask|stdin|hidden|default|disabled|enabled|prohibit-password|without-password|vault|file|env)$/i;
/** A reference to what is elsewhere: a path, a URL, a store of secrets, a command or variable of any language. */
const REFERENCE =
  /[$`]|\{\{|%[({sS]|^[<[{(@!*~.%&|>]|^\/|^[a-z][\w+.-]*:\/\/|^(?:arn|aws|env|file|gcp|op|pass|ref|secret|secretsmanager|sops|ssm|vault):|^(?:base64|cat|file|get|read|openssl|process|os|lookup|data|var|local|each|self|config|options|args)\b[.(]/i;

function isNoPlaceholder(value: string): boolean {
  return value.length >= 4 && !REFERENCE.test(value) && !PLACEHOLDERS.test(value) && new Set(value).size > 2;
}

/** The name of a secret that lies elsewhere: `db-password`, `APP_TOKEN`. */
function isName(value: string): boolean {
  const words = /^[a-z0-9]+(?:[-_./][a-z0-9]+)*$/.test(value) || /^[A-Z0-9]+(?:_[A-Z0-9]+)*$/.test(value);
  return words && /pass|secret|token|key|cred|pwd/i.test(value);
}

function isPassword(value: string): boolean {
  if (!isNoPlaceholder(value) || isName(value) || value.length < 6) return false;
  return kindsOfCharacters(value) >= 2;
}

function isToken(value: string): boolean {
  return value.length >= 16 && isNoPlaceholder(value) && !isName(value) && /\d/.test(value) && isRandom(value);
}

/** How many kinds of characters a value has: lower case, upper case, digits, and signs that do not just join words. */
function kindsOfCharacters(value: string): number {
  return [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9_.-]/].filter((kind) => kind.test(value)).length;
}

const BITS = 3;

/** Whether the characters of a text tell as little of each other as those of a random one of its length do. */
function isRandom(value: string): boolean {
  if (PLACEHOLDERS.test(value)) return false;
  const counts = new Map<string, number>();
  for (const char of value) counts.set(char, (counts.get(char) ?? 0) + 1);
  const shares = [...counts.values()].map((count) => count / value.length);
  const isCounted = /(?:0123456789|abcdefghij|ABCDEFGHIJ)/.test(value);
  return !isCounted && -shares.reduce((bits, share) => bits + share * Math.log2(share), 0) >= BITS;
}
