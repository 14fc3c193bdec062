import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { UserData } from "../../src/outscale/user-data";

const EXPECTED = ".facts.json";

/** A document as somebody would write it, and all that it does. */
export interface Example {
  readonly name: string;
  readonly text: string;
  readonly facts: object;
}

/** The documents that do what is looked for, or those that only look like it. */
export function examplesOf(kind: "does" | "does-not"): Example[] {
  const folder = join(__dirname, kind);
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  const names = readdirSync(folder).filter((name) => !name.endsWith(EXPECTED));
  return names.map((name) => ({ name, text: read(name), facts: JSON.parse(read(name + EXPECTED)) as object }));
}

/** What was read of a document, with what it does not do left out. */
export function toldOf(data: UserData): object {
  const { encryptedDevices, untracedDevices, bucketMounts, tightLoops, databases, diskUses, secrets } = data;
  const told = {
    outscale: Object.fromEntries(data.outscale),
    ...{ encryptedDevices, untracedDevices, bucketMounts, tightLoops, databases, diskUses, secrets },
    unread: data.unread.map(({ en }) => en),
  };
  return Object.fromEntries(Object.entries(told).filter(([, facts]) => Object.keys(facts).length > 0));
}
