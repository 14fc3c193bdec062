import { readUserData, type UserData } from "../../../src/outscale/user-data";

/** What a document does, with what it does not left out. */
export function factsOf(text: string): Partial<UserData> {
  const { outscale, encryptedDevices, untracedDevices, bucketMounts, tightLoops, databases, unread } =
    readUserData(text);
  return {
    ...(outscale.size > 0 && { outscale }),
    ...(encryptedDevices.length > 0 && { encryptedDevices }),
    ...(untracedDevices.length > 0 && { untracedDevices }),
    ...(bucketMounts.length > 0 && { bucketMounts }),
    ...(tightLoops.length > 0 && { tightLoops }),
    ...(databases.length > 0 && { databases }),
    ...(unread.length > 0 && { unread }),
  };
}

export function base64(text: string | Uint8Array): string {
  return Buffer.from(text).toString("base64");
}

/** A shell script with its first line, so that the given text starts on line 2. */
export function bash(text: string): string {
  return `#!/bin/bash\n${text}\n`;
}
