import {
  attempt,
  certainly,
  ifKnown,
  possibly,
  type Maybe,
  type Possible,
  type Resource,
  type Subject,
  type Undecided,
  UnknownValue,
} from "../../stack";
import type { Box } from "../openings/box";
import { OpeningSet } from "../openings/opening-set";
import { PUBLIC_SPACE } from "../openings/public-space";
import { type ServiceRange, mergeServices, intersectServices } from "../openings/services";
import type { System } from "../provider/system";
import type { Flow, OpeningRule, RangeOpening } from "../resources/rule-openings";
import { rulesByGroup } from "./rules-by-group";

/** What several rules open together. */
export interface Sum {
  readonly services: readonly ServiceRange[];
  /** The ranges that add up, as written. */
  readonly ranges: readonly string[];
}

/** All that the rules of one security group let pass in one direction, from or to address ranges. */
export class OpeningsOfGroup implements Subject {
  readonly kind = "resource";
  readonly path = "";
  /** The group, or the first of its rules when the group is not in the stack. */
  readonly resource: Resource;
  readonly related: readonly Resource[];
  /** The first of its rules. */
  readonly rule: OpeningRule;
  readonly system: System;
  /** The openings of rules that are certainly the group's. */
  readonly own: readonly RangeOpening[];
  /** Of rules that may be the group's. */
  readonly loose: readonly Possible<RangeOpening>[];

  /** @param resource none for the openings of rules of which no group is certain, and which may be one's */
  constructor(resource: Resource | undefined, own: readonly RangeOpening[], loose: readonly Possible<RangeOpening>[]) {
    const openings = own.length > 0 ? own : loose.map(({ value }) => value);
    const [first] = openings;
    if (!first) throw new Error("a group without openings");
    this.resource = resource ?? first.resource;
    this.related = [...new Set(openings.map((opening) => opening.resource))];
    this.rule = first.rule;
    this.system = first.rule.system;
    this.own = own;
    this.loose = loose;
  }

  get name(): string {
    return this.resource.name;
  }

  /**
   * Which of the services several rules open to more of the Internet together than any of them does alone;
   * `undefined` when they do not.
   * @throws {Undecided} when an opening that is not known could make the difference
   */
  addsUp(watched: readonly ServiceRange[]): Sum | undefined {
    const known = this.own.filter(isKnownNarrow);
    const isKnown = new Set(known);
    const unsure = this.own.filter((opening) => !isKnown.has(opening)).map((value): Maybe<RangeOpening> => ({ value }));
    const own = unsure.filter(mayBeNarrow);
    // What adds up without an opening of the group itself is said where no group is certain.
    if (this.own.length > 0 && known.length + own.length === 0) return undefined;
    const hidden = [...own, ...this.loose.filter(mayBeNarrow)];
    if (known.length + hidden.length < 2) return undefined;
    const boxes = known.flatMap((opening) => boxesOf(opening, watched));
    const open = OpeningSet.of(boxes).openToTheInternet();
    if (!open.isEmpty) {
      const adding = known.filter((opening) => overlaps(boxesOf(opening, watched), open));
      const services = mergeServices(open.boxes.map((box) => box.services));
      return { services, ranges: [...new Set(adding.map(({ source }) => source))] };
    }
    this.#throwDoubt(boxes, hidden, watched);
    return undefined;
  }

  /** @throws {Undecided} when what is hidden adds up with what is known, or with what else is hidden */
  #throwDoubt(boxes: readonly Box[], hidden: readonly Maybe<RangeOpening>[], watched: readonly ServiceRange[]): void {
    const isPlaced = ({ value: opening }: Maybe<RangeOpening>) => ifKnown(() => opening.addresses) !== undefined;
    const placed = hidden.filter(isPlaced);
    const most = placed.flatMap(({ value }) => boxesOf(value, watched));
    const open = OpeningSet.of([...boxes, ...most]).openToTheInternet();
    const own = placed.filter(({ why }) => !why).flatMap(({ value }) => boxesOf(value, watched));
    if (this.own.length === 0 || overlaps([...boxes, ...own], open)) {
      const decisive = placed.find(({ value }) => overlaps(boxesOf(value, watched), open));
      if (decisive) throw whyHidden(decisive);
    }
    // A range that is not known may lie beside any other.
    const anywhere = hidden.filter((each) => !isPlaced(each));
    const publicly = OpeningSet.of(boxes).intersection(OpeningSet.fromAddresses(PUBLIC_SPACE));
    const reaches = (each: readonly Maybe<RangeOpening>[]) => {
      const services = mergeServices(each.flatMap(({ value }) => intersectServices(value.servicesAtMost, watched)));
      return !OpeningSet.toServices(...services).isDisjointFrom(publicly);
    };
    if (!reaches(anywhere)) return;
    const decisive = anywhere.find((each) => reaches([each]));
    if (decisive) throw whyHidden(decisive);
  }
}

/** Whether it may be open to a public range of one place. */
function mayBeNarrow({ value: opening }: Maybe<RangeOpening>): boolean {
  return possibly(() => opening.isInForce()) && possibly(() => opening.isPublic() && !opening.isOpenToTheInternet());
}

function isKnownNarrow(opening: RangeOpening): boolean {
  return (
    ifKnown(() => opening.services) !== undefined &&
    certainly(() => opening.isInForce() && opening.isPublic() && !opening.isOpenToTheInternet())
  );
}

/** What an opening lets pass of some services, at the most. */
function boxesOf(opening: RangeOpening, watched: readonly ServiceRange[]): Box[] {
  const { addresses } = opening;
  return intersectServices(opening.servicesAtMost, watched).map((services) => ({ services, addresses }));
}

function overlaps(boxes: readonly Box[], set: OpeningSet): boolean {
  return !OpeningSet.of(boxes).isDisjointFrom(set);
}

/** What hides whether an opening counts: whose it is, or what of it is not known. */
export function whyHidden({ value: opening, why }: Maybe<RangeOpening>): Undecided {
  const own = attempt(() => opening.isInForce() && opening.box);
  return why ?? own.why ?? new UnknownValue(opening.resource, opening.path);
}

/**
 * The openings of each security group with more than one in a direction; a group outside the stack is known by its id.
 * Rules of which no group is certain may be of any group, and of one together.
 */
export function openingsByGroup(system: System, flow: Flow): OpeningsOfGroup[] {
  return system.memo(`openings by group: ${flow}`, system, () => formGroups(system, flow));
}

function formGroups(system: System, flow: Flow): OpeningsOfGroup[] {
  const rules = rulesByGroup(system);
  const groups = [...rules.byGroup.values()].map(({ group, rules: own }) => ({
    resource: group.resource,
    own: own.flatMap((rule) => rule.rangeOpenings(flow)),
  }));
  const loose = rules.loose.flatMap(({ value: rule, why }) =>
    rule.rangeOpenings(flow).map((value) => ({ value, why })),
  );
  const anyones = loose.filter(({ why }) => why.candidates.length === 0);
  const others = loose.filter(({ why }) => why.candidates.length > 0);
  const ruled = groups.filter(({ own }) => own.length > 0);
  const certain = ruled.map(({ resource, own }) => {
    const possible = resource ? others.filter(({ why }) => why.candidates.includes(resource)) : [];
    // One list for all groups that no rule names among others: there may be many of both.
    return new OpeningsOfGroup(resource, own, possible.length > 0 ? [...possible, ...anyones] : anyones);
  });
  const all = loose.length > 1 ? [...certain, new OpeningsOfGroup(undefined, [], loose)] : certain;
  return all.filter(({ own, loose: possible }) => own.length + possible.length > 1);
}
