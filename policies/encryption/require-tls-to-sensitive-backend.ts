import {
  isSensitive,
  type Listener,
  listenersOf,
  PORT,
  TLS_PORTS,
  coversPorts,
  EVERY_TCP_PORT,
  settingWithoutSensitive,
} from "../../src/outscale";
import { definePolicy, finding, ifKnown } from "../../src/policy";

export const requireTlsToSensitiveBackend = definePolicy({
  name: "require-tls-to-sensitive-backend",
  clauses: ["R10.encryption", "R13.links"],
  ground: "obligation",
  severity: "high",
  level: "advisory",
  title: {
    en: "Load balancers on sensitive Nets speak TLS with what is behind them",
    fr: "Les load balancers des Nets sensibles chiffrent en TLS vers ce qui est derrière eux",
  },
  why: {
    en: "Communications deemed sensitive go over encrypted links: what a load balancer sends on in clear crosses the Net, and the Subregions between, as it is.",
    fr: "Les communications jugées sensibles passent par des liens chiffrés : ce qu'un load balancer transmet en clair traverse tel quel le Net, et les liaisons entre Sous-régions.",
  },
  remediation: {
    en: "Write `HTTPS` or `SSL` in `backendProtocol`, or `TCP` with a `backendPort` on which the VMs end TLS themselves.",
    fr: "Écrivez `HTTPS` ou `SSL` dans `backendProtocol`, ou `TCP` avec un `backendPort` où les VM terminent TLS elles-mêmes.",
  },
  settings: {
    tlsPorts: {
      type: "array",
      items: PORT,
      default: TLS_PORTS,
      description: "The ports of VMs on which what is passed on over TCP counts as TLS.",
    },
  },
  emptiedBy: ({ settings, system }) =>
    coversPorts(settings.tlsPorts, EVERY_TCP_PORT)
      ? "require-tls-to-sensitive-backend.tlsPorts"
      : settingWithoutSensitive(system),
  messages: {
    "in-clear": ({ port, protocol }: InClear) => {
      const [number, name] = [String(port ?? ""), protocol ?? ""];
      return {
        en: `What is sensitive goes to port ${number} of the VMs behind over ${name}, in clear.`,
        fr: `Ce qui est sensible est envoyé en clair, en ${name}, au port ${number} des VM placées derrière.`,
      };
    },
  },
  subjects: (system) => listenersOf(system),
  applies: ({ balancer }) => isSensitive(balancer),
  *check(listener, { settings, messages }) {
    if (listener.isEncryptedBehind(settings.tlsPorts)) return;
    const port = ifKnown(() => listener.backendPort);
    const protocol = ifKnown(() => listener.backendProtocol);
    yield finding(listener, messages["in-clear"]({ port, protocol }));
  },
});

/** The port and the protocol of unencrypted traffic to VMs; `undefined` where not known. */
interface InClear {
  readonly port: Listener["backendPort"];
  readonly protocol: Listener["backendProtocol"] | undefined;
}
