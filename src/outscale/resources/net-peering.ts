import { reference, referredName, UnknownValue, UnreadableValue } from "../../stack";
import { type AddressRange, addressesOf } from "../provider/addresses";
import type { System } from "../provider/system";
import { View } from "../provider/view";
import { Net } from "./net";

const NO_RANGE = { en: "text that is no address range", fr: "un texte qui n'est pas une plage d'adresses" };
const ENDS = ["sourceNetId", "accepterNetId"] as const;

/** Ties two Nets, of one account or two. */
export class NetPeering extends View<"outscale:index/netPeering:NetPeering"> {
  static readonly types = ["outscale:index/netPeering:NetPeering"] as const;

  /** The two Nets, by the names or ids that the program gives them. */
  get identity(): string {
    return ENDS.map((end) => referredName(this.resource, end) ?? "").join(" ");
  }

  /** The two ends, the requesting one first. */
  ends(): readonly [PeeringEnd, PeeringEnd] {
    return [new PeeringEnd(this, ENDS[0]), new PeeringEnd(this, ENDS[1])];
  }

  /**
   * The other account that is to accept it; `undefined` for one between Nets of one account.
   * @throws {UnknownValue} when that is not known
   */
  otherAccount(): string | undefined {
    const account = this.sets("accepterOwnerId") ? this.written.accepterOwnerId : undefined;
    const isOwn = account === undefined || account === this.written.sourceNetAccountId;
    // A Net of the stack's is its own account's, whatever number that has.
    return isOwn || this.ends()[1].net() instanceof Net ? undefined : account;
  }
}

/** Accepts a peering that another account may have asked for. */
export class NetPeeringAcceptation extends View<"outscale:index/netPeeringAcceptation:NetPeeringAcceptation"> {
  static readonly types = ["outscale:index/netPeeringAcceptation:NetPeeringAcceptation"] as const;

  /**
   * The peering.
   * @throws {UnknownValue} when it is not one of the stack's: who asked for it is not known
   */
  peering(): NetPeering {
    return this.target("netPeeringId", NetPeering);
  }
}

/** One of the two Nets of a peering. */
export class PeeringEnd {
  readonly path: (typeof ENDS)[number];
  readonly #peering: NetPeering;

  constructor(peering: NetPeering, path: (typeof ENDS)[number]) {
    this.#peering = peering;
    this.path = path;
  }

  get system(): System {
    return this.#peering.system;
  }

  /**
   * The Net, or the id of one that is not the stack's.
   * @throws {UnknownValue} when it is not known
   */
  net(): Net | string {
    const { system, resource } = this.#peering;
    const target = reference(system, resource, { path: this.path, types: Net.types });
    if (target === undefined) throw new UnknownValue(resource, this.path);
    return "resource" in target ? system.view(target.resource, Net) : target.outside;
  }

  /**
   * The Net, where it is one of the stack's.
   * @throws {UnknownValue} when the Net is not one of the stack's, or not known
   */
  ownNet(): Net {
    return this.#peering.target(this.path, Net);
  }

  /**
   * The addresses of the Net.
   * @throws {Undecided} when it is not one of the stack's, or they are not known
   */
  addresses(): AddressRange {
    const net = this.ownNet();
    const addresses = addressesOf(net.written.ipRange ?? "");
    if (addresses) return addresses;
    throw new UnreadableValue(net.resource, "ipRange", NO_RANGE);
  }

  /** Whether a setting names the Net, by logical name, urn or id. */
  isNamedIn(names: readonly string[]): boolean {
    const net = this.net();
    return net instanceof Net ? net.isNamedIn(names) : names.includes(net);
  }
}
