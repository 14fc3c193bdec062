import { all, any, some, SubjectOf, UnreadableValue } from "../../stack";
import type { Ports } from "../provider/ports";
import type { System } from "../provider/system";
import { elementPaths, isSet } from "../provider/view";
import { LoadBalancer } from "./load-balancer";
import { hasCertificate } from "./load-balancer-attributes";

/** One listener of a load balancer. */
export class Listener extends SubjectOf {
  /** The load balancer that it is a part of. */
  readonly balancer: LoadBalancer;
  readonly #index: number;

  constructor(balancer: LoadBalancer, path: string, index: number) {
    super("part", balancer.resource, path);
    this.balancer = balancer;
    this.#index = index;
  }

  get system(): System {
    return this.balancer.system;
  }

  /** The port that clients call. */
  get port(): number | undefined {
    return this.balancer.written.listeners?.[this.#index]?.loadBalancerPort;
  }

  /** The port of the VMs behind it. */
  get backendPort(): number | undefined {
    return this.balancer.written.listeners?.[this.#index]?.backendPort;
  }

  /**
   * The protocol that clients speak, in capitals whatever the program writes.
   * @throws {UnreadableValue} when it is none of those there are
   */
  get protocol(): Protocol {
    return this.#protocolAt("loadBalancerProtocol");
  }

  /** The protocol it speaks with the VMs behind it: where none is named, that of the clients. */
  get backendProtocol(): Protocol {
    const isNamed = this.balancer.written.listeners?.[this.#index]?.backendProtocol !== undefined;
    return isNamed ? this.#protocolAt("backendProtocol") : this.protocol;
  }

  /** Whether its protocol is one of TLS, which the load balancer itself ends. */
  endsTls(): boolean {
    return TLS.includes(this.protocol);
  }

  /** Whether what clients send is encrypted: it ends TLS with a certificate, or passes on what comes to a port of TLS. */
  isEncrypted(tlsPorts: readonly Ports[]): boolean {
    return any(
      () => this.endsTlsWithCertificate(),
      () =>
        all(
          () => this.protocol === "TCP",
          () => some(tlsPorts, (port) => this.listensOn(port)),
        ),
    );
  }

  /**
   * Whether what it sends to the VMs behind it is encrypted: it speaks TLS with them, or passes on what goes to a port of
   * TLS.
   */
  isEncryptedBehind(tlsPorts: readonly Ports[]): boolean {
    return any(
      () => TLS.includes(this.backendProtocol),
      () =>
        all(
          () => this.backendProtocol === "TCP",
          () => some(tlsPorts, (port) => this.sendsTo(port)),
        ),
    );
  }

  /** All the listeners of its load balancer, itself among them. */
  siblings(): readonly Listener[] {
    return listenersOfBalancer(this.balancer);
  }

  /** Whether clients call it on one of these ports: a load balancer carries everything over TCP, HTTP or not. */
  listensOn(ports: Ports): boolean {
    return ports.protocol === "tcp" && isAmong(this.port, ports);
  }

  /** Whether it sends to one of these ports of the VMs behind it, which it does over TCP, HTTP or not. */
  sendsTo(ports: Ports): boolean {
    return ports.protocol === "tcp" && isAmong(this.backendPort, ports);
  }

  /** Whether it ends TLS itself, with a certificate. */
  endsTlsWithCertificate(): boolean {
    return all(
      () => this.endsTls(),
      () => this.#hasCertificate(),
    );
  }

  #protocolAt(property: "loadBalancerProtocol" | "backendProtocol"): Protocol {
    const written = this.balancer.written.listeners?.[this.#index]?.[property]?.toUpperCase();
    const protocol = PROTOCOLS.find((each) => each === written);
    if (protocol === undefined) throw new UnreadableValue(this.resource, this.#pathOf(property), NO_PROTOCOL);
    return protocol;
  }

  #hasCertificate(): boolean {
    return any(
      () => isSet(this.resource, this.#pathOf("serverCertificateId")),
      () => hasCertificate(this.balancer, () => this.port),
    );
  }

  #pathOf(property: string): string {
    return `${this.path}.${property}`;
  }
}

function isAmong(port: number | undefined, { first, last }: Ports): boolean {
  return port !== undefined && first <= port && port <= last;
}

/** The ports on which what is passed on over TCP counts as TLS, unless a setting names others. */
export const TLS_PORTS = [443, 465, 636, 993, 6443, 8443];

/** What a load balancer speaks with clients, and with the VMs behind it. */
type Protocol = (typeof PROTOCOLS)[number];

const PROTOCOLS = ["HTTP", "HTTPS", "TCP", "SSL"] as const;
const TLS: readonly Protocol[] = ["HTTPS", "SSL"];
const NO_PROTOCOL = {
  en: "text that is no protocol of a load balancer",
  fr: "un texte qui n'est pas un protocole de load balancer",
};

/** The listeners of every load balancer; a list that is not known stands for one. */
export function listenersOf(system: System): Listener[] {
  return system.all(LoadBalancer).flatMap(listenersOfBalancer);
}

export function listenersOfBalancer(balancer: LoadBalancer): readonly Listener[] {
  // Asked of every rule that may stand in front of it.
  return balancer.system.memo(listenersOfBalancer, balancer, () =>
    elementPaths(balancer.resource.inputs, "listeners").map((path, index) => new Listener(balancer, path, index)),
  );
}
