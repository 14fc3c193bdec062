import {
  isSensitive,
  type Listener,
  listenersOf,
  LoadBalancer,
  PORT,
  type Ports,
  TLS_PORTS,
  coversPorts,
  EVERY_TCP_PORT,
} from "../../src/outscale";
import { all, certainly, definePolicy, finding, ifKnown, some, withClauses } from "../../src/policy";
import type { Text } from "../../src/text";

export const requireLoadBalancerTls = definePolicy({
  name: "require-load-balancer-tls",
  clauses: ["R10.encryption", "R13.links"],
  ground: "obligation",
  severity: "high",
  level: "mandatory",
  alone: [LoadBalancer],
  title: {
    en: "Load balancers that face the Internet speak TLS",
    fr: "Les load balancers exposés à Internet chiffrent en TLS",
  },
  why: {
    en: "Encrypting its flows is the client's duty: what a listener takes in clear can be read and changed by every network on the way.",
    fr: "Chiffrer ses flux incombe au client : ce qu'un listener reçoit en clair peut être lu et modifié par chaque réseau traversé.",
  },
  remediation: {
    en: "Write `HTTPS` or `SSL` in `loadBalancerProtocol` and the certificate in `serverCertificateId`, or pass TLS on over `TCP` on its usual port; keep plain HTTP to port 80, for the redirection to HTTPS.",
    fr: "Écrivez `HTTPS` ou `SSL` dans `loadBalancerProtocol` et le certificat dans `serverCertificateId`, ou laissez passer TLS en `TCP` sur son port habituel ; gardez HTTP en clair pour le port 80, où il redirige vers HTTPS.",
  },
  settings: {
    tlsPorts: {
      type: "array",
      items: PORT,
      default: TLS_PORTS,
      description: "The ports on which what is passed on over TCP counts as TLS.",
    },
    redirectPorts: {
      type: "array",
      items: PORT,
      default: [80],
      description: "The ports on which plain HTTP may redirect to a TLS listener of the same load balancer.",
    },
  },
  emptiedBy: ({ settings }) =>
    coversPorts(settings.tlsPorts, EVERY_TCP_PORT) ? "require-load-balancer-tls.tlsPorts" : undefined,
  messages: {
    "no-certificate": ({ port, protocol }: InClear) => {
      const { en, fr } = describePort(port);
      return {
        en: `${en} is to speak ${protocol} with the Internet, and no certificate is given.`,
        fr: `${fr} doit parler ${protocol} avec Internet, et aucun certificat n'est donné.`,
      };
    },
    "passed-on": ({ port }: InClear) => {
      const { en, fr } = describePort(port);
      return {
        en: `${en} passes on over TCP what comes from the Internet, and is no port of TLS.`,
        fr: `${fr} laisse passer en TCP ce qui vient d'Internet, et n'est pas un port TLS.`,
      };
    },
    "no-redirection": ({ port }: InClear) => {
      const { en, fr } = describePort(port);
      return {
        en: `${en} speaks plain HTTP with the Internet, and no listener beside it speaks TLS.`,
        fr: `${fr} dialogue en HTTP en clair avec Internet, et aucun listener à côté ne chiffre en TLS.`,
      };
    },
    plain: ({ port }: InClear) => {
      const { en, fr } = describePort(port);
      return {
        en: `${en} speaks plain HTTP with the Internet.`,
        fr: `${fr} parle HTTP en clair avec Internet.`,
      };
    },
  },
  subjects: (system) => listenersOf(system),
  applies: ({ balancer }) => balancer.isInternetFacing(),
  *check(listener, { settings, messages }) {
    const tlsPorts = settings.tlsPorts;
    const isRedirectPort = () => some(settings.redirectPorts, (port) => listener.listensOn(port));
    const isInClear = all(
      () => !listener.isEncrypted(tlsPorts),
      () => !(listener.protocol === "HTTP" && redirects(listener, isRedirectPort, tlsPorts)),
    );
    if (!isInClear) return;
    const { protocol } = listener;
    const port = ifKnown(() => listener.port);
    const found = finding(listener, messages[findFault(listener, isRedirectPort)]({ port, protocol }));
    // Links have to be encrypted for what is deemed sensitive (R13.links), flows whatever they carry.
    yield certainly(() => isSensitive(listener.balancer)) ? found : withClauses(found, ["R10.encryption"]);
  },
});

/** The port and the protocol of a listener that is not encrypted. */
interface InClear {
  /** `undefined` where it is not known. */
  readonly port: number | undefined;
  readonly protocol: Listener["protocol"];
}

/** Whether plain HTTP may be there to send clients to TLS: it listens on a port for that, beside a TLS listener. */
function redirects(listener: Listener, isRedirectPort: () => boolean, tlsPorts: readonly Ports[]): boolean {
  return all(isRedirectPort, () => some(listener.siblings(), (sibling) => sibling.isEncrypted(tlsPorts)));
}

/** The id of the message that says why a listener counts as in clear. */
function findFault(listener: Listener, isRedirectPort: () => boolean) {
  if (listener.endsTls()) return "no-certificate";
  if (listener.protocol === "TCP") return "passed-on";
  return certainly(isRedirectPort) ? "no-redirection" : "plain";
}

function describePort(port: number | undefined): Text {
  return port === undefined
    ? { en: "A port", fr: "Un port" }
    : { en: `Port ${String(port)}`, fr: `Le port ${String(port)}` };
}
