import { type Argument, type Command, valueOf } from "./shell/command";
import { splitContainerCommand } from "./shell/wrappers";

/** A bucket that something mounts, and where when that is known. */
export interface Mounting {
  readonly tool: string;
  readonly target: string | undefined;
}

/** File system types, `fuse.` apart, and mount programs by the tool they are of. */
const TYPES: Readonly<Record<string, string>> = {
  s3fs: "s3fs",
  rclone: "rclone",
  rclonefs: "rclone",
  goofys: "goofys",
  geesefs: "geesefs",
  "mount-s3": "mount-s3",
  "mountpoint-s3": "mount-s3",
  s3backer: "s3backer",
  juicefs: "juicefs",
  s3ql: "s3ql",
  objectivefs: "objectivefs",
  riofs: "riofs",
  yas3fs: "yas3fs",
};

/** Commands that mount whatever their first word is; the others have a subcommand for it. */
const MOUNTERS = ["s3fs", "goofys", "geesefs", "mount-s3", "s3backer", "riofs", "yas3fs"];
const INFORMING = /^(?:--?help|--version|-[hV]|--erase|--reset|--list-?blocks)$/i;
/** Options of these tools whose value is often a path, which is not where the bucket is mounted. */
const PATH_OPTIONS =
  /^(?:-o|-f|-c|--(?:cache|cache-dir|config|log|log-file|log-directory|ca-cert|client-cert|client-key|temp-dir|passwd-file|authfile|cachedir|options|types))$/;
const RCLONE_COMMANDS =
  /^(?:about|authorize|backend|bisync|cat|check|checksum|cleanup|cmount|completion|config|convmv|copy|copyto|copyurl|cryptcheck|cryptdecode|dedupe|delete|deletefile|gendocs|hashsum|help|link|listremotes|ls|lsd|lsf|lsjson|lsl|mkdir|mount|mount2|move|moveto|ncdu|nfsmount|obscure|purge|rc|rcat|rcd|rmdir|rmdirs|selfupdate|serve|settier|size|sync|test|touch|tree|version)$/;

/** The tool whose bucket an entry of a mount table, or `mount -t`, mounts. */
export function findToolOfEntry(what: string, type: string): string | undefined {
  const name = type.replace(/^fuse3?\./, "").toLowerCase();
  const named = entryOf(TYPES, name);
  if (named === "s3ql" && what.startsWith("local:")) return undefined;
  // `s3fs#bucket` is the older form, with `fuse` as its type.
  return named ?? entryOf(TYPES, /^([\w-]+)#/.exec(what)?.[1] ?? "");
}

/** The bucket a command mounts, when it does. */
export function findMounting(command: Command): Mounting | undefined {
  const { name } = command;
  if (MOUNTERS.includes(name)) {
    const words = command.arguments;
    if (isInforming(words)) return undefined;
    return words.some(({ text }) => !text.startsWith("-")) ? { tool: name, target: targetIn(words) } : undefined;
  }
  switch (name) {
    case "rclone":
      return isInforming(command.arguments) ? undefined : readRclone(command.arguments);
    case "juicefs":
    case "objectivefs": {
      const words = command.arguments;
      const isMounting = firstPlain(words)?.text === "mount" && !isInforming(words);
      return isMounting ? { tool: name, target: targetIn(words) } : undefined;
    }
    case "mount":
    case "systemd-mount":
      return readMount(command.arguments);
    case "docker":
    case "podman":
    case "nerdctl":
      return readContainer(command.arguments);
    default: {
      const type = /^mount\.(?:fuse3?\.)?(.+)$/.exec(name)?.[1];
      if (type === undefined) return undefined;
      const words = command.arguments;
      const plain = words.filter(({ text }) => !text.startsWith("-"));
      const tool = findToolOfEntry(plain.find(({ text }) => /^local:|#/.test(text))?.text ?? "", type);
      return tool !== undefined && plain.length > 0 ? { tool, target: targetIn(words) } : undefined;
    }
  }
}

function isInforming(words: readonly Argument[]): boolean {
  return words.some(({ text }) => INFORMING.test(text));
}

function readRclone(words: readonly Argument[]): Mounting | undefined {
  const at = words.findIndex((word) => RCLONE_COMMANDS.test(valueOf(word) ?? ""));
  const command = words[at]?.text ?? "";
  const rest = words.slice(at + 1);
  if (/^(?:mount2?|cmount|nfsmount)$/.test(command)) {
    return rest.some(({ text }) => !text.startsWith("-")) ? { tool: "rclone", target: targetIn(rest) } : undefined;
  }
  if (command !== "rc" || !rest.some(({ text }) => text === "mount/mount")) return undefined;
  const point = rest.find(({ text }) => text.startsWith("mountPoint="));
  return { tool: "rclone", target: valueOf(point)?.slice("mountPoint=".length) };
}

function readMount(words: readonly Argument[]): Mounting | undefined {
  const at = words.findIndex(({ text }) => text === "-t" || text === "--types" || text === "--type");
  const joined = words.find(({ text }) => /^(?:-t.|--types?=)/.test(text));
  const type = at === -1 ? joined?.text.replace(/^(?:-t|--types?=)/, "") : words[at + 1]?.text;
  if (type === undefined) return undefined;
  const places = words.filter(({ text }, index) => !text.startsWith("-") && (at === -1 || index !== at + 1));
  const what = places.find(({ text }) => /^(?:[\w-]+#|local:)/.test(text))?.text ?? "";
  const tool = places.length > 0 ? findToolOfEntry(what, type) : undefined;
  return tool === undefined ? undefined : { tool, target: targetIn(words) };
}

function readContainer(words: readonly Argument[]): Mounting | undefined {
  const [action, ...rest] = words[0]?.text === "container" ? words.slice(1) : words;
  if (action?.text === "volume") return readVolume(rest);
  if (action?.text !== "run" && action?.text !== "create") return undefined;
  const { options, image, command } = splitContainerCommand(rest);
  const driver = toolIn(valueAfter(options, "--volume-driver"));
  if (driver !== undefined) return { tool: driver, target: undefined };
  const tool = toolIn(image?.text);
  if (tool === "rclone") return readRclone(command);
  const text = options.map((option) => option.text).join(" ");
  const privileged = /--privileged(?!=false)|\/dev\/fuse|SYS_ADMIN/i.test(text);
  return tool !== undefined && privileged ? { tool, target: undefined } : undefined;
}

function readVolume(words: readonly Argument[]): Mounting | undefined {
  if (words[0]?.text !== "create") return undefined;
  const tool = toolIn(valueAfter(words, "-d") ?? valueAfter(words, "--driver"));
  return tool === undefined ? undefined : { tool, target: undefined };
}

/** The tool that an image or a driver is named after, `rclone/docker-volume-rclone:amd64`. */
function toolIn(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const words = name.toLowerCase().split(/[^a-z0-9]+/);
  const tool = Object.keys(TYPES).find((type) => words.includes(type));
  return tool === undefined ? (/mount(?:point)?-s3/.test(name) ? "mount-s3" : undefined) : TYPES[tool];
}

function valueAfter(words: readonly Argument[], option: string): string | undefined {
  const at = words.findIndex(({ text }) => text === option);
  if (at !== -1) return words[at + 1]?.text;
  return words.find(({ text }) => text.startsWith(`${option}=`))?.text.slice(option.length + 1);
}

function firstPlain(words: readonly Argument[]): Argument | undefined {
  return words.find(({ text }) => !text.startsWith("-"));
}

/** Where a bucket is mounted: the first path that is not the value of an option. */
function targetIn(words: readonly Argument[]): string | undefined {
  const at = words.findIndex(
    (word, index) => valueOf(word)?.startsWith("/") && !PATH_OPTIONS.test(words[index - 1]?.text ?? ""),
  );
  return valueOf(words[at]);
}

function entryOf(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
