/** Reads the value of `--lang` before the rest of the command line, whose errors are told in that language. */
export function findAskedLanguage(argv: readonly string[]): string | undefined {
  const index = argv.findIndex((argument) => argument === "--lang" || argument.startsWith("--lang="));
  if (index < 0) return undefined;
  return argv[index]?.split("=")[1] ?? argv[index + 1];
}
