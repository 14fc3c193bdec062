import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { formatJson, maskIn, maskInJson, showForeign } from "../../src/text";

describe("foreign text is shown", () => {
  test.each([
    ["a line break", "web\n0 mandatory violations", "web\\n0 mandatory violations"],
    ["a colour and a moved cursor", "\u001b[31mweb\u001b[1A", "\\u001b[31mweb\\u001b[1A"],
    ["text in the other direction", "web\u202eevil", "web\\u202eevil"],
    ["a separator of lines", "web\u2028next", "web\\u2028next"],
    ["a command to GitHub", "::error::pwn", "\\u003a:error::pwn"],
    ["a command to GitHub after blanks", "web ::error::pwn", "web \\u003a:error::pwn"],
    ["an older command to GitHub", "web ##[set-env name=PATH]", "web \\u0023#[set-env name=PATH]"],
    ["a command to Azure", "##vso[task.complete]", "\\u0023#vso[task.complete]"],
  ])("without %s", (_name, foreign, shown) => {
    expect(showForeign(foreign)).toBe(shown);
  });

  test.each(["urn:pulumi:dev::shop::outscale:index/vm:Vm::web", "élan # 1", "a  b", "## title"])(
    "as it is: %s",
    (text) => {
      expect(showForeign(text)).toBe(text);
    },
  );

  test("in JSON that says the same, and turns nothing round", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ unit: "binary" }), (value, text) => {
        const document = { value, text: `${text}\u202e\u2028\u009b` };
        const json = formatJson(document);
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(document)));
        expect(json.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u);
      }),
    );
  });
});

test("JSON holds no command of a pipeline, and says the same", () => {
  const document = { "##[a": "##vso[task.complete]x", list: ["#", "##[error]"] };
  expect(formatJson(document)).not.toMatch(/##\w*\[/);
  expect(JSON.parse(formatJson(document))).toEqual(document);
});

describe("a secret is masked", () => {
  const mask = maskIn(["hunter2!", "top secret", "a.b", 'say "it"\nagain']);

  test.each([
    ["by itself, in any case", "it is Hunter2! here", "it is [secret] here"],
    ["broken over lines", "it is top\n    secret.", "it is [secret]."],
    ["as JSON writes it", String.raw`"say \"it\"\nagain"`, '"[secret]"'],
    ["as foreign text is shown", String.raw`say "it"\nagain`, "[secret]"],
    ["not inside other words, nor as a pattern", "aXb, za.bz, stop secrets", "aXb, za.bz, stop secrets"],
  ])("%s", (_name, shown, masked) => {
    expect(mask(shown)).toBe(masked);
  });

  test("behind the escape of a line break", () => {
    expect(maskIn(["hunter2"])(String.raw`"a\nhunter2\nb"`)).toBe(String.raw`"a\n[secret]\nb"`);
  });

  test("not as a word of a name of the command's own", () => {
    const shown = "require-tier-in-every-subregion of tier, my-tier";
    expect(maskIn(["tier"], ["require-tier-in-every-subregion"])(shown)).toBe(
      "require-tier-in-every-subregion of [secret], my-[secret]",
    );
  });

  test("in JSON that stays JSON", () => {
    const document = { name: "hunter2", note: 'say "it"\nhunter2"' };
    const masked = maskInJson(['hunter2"', "hunter2"])(formatJson(document));
    expect(JSON.parse(masked)).toEqual({ name: "[secret]", note: 'say "it"\n[secret]' });
  });

  test("wherever it stands", () => {
    const secret = fc.stringMatching(/^[a-z0-9$^*+?()[\]{}|\\.-]{6,20}$/);
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (hidden, before, after) => {
        expect(maskIn([hidden])(`${before} ${hidden} ${after}`)).not.toContain(` ${hidden} `);
      }),
    );
  });
});
