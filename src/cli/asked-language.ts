/** What `--lang` says on the command line, before the command line is read. */
export function askedLanguage(argv: readonly string[]): string | undefined {
  const index = argv.findIndex((argument) => argument === "--lang" || argument.startsWith("--lang="));
  if (index < 0) return undefined;
  return argv[index]?.split("=")[1] ?? argv[index + 1];
}
