import { type Language, LANGUAGES } from "../contract/text";

/** The language of everything a user reads: `--lang`, else the pack's variable, else the locale. */
export function languageOf(asked: string | undefined, environment: NodeJS.ProcessEnv): Language {
  const locale =
    ["LC_ALL", "LC_MESSAGES", "LANG"].map((name) => environment[name] ?? "").find((value) => value !== "") ?? "";
  const wanted = [asked, environment["PULUMI_POLICY_OUTSCALE_LANG"], locale.slice(0, 2).toLowerCase()];
  return (
    wanted.map((each) => LANGUAGES.find((language) => language === each)).find((found) => found !== undefined) ?? "en"
  );
}

/** What `--lang` says on the command line, before the command line is read. */
export function askedLanguage(argv: readonly string[]): string | undefined {
  const index = argv.findIndex((argument) => argument === "--lang" || argument.startsWith("--lang="));
  if (index < 0) return undefined;
  return argv[index]?.split("=")[1] ?? argv[index + 1];
}
