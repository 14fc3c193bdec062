import { type Language, LANGUAGES } from "./text";

/** The language of everything a user reads: `--lang`, else the pack's variable, else the locale. */
export function chooseLanguage(asked: string | undefined, environment: NodeJS.ProcessEnv): Language {
  const locale =
    ["LC_ALL", "LC_MESSAGES", "LANG"].map((name) => environment[name] ?? "").find((value) => value !== "") ?? "";
  const wanted = [asked, environment["PULUMI_POLICY_OUTSCALE_LANG"], locale.slice(0, 2).toLowerCase()];
  return (
    wanted.map((each) => LANGUAGES.find((language) => language === each)).find((found) => found !== undefined) ?? "en"
  );
}
