import { type Argument, type Command, type Loop, valueOf } from "./shell/command";

/** What a loop calls again and again, of which everybody has a share. */
export type SharedService = "api" | "metadata" | "dns" | "ntp";

/** Clients of Outscale's command APIs. */
const API_CLIENTS = ["osc-cli", "oapi-cli", "octl", "oks-cli"];
const HTTP_CLIENTS = ["curl", "wget", "http", "https", "xh"];
const DNS_CLIENTS = ["dig", "drill", "host", "kdig", "nslookup", "resolvectl", "systemd-resolve"];
const TIME_CLIENTS = ["ntpdate", "ntpdig", "sntp"];

const METADATA = /(?:^|[/@])169\.254\.169\.254(?:[/:]|$)/;
/** The API of a region, `api.cloudgouv-eu-west-1.outscale.com`: any but that of its objects. */
const API = /^(?:https?:\/\/)?(?!oos\.)[a-z0-9-]+\.[a-z]+(?:-[a-z]+)+-\d+\.(?:oks\.)?outscale\.(?:com|hk)(?:[/:]|$)/i;

/** What goes through its input ends with it: each round has a line, an option, a word of its own. */
const CONSUMING = ["read", "mapfile", "readarray", "getopts", "shift"];

/** The calls of a loop that nothing slows down. */
export function findTightCalls({ commands, runs }: Loop): { service: SharedService; line: number }[] {
  // A program that is not the system's may pause by itself.
  const isPaced = commands.some(isPause) || runs.some(({ path }) => !/^\/(?:usr\/)?s?bin\//.test(path));
  if (isPaced || commands.some(({ name }) => CONSUMING.includes(name))) return [];
  return commands.flatMap((command) => {
    const service = command.reached ? serviceOf(command) : undefined;
    return service === undefined ? [] : [{ service, line: command.line }];
  });
}

function isPause({ name, arguments: words }: Command): boolean {
  if (name === "sleep") return words.some((word) => (secondsOf(word) ?? 1) >= 1);
  // With these it waits longer after each failure.
  if (name === "curl") return words.some(({ text }) => /^--retry(?:=|$)/.test(text));
  return name === "inotifywait" || name === "wait";
}

/** How long a word of `sleep` is, when it is known. */
function secondsOf(word: Argument): number | undefined {
  const [, number, unit = "s"] = /^(\d*\.?\d+)([smhd]?)$/.exec(valueOf(word) ?? "") ?? [];
  if (number === undefined) return undefined;
  return Number(number) * (unit === "s" || unit === "" ? 1 : 60);
}

function serviceOf({ name, arguments: words }: Command): SharedService | undefined {
  const texts = words.flatMap(({ text, values }) => [text, ...values]);
  const plain = texts.filter((text) => !text.startsWith("-"));
  if (HTTP_CLIENTS.includes(name)) {
    if (texts.some((text) => METADATA.test(text))) return "metadata";
    return texts.some((text) => API.test(text)) ? "api" : undefined;
  }
  if (API_CLIENTS.includes(name)) return plain.length > 0 ? "api" : undefined;
  if (DNS_CLIENTS.includes(name)) return plain.length > 0 ? "dns" : undefined;
  if (name === "getent") return /^(?:a?hosts|ahostsv[46])$/.test(plain[0] ?? "") ? "dns" : undefined;
  if (TIME_CLIENTS.includes(name)) return plain.length > 0 ? "ntp" : undefined;
  const asksOnce =
    (name === "chronyd" && texts.some((text) => /^-[qQ]$/.test(text))) || (name === "ntpd" && texts.includes("-q"));
  return asksOnce ? "ntp" : undefined;
}
