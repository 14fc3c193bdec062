import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readUserData } from "../../src/outscale/user-data";

const page = readFileSync(join(__dirname, "..", "..", "docs", "evidence.md"), "utf8");

/** The documents under a heading of the page. */
function documents(heading: string): { text: string }[] {
  const section = page.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? "";
  return [...section.matchAll(/^```\w+\n([^]*?)^```/gm)].map(([, text = ""]) => ({ text }));
}

test.each(documents("What proves it"))("$text opens the device", ({ text }) => {
  const { encryptedDevices, untracedDevices, unread } = readUserData(text);
  expect(encryptedDevices.map(({ device }) => device.replace(/^.*d(?=b$)/, ""))).toEqual(["b"]);
  expect([untracedDevices, unread]).toEqual([[], []]);
});

test.each(documents("What does not"))("$text opens none", ({ text }) => {
  const { encryptedDevices, untracedDevices, unread } = readUserData(text);
  expect([encryptedDevices, untracedDevices, unread]).toEqual([[], [], []]);
});

test.each([...documents("What cannot be traced"), ...documents("What may")])(
  "$text opens one that cannot be traced",
  ({ text }) => {
    const { encryptedDevices, untracedDevices } = readUserData(text);
    expect([encryptedDevices.length, untracedDevices.length]).toEqual([0, 1]);
  },
);
