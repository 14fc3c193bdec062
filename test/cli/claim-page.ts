import { claim, type ClaimOptions } from "../../src/cli/claim";
import { type Language, UserError } from "../../src/text";

/** An incident of 45 minutes. */
export const INCIDENT = "2026-03-03T10:00+01:00/2026-03-03T10:45+01:00";

/** What the command writes, by its options as the command line has them. */
export function page(
  options: Partial<ClaimOptions> & Pick<ClaimOptions, "service">,
  language: Language = "en",
): string {
  const written: string[] = [];
  const print = (text: string) => void written.push(text);
  claim({ incident: [INCIDENT], format: "text", ...options }, { language, print });
  return written.join("");
}

/** The sentence that refuses an input. */
export function refusal(options: Partial<ClaimOptions>, language: Language = "en"): string {
  try {
    page({ service: "vm", ...options });
  } catch (error) {
    if (error instanceof UserError) return error.text[language];
    throw error;
  }
  throw new Error("was accepted");
}

/** The sections of a page that begin with some words, each as its lines. */
export function sectionsOf(written: string, beginning: string): string[][] {
  return written
    .trimEnd()
    .split("\n\n")
    .filter((section) => section.trimStart().startsWith(beginning))
    .map((section) => section.split("\n"));
}

/** The only section of a page that begins with some words; none where there is none. */
export function sectionOf(written: string, beginning: string): string[] {
  const [section = [], ...more] = sectionsOf(written, beginning);
  if (more.length > 0) throw new Error(`Several sections begin with ${beginning}`);
  return section;
}
