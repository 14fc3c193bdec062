import type { Text } from "../../../text";
import { isShell, languageOf } from "../interpreter";
import { type Argument, baseName, type Command, unknownArgument, valueOf } from "./command";

/** What a command that runs another one runs. */
export type Wrapped =
  | { readonly kind: "command"; readonly words: readonly Argument[] }
  | { readonly kind: "script"; readonly text: Argument; readonly words: readonly Argument[] }
  /** Runs what it reads from its standard input. */
  | { readonly kind: "input"; readonly language: Text | undefined }
  | { readonly kind: "file"; readonly path: Argument; readonly language: Text | undefined }
  /** Runs one of its words, in another language. */
  | { readonly kind: "foreign"; readonly language: Text };

interface Wrapper {
  /** Options whose next word is their value. */
  readonly valued?: readonly string[];
  /** Words between the options and the command. */
  readonly skip?: number;
  /** The option whose value is a script. */
  readonly script?: string;
  /** True when it starts a shell if no command is given. */
  readonly shell?: boolean;
}

const WRAPPERS: Readonly<Record<string, Wrapper>> = {
  sudo: {
    valued: ["-u", "-g", "-h", "-p", "-C", "-D", "-R", "-T", "-r", "-t", "-U", "--user", "--group"],
    shell: true,
  },
  doas: { valued: ["-u", "-C"], shell: true },
  env: { valued: ["-u", "-C", "--unset", "--chdir"], script: "-S" },
  nohup: {},
  exec: { valued: ["-a"] },
  time: { valued: ["-f", "-o", "--format", "--output"] },
  timeout: { valued: ["-k", "-s", "--kill-after", "--signal"], skip: 1 },
  nice: { valued: ["-n", "--adjustment"] },
  ionice: { valued: ["-c", "-n", "-p", "--class", "--classdata"] },
  chrt: { skip: 1 },
  command: {},
  builtin: {},
  setsid: {},
  stdbuf: { valued: ["-i", "-o", "-e"] },
  unbuffer: {},
  chronic: {},
  busybox: {},
  coproc: {},
  "systemd-run": {
    valued: ["-p", "-u", "-M", "-H", "--property", "--unit", "--uid", "--gid", "--on-active", "--slice"],
  },
  "systemd-inhibit": {},
  su: { valued: ["-s", "-g", "-G", "-w", "--shell", "--group"], script: "-c", skip: 1, shell: true },
  runuser: { valued: ["-u", "-s", "-g", "-G", "--user", "--shell"], script: "-c" },
  chroot: { skip: 1 },
  nsenter: { valued: ["-t", "--target"] },
  unshare: {},
  flock: { valued: ["-w", "-E", "--timeout"], skip: 1, script: "-c" },
  "cloud-init-per": { skip: 2 },
  xargs: { valued: ["-I", "-n", "-P", "-L", "-d", "-a", "-s", "-E", "--max-args", "--max-procs", "--delimiter"] },
};

/** Of `docker run` and its like: the options that take no value of their own. */
const CONTAINER_FLAGS =
  /^(?:-[ditPq]+|--(?:detach|init|interactive|no-healthcheck|oom-kill-disable|privileged|publish-all|quiet|read-only|replace|rm|sig-proxy|tty)|--[\w-]+=.*)$/;

/** What a command runs; `undefined` when it runs nothing but itself. */
export function unwrapCommand(command: Command & { readonly first: Argument }): Wrapped | undefined {
  const { first } = command;
  const name = baseName(valueOf(first) ?? "");
  if (isShell(name)) return unwrapShell(command.arguments);
  const language = languageOf(name);
  if (language) return unwrapInterpreter(command.arguments, language);
  if (["docker", "podman", "nerdctl"].includes(name)) return unwrapContainer(command.arguments);
  if (name === "eval") return unwrapEval(command.arguments);
  if (name === "find") return unwrapFind(command.arguments);
  if (name === "command" && /^-[vV]/.test(command.arguments[0]?.text ?? "")) return undefined;
  // `$SUDO` is `sudo` or nothing at all.
  if (first.values.length === 0 && /^\$\w*(?:sudo|doas|as_root)\w*$/i.test(first.text)) {
    return command.arguments.length > 0 ? { kind: "command", words: command.arguments } : undefined;
  }
  const wrapper = Object.hasOwn(WRAPPERS, name) ? WRAPPERS[name] : undefined;
  return wrapper && unwrapWrapper(name, wrapper, command.arguments);
}

function unwrapWrapper(name: string, wrapper: Wrapper, words: readonly Argument[]): Wrapped | undefined {
  const { valued = [], script, skip = 0 } = wrapper;
  const at = script === undefined ? -1 : words.findIndex(({ text }) => text === script || text === "--command");
  const scriptText = at === -1 ? undefined : words[at + 1];
  if (scriptText) return { kind: "script", text: scriptText, words: [] };
  const start = skipOptions(words, valued, name === "sudo" || name === "env" || name === "doas");
  const command = words.slice(start + skip);
  if (command.length === 0) return wrapper.shell ? { kind: "input", language: undefined } : undefined;
  // What `xargs` appends.
  return { kind: "command", words: name === "xargs" ? [...command, unknownArgument("$()")] : command };
}

/** The index of the first word that is neither an option, nor an option's value, nor, where they may come, an assignment. */
function skipOptions(words: readonly Argument[], valued: readonly string[], assignments: boolean): number {
  let index = 0;
  for (; index < words.length; index += 1) {
    const text = words[index]?.text ?? "";
    if (text === "--") return index + 1;
    if (assignments && /^[A-Za-z_]\w*=/.test(text)) continue;
    if (!text.startsWith("-")) break;
    if (valued.includes(text)) index += 1;
  }
  return index;
}

function unwrapShell(words: readonly Argument[]): Wrapped | undefined {
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    const text = word?.text ?? "";
    if (word === undefined) break;
    if (/^[-+][a-z]*c[a-z]*$/.test(text)) {
      const script = words.slice(index + 1).find((next) => !/^[-+]/.test(next.text));
      if (!script) return undefined;
      return { kind: "script", text: script, words: words.slice(words.indexOf(script) + 2) };
    }
    if (/^-[a-z]*s[a-z]*$/.test(text) || text === "-") return { kind: "input", language: undefined };
    if (text === "--version" || text === "--help") return undefined;
    if (/^[-+][a-z]*o$|^--(?:rc|init-)file$/i.test(text)) index += 1;
    else if (!/^[-+]./.test(text)) return { kind: "file", path: word, language: undefined };
  }
  return { kind: "input", language: undefined };
}

// One-line programs mostly take a value out of some JSON: only those that name what is looked for are reported.
const OF_INTEREST = /cryptsetup|crypttab|clevis|fstab|s3fs|rclone|goofys|geesefs|mount-s3|juicefs|s3backer|s3ql/;

function unwrapInterpreter(words: readonly Argument[], language: Text): Wrapped | undefined {
  for (const [index, word] of words.entries()) {
    if (/^-[a-zA-Z]*[ceE]$/.test(word.text)) {
      return OF_INTEREST.test(words[index + 1]?.text ?? "") ? { kind: "foreign", language } : undefined;
    }
    if (word.text === "-") return { kind: "input", language };
    if (/^-[mVhvWX]|^--(?:version|help)$/.test(word.text)) return undefined;
    // `awk` takes its program as a word, not as a file.
    if (!word.text.startsWith("-"))
      return /\s|[{}]/.test(word.text) ? undefined : { kind: "file", path: word, language };
  }
  return { kind: "input", language };
}

/** The words after a container's image, run in it. */
export function splitContainerCommand(words: readonly Argument[]): {
  options: readonly Argument[];
  image: Argument | undefined;
  command: readonly Argument[];
} {
  let index = 0;
  for (; index < words.length; index += 1) {
    const text = words[index]?.text ?? "";
    if (!text.startsWith("-")) break;
    if (!CONTAINER_FLAGS.test(text)) index += 1;
  }
  return { options: words.slice(0, index), image: words[index], command: words.slice(index + 1) };
}

function unwrapContainer(words: readonly Argument[]): Wrapped | undefined {
  const rest = words[0]?.text === "container" ? words.slice(1) : words;
  if (rest[0]?.text !== "run" && rest[0]?.text !== "exec") return undefined;
  const { command } = splitContainerCommand(rest.slice(1));
  return command.length > 0 ? { kind: "command", words: command } : undefined;
}

/** What `find` runs on each file it finds. */
function unwrapFind(words: readonly Argument[]): Wrapped | undefined {
  const start = words.findIndex(({ text }) => /^-(?:exec|execdir|ok)$/.test(text)) + 1;
  if (start === 0) return undefined;
  const end = words.findIndex(({ text }, index) => index >= start && (text === ";" || text === "+"));
  const command = words.slice(start, end === -1 ? undefined : end);
  return command.length > 0 ? { kind: "command", words: command } : undefined;
}

function unwrapEval(words: readonly Argument[]): Wrapped | undefined {
  if (words.length === 0) return undefined;
  const unread = words.find(({ values }) => values.length !== 1);
  // `eval set -- "$OPTIONS"`: the command is known, its words are not.
  if (unread && unread !== words[0]) return { kind: "command", words };
  if (unread) return { kind: "script", text: unread, words: [] };
  const text = words.map((word) => valueOf(word) ?? "").join(" ");
  return { kind: "script", text: { text, values: [text], from: [] }, words: [] };
}
