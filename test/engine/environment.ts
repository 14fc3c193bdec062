import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

const bin = join(__dirname, "..", "..", "tools", "engine", "bin");

/** Whether there is a real CLI, with its host for YAML programs: what needs them can be skipped where they are not. */
export function hasEngine(): boolean {
  return ["pulumi", "pulumi-language-yaml"].every((name) => existsSync(join(bin, name)));
}

/** What the CLI is started with: it sees the stand-in for the cloud, asks no one, and keeps everything in `home`. */
export function engineEnvironment(home: string): Record<string, string> {
  return {
    PATH: [bin, process.env["PATH"] ?? ""].join(delimiter),
    PULUMI_HOME: home,
    PULUMI_BACKEND_URL: pathToFileURL(home).href,
    PULUMI_CONFIG_PASSPHRASE: "",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    PULUMI_DISABLE_REGISTRY_RESOLVE: "true",
    PULUMI_SKIP_CONFIRMATIONS: "true",
  };
}
