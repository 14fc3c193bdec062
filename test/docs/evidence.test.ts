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
  expect(encryptedDevices.map(({ device, key }) => [device.replace(/^.*d(?=b$)/, ""), key])).toEqual([
    ["b", undefined],
  ]);
  expect([untracedDevices, unread]).toEqual([[], []]);
});

test("each key of the page that lies beside the data is seen, and where", () => {
  const keys = documents("Where the key lies").map(({ text }) => {
    return readUserData(text).encryptedDevices.map(({ key }) => key);
  });
  expect(keys).toEqual([
    [{ in: "user data", line: 2 }],
    [{ in: "file", path: "/root/data.key" }],
    [{ in: "address", address: "http://keys.example.internal/data" }],
    [{ in: "file", path: "/etc/luks/data" }],
  ]);
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
