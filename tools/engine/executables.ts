import { readFileSync } from "node:fs";
import { join } from "node:path";
import { engineFolder } from "./go";

/** An executable of Pulumi's, as it is built. */
export interface Executable {
  readonly name: string;
  /** The folder of the go.mod that says which version. */
  readonly module: string;
  readonly package: string;
  readonly version: string;
  /** The variable that tells the executable its own version. */
  readonly versionVariable: string;
}

export const CLI: Executable = {
  name: "pulumi",
  module: engineFolder,
  package: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
  version: versionIn(engineFolder, "github.com/pulumi/pulumi/pkg/v3"),
  versionVariable: "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version",
};

const yamlFolder = join(engineFolder, "yaml");

/** What runs programs that are written in YAML: the CLI looks for it beside itself and on the PATH. */
export const YAML_HOST: Executable = {
  name: "pulumi-language-yaml",
  // With the CLI's requirements the two would have to agree on every version.
  module: yamlFolder,
  package: "github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml",
  version: versionIn(yamlFolder, "github.com/pulumi/pulumi-yaml"),
  versionVariable: "github.com/pulumi/pulumi-yaml/pkg/version.Version",
};

function versionIn(module: string, required: string): string {
  const lines = readFileSync(join(module, "go.mod"), "utf8").split("\n");
  const words = lines.map((line) =>
    line
      .trim()
      .replace(/^require /, "")
      .split(" "),
  );
  const version = words.find(([name]) => name === required)?.[1];
  if (version === undefined) throw new Error(`${module}/go.mod names no version of ${required}`);
  return version;
}
