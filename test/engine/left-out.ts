import { hasEngine } from "./environment";

/** Says once what a run of the tests leaves out. */
export default function sayLeftOut(): void {
  if (hasEngine()) return;
  process.stderr.write("The tests against the real engine are left out: `npm run engine` builds it.\n");
}
