import { all, SubjectOf, UnreadableValue } from "../stack";
import { type AddressRange, addressesOf } from "./addresses";
import type { Inputs } from "./inputs";
import { AddressSet } from "./openings/address-set";
import { isOpenToTheInternet } from "./openings/public-space";
import { EVERY_PORT, EVERY_PROTOCOL, includesPort, type Port, portsBetween, type PortRange, protocolOf } from "./ports";
import { elementPaths, View } from "./view";

type RuleInputs = Inputs["outscale:index/securityGroupRule:SecurityGroupRule"];
/** The flat properties of the resource and the elements of `rules` say the same things. */
type RuleForm = Pick<RuleInputs, "ipProtocol" | "fromPortRange" | "toPortRange">;

/** Rules of a security group, in the flat form or as `rules`. */
export class SecurityGroupRule extends View<"outscale:index/securityGroupRule:SecurityGroupRule"> {
  static readonly types = ["outscale:index/securityGroupRule:SecurityGroupRule"] as const;

  /** One opening for each address range the rules let in, known or not. Sources that are groups are none. */
  inboundOpenings(): Opening[] {
    if (this.resource.inputs["flow"] === "Outbound") return [];
    const flat = this.sets("ipRange")
      ? [
          new Opening(
            this,
            "ipRange",
            () => this.written,
            () => this.written.ipRange,
          ),
        ]
      : [];
    return [
      ...flat,
      ...elementPaths(this.resource.inputs, "rules").flatMap((path, index) => this.#openingsOf(path, index)),
    ];
  }

  #openingsOf(path: string, index: number): Opening[] {
    const rule = () => this.written.rules?.[index] ?? {};
    return elementPaths(this.resource.inputs, `${path}.ipRanges`).map(
      (range, position) => new Opening(this, range, rule, () => this.written.rules?.[index]?.ipRanges?.[position]),
    );
  }
}

const NO_RANGE = { en: "text that is no address range", fr: "un texte qui n'est pas une plage d'adresses" };

/** One address range that one rule lets in. */
export class Opening extends SubjectOf {
  readonly rule: SecurityGroupRule;
  readonly #form: () => RuleForm;
  readonly #range: () => string | undefined;

  constructor(rule: SecurityGroupRule, path: string, form: () => RuleForm, range: () => string | undefined) {
    super("part", rule.resource, path);
    this.rule = rule;
    this.#form = form;
    this.#range = range;
  }

  /** `Inbound` or `Outbound`. */
  get flow(): string | undefined {
    return this.rule.written.flow;
  }

  /** `tcp`, `udp`, ..., or `-1` for every protocol. */
  get protocol(): string {
    return protocolOf(this.#form().ipProtocol);
  }

  /** With every protocol the provider ignores the ports the rule names. */
  get ports(): PortRange {
    const form = this.#form();
    return this.protocol === EVERY_PROTOCOL ? EVERY_PORT : portsBetween(form.fromPortRange, form.toPortRange);
  }

  /** The range as written, `203.0.113.0/24`. */
  get source(): string {
    return this.#range() ?? "";
  }

  get addresses(): AddressRange {
    const addresses = addressesOf(this.source);
    if (addresses) return addresses;
    throw new UnreadableValue(this.resource, this.path, NO_RANGE);
  }

  /** True when the opening lets in TCP or UDP to this port. */
  admits(port: Port): boolean {
    return all(
      () => this.flow !== "Outbound",
      () => [EVERY_PROTOCOL, port.protocol].includes(this.protocol),
      () => includesPort(this.ports, port.number),
    );
  }

  isOpenToTheInternet(): boolean {
    return isOpenToTheInternet(AddressSet.of([this.addresses]));
  }
}
