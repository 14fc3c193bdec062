import build from "../support/build";
import { hasEngine } from "./environment";

/** Builds, and says once what a run leaves out. */
export default function beforeAllTests(...given: Parameters<typeof build>): void {
  build(...given);
  if (hasEngine()) return;
  process.stderr.write(
    "The tests of the real engine, of Python and Go programs and of other SDK versions are left out: run `npm run engine`.\n",
  );
}
