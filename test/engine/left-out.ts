import { hasEngine } from "./environment";

/** Says once what a run of the tests leaves out. */
export default function sayLeftOut(): void {
  if (hasEngine()) return;
  process.stderr.write(
    "The tests of the real engine, of Python and Go programs and of other SDK versions are left out: run `npm run engine`.\n",
  );
}
