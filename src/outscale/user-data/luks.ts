import type { KeySource } from "./key-place";
import { type Argument, type Command, knownArgument, valueOf } from "./shell/command";

/** What opens an encrypted device. */
export type DeviceOpener =
  "bitlocker" | "clevis" | "cryptsetup" | "crypttab" | "ignition" | "systemd-cryptsetup" | "talos";

/** A device that something opens as an encrypted one. */
export interface UnlockedDevice {
  readonly device: Argument;
  readonly by: DeviceOpener;
  /** Where its key comes from; absent where the VM is asked for none: a TPM, a key server, what somebody types. */
  readonly key?: KeySource;
}

const CRYPTSETUP_VALUED = [
  ...[
    "-c",
    "--cipher",
    "-d",
    "--key-file",
    "-h",
    "--hash",
    "-s",
    "--key-size",
    "-S",
    "--key-slot",
    "-l",
    "-b",
    "--size",
  ],
  ...[
    "--keyfile-size",
    "--keyfile-offset",
    "--new-keyfile-size",
    "--new-keyfile-offset",
    "-o",
    "--offset",
    "-p",
    "--skip",
  ],
  ...["-M", "--type", "-T", "--tries", "-t", "--timeout", "-i", "--iter-time", "--header", "--uuid", "--label"],
  ...["--subsystem", "--master-key-file", "--volume-key-file", "--volume-key-keyring", "--token-id", "--token-type"],
  ...["--pbkdf", "--pbkdf-memory", "--pbkdf-parallel", "--pbkdf-force-iterations", "--sector-size", "--integrity"],
  ...["--priority", "--device-size", "--key-description", "--external-tokens-path", "--progress-frequency"],
  ...["--veracrypt-pim", "--align-payload", "--link-vk-to-keyring"],
];

/** The types that a volume of the catalogue's encryption has: LUKS and BitLocker. */
const OPENING_ACTIONS: Readonly<Record<string, string>> = { luksOpen: "luks", bitlkOpen: "bitlk", open: "" };
const ENCRYPTED_TYPES = ["luks", "luks1", "luks2", "bitlk"];

/** The device a command opens as an encrypted one, when it does. */
export function findUnlockedDevice(command: Command): UnlockedDevice | undefined {
  switch (command.name) {
    case "cryptsetup":
      return readCryptsetup(command);
    case "clevis":
      return readClevis(command.arguments);
    case "clevis-luks-unlock":
    case "clevis-luks-bind":
      return readClevis([...splitAtDashes(command.name), ...command.arguments]);
    case "systemd-cryptsetup":
      return readAttach(command.arguments);
    default:
      return undefined;
  }
}

/** The device that a command gives a key to, by which it may be opened for as long as it keeps that key. */
export function findKeyedDevice(command: Command): UnlockedDevice | undefined {
  const { name, arguments: words } = command;
  if (name === "clevis" || name === "clevis-luks-bind") {
    const binding = readClevis(name === "clevis" ? words : [...splitAtDashes(name), ...words]);
    const key = words.findIndex(({ text }) => /^-[a-z]*k$/.test(text));
    return binding && key !== -1 ? withKey(binding, words[key + 1], command) : undefined;
  }
  if (name !== "cryptsetup") return undefined;
  const { plain, keyFile } = readCryptsetupWords(words);
  const [action, device, given] = plain;
  const isKeying = valueOf(action) === "luksFormat" || valueOf(action) === "luksAddKey";
  return isKeying && device ? withKey({ device, by: "cryptsetup" }, given ?? keyFile, command) : undefined;
}

function readCryptsetup(command: Command): UnlockedDevice | undefined {
  const { plain, type, keyFile, isQuestion } = readCryptsetupWords(command.arguments);
  const [action, device] = plain;
  const opened = OPENING_ACTIONS[valueOf(action) ?? ""];
  if (isQuestion || opened === undefined || !device) return undefined;
  const opening = withKey({ device, by: "cryptsetup" }, keyFile, command);
  if (opened === "" && type) {
    const value = valueOf(type);
    if (value === undefined) return { ...opening, device: { ...device, values: [] } };
    if (!ENCRYPTED_TYPES.includes(value.toLowerCase())) return undefined;
  }
  return opening;
}

/** The words of `cryptsetup` by what they are. */
function readCryptsetupWords(words: readonly Argument[]) {
  const plain: Argument[] = [];
  let type: Argument | undefined;
  let keyFile: Argument | undefined;
  let isQuestion = false;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined) break;
    const { text } = word;
    if (text === "--test-passphrase" || text === "--help" || text === "--version") isQuestion = true;
    if (text.startsWith("--type=")) type = dropStart(word, 7);
    else if (text === "-M" || text === "--type") type = words[(index += 1)];
    else if (text.startsWith("--key-file=")) keyFile = dropStart(word, 11);
    else if (/^-d./.test(text)) keyFile = dropStart(word, 2);
    else if (text === "-d" || text === "--key-file") keyFile = words[(index += 1)];
    else if (CRYPTSETUP_VALUED.includes(text)) index += 1;
    // An unknown word before the action is taken for options.
    else if (!text.startsWith("-") && (plain.length > 0 || word.values.length > 0)) plain.push(word);
    else if (text === "-" && plain.length > 0) plain.push(word);
  }
  return { plain, type, keyFile, isQuestion };
}

/** What is left of a word without its first characters, which are known. */
function dropStart({ text, values, ...origins }: Argument, length: number): Argument {
  return { ...origins, text: text.slice(length), values: values.map((value) => value.slice(length)) };
}

/** A device with where its key comes from: a file, or what the command reads. */
function withKey(opening: UnlockedDevice, file: Argument | undefined, { input }: Command): UnlockedDevice {
  const isInput = file === undefined || file.text === "-" || file.text === "/dev/stdin";
  if (!isInput) return { ...opening, key: { file } };
  return input ? { ...opening, key: { input } } : opening;
}

/** A device with the key that a table names for it, which may be none. */
export function withKeyFile(opening: UnlockedDevice, path: string | undefined, name: string): UnlockedDevice {
  if (path !== undefined && !["-", "none"].includes(path)) {
    const file = path.includes("$") ? { text: path, values: [], from: [] } : knownArgument(path);
    return { ...opening, key: { file } };
  }
  // systemd looks here where it is told of none.
  return { ...opening, key: { fileIfWritten: `/etc/cryptsetup-keys.d/${name}.key` } };
}

/**
 * `clevis luks unlock` opens the device; `clevis luks bind` refuses one that is not LUKS already and has
 * no other use than opening it at boot.
 */
function readClevis(words: readonly Argument[]): UnlockedDevice | undefined {
  if (words[0]?.text !== "luks" || !["unlock", "bind"].includes(words[1]?.text ?? "")) return undefined;
  const at = words.findIndex(({ text }) => /^-[a-z]*d$/.test(text));
  const device = at === -1 ? undefined : words[at + 1];
  return device && { device, by: "clevis" };
}

function splitAtDashes(name: string): Argument[] {
  return name
    .split("-")
    .slice(1)
    .map((text) => ({ text, values: [text], from: [] }));
}

function readAttach(words: readonly Argument[]): UnlockedDevice | undefined {
  const [action, name, device, key, options] = words;
  if (action?.text !== "attach" || !device) return undefined;
  if (isWithoutHeader(key?.text, options?.text)) return undefined;
  return withKeyFile({ device, by: "systemd-cryptsetup" }, key?.text, name?.text ?? "");
}

/** True for a device opened without a LUKS or BitLocker header: a plain mapping, swap or a temporary file system. */
export function isWithoutHeader(key: string | undefined, options: string | undefined): boolean {
  const types = (options ?? "").split(",");
  const plain = types.some((option) => /^(?:plain|swap|tmp|tcrypt.*)$/.test(option) || option.startsWith("tmp="));
  return plain || /^\/dev\/u?random$/.test(key ?? "");
}
