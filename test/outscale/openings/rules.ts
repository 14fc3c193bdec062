import { formatRange } from "../../../src/outscale/openings/cidrs";
import { toBox } from "../../../src/outscale/openings/box";
import { OpeningSet } from "../../../src/outscale/openings/opening-set";
import { serviceTexts } from "../../../src/outscale/openings/service-text";

type Written = readonly [protocol: string, from: number | undefined, to: number | undefined, ...ranges: string[]];

/** What rules open together. */
export function openings(...rules: readonly Written[]): OpeningSet {
  return OpeningSet.of(
    rules.flatMap(([ipProtocol, fromPortRange, toPortRange, ...ranges]) =>
      ranges.map((range) => {
        const form = {
          ipProtocol,
          ...(fromPortRange === undefined ? {} : { fromPortRange }),
          ...(toPortRange === undefined ? {} : { toPortRange }),
        };
        const box = toBox(form, range);
        if (!box) throw new Error(`${ipProtocol} from ${range} is no opening.`);
        return box;
      }),
    ),
  );
}

/** The boxes of a set in words, `TCP 22 from 10.0.0.0/8`. */
export function texts(set: OpeningSet): string[] {
  return set.boxes.map(({ services, addresses: range }) => {
    const names = serviceTexts(services).map(({ en }) => en);
    return `${names.join(", ")} from ${formatRange(range)}`;
  });
}
