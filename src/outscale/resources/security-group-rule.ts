import { possibly, Unknown, valueAt } from "../../stack";
import type { Inputs } from "../provider/inputs";
import { elementPaths, View } from "../provider/view";
import {
  type Flow,
  GroupOpening,
  Opening,
  type OpeningRule,
  OWN_GROUP,
  RangeOpening,
  type RuleOf,
} from "./rule-openings";
import { type GroupReference, groupAt, groupOf, isGroup } from "./security-group";

type RuleInputs = Inputs["outscale:index/securityGroupRule:SecurityGroupRule"];

/** Rules of a security group, in the flat form or as `rules`. */
export class SecurityGroupRule
  extends View<"outscale:index/securityGroupRule:SecurityGroupRule">
  implements OpeningRule
{
  static readonly types = ["outscale:index/securityGroupRule:SecurityGroupRule"] as const;

  /** What the rules open in one direction, one opening for each peer, known or not. */
  openings(flow: Flow): readonly Opening[] {
    return this.system.memo(flow, this, () => (possibly(() => this.isOf(flow)) ? this.#opened(flow) : []));
  }

  /** The openings of these to address ranges. */
  rangeOpenings(flow: Flow): RangeOpening[] {
    return this.openings(flow).filter((opening) => opening instanceof RangeOpening);
  }

  /** Whether its rules are of a direction. */
  isOf(flow: Flow): boolean {
    return (this.written.flow === "Outbound") === (flow === "Outbound");
  }

  /**
   * The group it belongs to; one without, which the provider refuses, is by itself.
   * @throws {UnknownValue} when it is not known, or several are possible
   */
  group(): GroupReference {
    const { system, resource } = this;
    return this.#has(OWN_GROUP) ? groupAt(system, resource, OWN_GROUP) : groupOf(resource);
  }

  /**
   * Whether the group it belongs to passes a test.
   * @throws {Undecided} when it is not known whether the group it belongs to is such a one
   */
  belongsTo(test: (group: GroupReference) => boolean): boolean {
    const { system, resource } = this;
    return this.#has(OWN_GROUP) ? isGroup(system, resource, OWN_GROUP, test) : test(groupOf(resource));
  }

  #opened(flow: Flow): Opening[] {
    return [
      ...this.#flat(flow),
      ...elementPaths(this.resource.inputs, "rules").flatMap((path, index) => this.#nested(flow, path, index)),
    ];
  }

  #flat(flow: Flow): Opening[] {
    const rule: RuleOf = { view: this, flow, path: "", form: () => this.written };
    return [
      ...(this.#has("ipRange") ? [new RangeOpening(rule, "ipRange", () => this.written.ipRange)] : []),
      // A group in this form excludes protocol and ports: it is let in by all of them.
      ...(this.#has(LINKED) ? [new GroupOpening({ ...rule, form: () => ({}) }, LINKED, LINKED)] : []),
    ];
  }

  #nested(flow: Flow, path: string, index: number): Opening[] {
    const { inputs } = this.resource;
    const written = () => this.written.rules?.[index] ?? {};
    const rule: RuleOf = { view: this, flow, path, form: written };
    // A rule that is not known at all is one opening, which hides what others it has.
    if (valueAt(inputs, path) instanceof Unknown) return [new RangeOpening(rule, path, () => written().ipRanges?.[0])];
    return [
      ...elementPaths(inputs, `${path}.ipRanges`).map(
        (range, position) => new RangeOpening(rule, range, () => written().ipRanges?.[position]),
      ),
      ...elementPaths(inputs, `${path}.securityGroupsMembers`).map((member) => {
        const isNamed = valueAt(inputs, `${member}.securityGroupId`) === undefined;
        return new GroupOpening(rule, member, `${member}.${isNamed ? "securityGroupName" : "securityGroupId"}`);
      }),
      ...elementPaths(inputs, `${path}.serviceIds`).map((service) => new Opening(rule, service)),
    ];
  }

  #has(property: keyof RuleInputs): boolean {
    const value = this.resource.inputs[property];
    return value !== undefined && value !== "";
  }
}

const LINKED = "securityGroupNameToLink";
