import { linesOfSecrets } from "../../text";
import { REGIONS, subregionsOf } from "../provider/region";
import { PROTOCOLS } from "../provider/protocols";
import type { SharedSettings } from "../provider/settings";
import type { System } from "../provider/system";

/** Values that the provider or the convention gives a meaning: they say nothing of anybody, whoever marks them. */
const PUBLIC_WORDS: readonly string[] = [
  ...REGIONS.flatMap((region) => [region, ...subregionsOf(region)]),
  ...Object.keys(PROTOCOLS),
  ...["inbound", "outbound", "internet-facing", "internal", "http", "https", "ssl", "true", "false"],
  ...["default", "dedicated", "standard", "gp2", "io1", "running", "stopped"],
  // Words of the reports themselves, by which a reader tells one line from another.
  ...["tier", "entry", "net", "resource", "part", "stack", "account", "region", "subregion", "backup"],
  ...["critical", "high", "medium", "low", "mandatory", "advisory", "disabled", "state", "preview", "program"],
  ...["violation", "undetermined", "compliant", "exempted", "proof", "plan"],
];

/** The texts that a stack marks as secret, as they are to be kept out of all that is shown of it. */
export function listSecrets({ resources, settings }: Pick<System, "resources" | "settings">): string[] {
  const known = new Set([...PUBLIC_WORDS, ...wordsOf(settings)]);
  const secrets = linesOfSecrets(resources.flatMap(({ secretTexts = [] }) => secretTexts));
  return secrets.filter((secret) => !known.has(secret.toLowerCase()));
}

/** The words that the settings themselves give a meaning. */
function wordsOf({ environment, classification }: SharedSettings): string[] {
  return [...environment.production, ...environment.nonProduction, ...classification.values].map((word) =>
    word.toLowerCase(),
  );
}
