import { type Argument, type Command, valueOf } from "./shell/command";

/** What opens an encrypted device. */
export type DeviceOpener =
  "bitlocker" | "clevis" | "cryptsetup" | "crypttab" | "ignition" | "systemd-cryptsetup" | "talos";

/** A device that something opens as an encrypted one. */
export interface UnlockedDevice {
  readonly device: Argument;
  readonly by: DeviceOpener;
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
      return readCryptsetup(command.arguments);
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

function readCryptsetup(words: readonly Argument[]): UnlockedDevice | undefined {
  const plain: Argument[] = [];
  let type: Argument | undefined;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined) break;
    const { text } = word;
    if (text === "--test-passphrase" || text === "--help" || text === "--version") return undefined;
    if (text.startsWith("--type="))
      type = { text: text.slice(7), values: word.values.map((value) => value.slice(7)), from: [] };
    else if (text === "-M" || text === "--type") type = words[(index += 1)];
    else if (CRYPTSETUP_VALUED.includes(text)) index += 1;
    // An unknown word before the action is taken for options.
    else if (!text.startsWith("-") && (plain.length > 0 || word.values.length > 0)) plain.push(word);
  }
  const [action, device] = plain;
  const opened = OPENING_ACTIONS[valueOf(action) ?? ""];
  if (opened === undefined || !device) return undefined;
  if (opened === "" && type) {
    const value = valueOf(type);
    if (value === undefined) return { device: { ...device, values: [] }, by: "cryptsetup" };
    if (!ENCRYPTED_TYPES.includes(value.toLowerCase())) return undefined;
  }
  return { device, by: "cryptsetup" };
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
  const [action, , device, key, options] = words;
  if (action?.text !== "attach" || !device) return undefined;
  if (isWithoutHeader(key?.text, options?.text)) return undefined;
  return { device, by: "systemd-cryptsetup" };
}

/** True for a device opened without a LUKS or BitLocker header: a plain mapping, swap or a temporary file system. */
export function isWithoutHeader(key: string | undefined, options: string | undefined): boolean {
  const types = (options ?? "").split(",");
  const plain = types.some((option) => /^(?:plain|swap|tmp|tcrypt.*)$/.test(option) || option.startsWith("tmp="));
  return plain || /^\/dev\/u?random$/.test(key ?? "");
}
