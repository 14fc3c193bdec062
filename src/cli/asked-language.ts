/** The value of `--lang`, read by itself: an error in the rest of the command line is told in that language too. */
export function findAskedLanguage(argv: readonly string[]): string | undefined {
  const index = argv.findIndex((argument) => argument === "--lang" || argument.startsWith("--lang="));
  if (index < 0) return undefined;
  return argv[index]?.split("=")[1] ?? argv[index + 1];
}
