import { describe, expect, test } from "@jest/globals";
import { type Ports, tcpPort } from "../../../src/outscale/provider/ports";
import { type Listener, listenersOf, listenersOfBalancer, TLS_PORTS } from "../../../src/outscale/resources/listener";
import { LoadBalancer } from "../../../src/outscale/resources/load-balancer";
import { type Resource, Unknown } from "../../../src/stack";
import { loadBalancer } from "../../support/builders";
import { from, type InputsOf, resource, systemOf } from "../../support/resources";
import { alone, answer } from "./answers";

type Inputs = InputsOf<"loadBalancer:LoadBalancer">;
type Listeners = Inputs["listeners"];
type Row<T> = [name: string, listeners: Listeners, expected: T | string, others?: readonly Resource[]];

const tls = TLS_PORTS.map(tcpPort);

/** The first listener of a load balancer. */
function first(
  listeners: Listeners,
  others: readonly Resource[] = [],
  inputs: Inputs = {},
  settings: object = {},
): Listener {
  const [found] = listenersOf(systemOf([loadBalancer("web", { listeners, ...inputs }), ...others], settings));
  if (!found) throw new Error("no listener");
  return found;
}

describe("the listeners of a stack are", () => {
  test.each<[name: string, balancers: readonly Resource[], expected: readonly string[]]>([
    ["none without load balancers", [], []],
    ["none of a load balancer that writes none", [loadBalancer("web", { listeners: undefined })], []],
    ["none of an empty list", [loadBalancer("web", { listeners: [] })], []],
    [
      "each of each load balancer",
      [loadBalancer("web", { listeners: [{ loadBalancerPort: 443 }, new Unknown()] }), loadBalancer("api")],
      ["part api listeners[0]", "part web listeners[0]", "part web listeners[1]"],
    ],
    ["one of a list that is not known", [loadBalancer("web", { listeners: new Unknown() })], ["part web listeners"]],
  ])("%s", (_name, balancers, expected) => {
    const found = listenersOf(systemOf(balancers));
    expect(found.map(({ kind, name, path }) => `${kind} ${name} ${path}`)).toEqual(expected);
  });

  test("for one load balancer, its own", () => {
    const [web, api] = [loadBalancer("web"), loadBalancer("api", { listeners: [{ loadBalancerPort: 80 }] })];
    const system = systemOf([web, api]);
    expect(listenersOfBalancer(system.view(api, LoadBalancer)).map(({ port }) => port)).toEqual([80]);
  });

  test("those that stand beside one, itself among them", () => {
    const listeners = [{ loadBalancerPort: 443 }, { loadBalancerPort: 80 }];
    expect(
      first(listeners)
        .siblings()
        .map(({ port }) => port),
    ).toEqual([443, 80]);
  });
});

describe("its ports are", () => {
  interface Ports {
    readonly port: number | string | undefined;
    readonly backendPort: number | string | undefined;
  }

  test.each<Row<Ports>>([
    ["numbers as written", [{ loadBalancerPort: 443, backendPort: 8443 }], { port: 443, backendPort: 8443 }],
    ["numbers in text", [{ loadBalancerPort: "443", backendPort: "8443" }], { port: 443, backendPort: 8443 }],
    ["none where none is written", [{ loadBalancerProtocol: "TCP" }], { port: undefined, backendPort: undefined }],
    [
      "not known",
      [{ loadBalancerPort: new Unknown(), backendPort: new Unknown() }],
      {
        port: "not known: listeners[0].loadBalancerPort of web",
        backendPort: "not known: listeners[0].backendPort of web",
      },
    ],
    [
      "not known of a listener that is not",
      [new Unknown()],
      { port: "not known: listeners[0] of web", backendPort: "not known: listeners[0] of web" },
    ],
    [
      "not known of listeners that are not",
      new Unknown(),
      { port: "not known: listeners of web", backendPort: "not known: listeners of web" },
    ],
  ])("%s", (_name, listeners, expected) => {
    const listener = first(listeners);
    expect({ port: answer(() => listener.port), backendPort: answer(() => listener.backendPort) }).toEqual(expected);
  });
});

describe("it listens on a port, and sends to one:", () => {
  test.each<[name: string, port: Ports, expected: { listens: boolean; sends: boolean }]>([
    ["that which clients call", tcpPort(443), { listens: true, sends: false }],
    ["that of the VMs", tcpPort(8080), { listens: false, sends: true }],
    ["another", tcpPort(80), { listens: false, sends: false }],
    ["among others", { first: 400, last: 8080, protocol: "tcp" }, { listens: true, sends: true }],
    ["that which clients call, over UDP", { ...tcpPort(443), protocol: "udp" }, { listens: false, sends: false }],
    ["that of the VMs, over UDP", { ...tcpPort(8080), protocol: "udp" }, { listens: false, sends: false }],
  ])("%s", (_name, port, expected) => {
    const listener = first([{ loadBalancerPort: 443, loadBalancerProtocol: "HTTPS", backendPort: 8080 }]);
    expect({ listens: listener.listensOn(port), sends: listener.sendsTo(port) }).toEqual(expected);
  });

  test.each<[name: string, port: Ports, expected: { listens: boolean | string; sends: boolean | string }]>([
    [
      "not known of TCP",
      tcpPort(443),
      {
        listens: "not known: listeners[0].loadBalancerPort of web",
        sends: "not known: listeners[0].backendPort of web",
      },
    ],
    ["no, of UDP", { ...tcpPort(443), protocol: "udp" }, { listens: false, sends: false }],
  ])("%s, while its ports are not", (_name, port, expected) => {
    const listener = first([{ loadBalancerPort: new Unknown(), backendPort: new Unknown() }]);
    expect({
      listens: answer(() => listener.listensOn(port)),
      sends: answer(() => listener.sendsTo(port)),
    }).toEqual(expected);
  });
});

describe("what is spoken with clients, and behind it, is", () => {
  const NONE = "text that is no protocol of a load balancer";

  interface Spoken {
    readonly clients: string;
    readonly behind: string;
    readonly endsTls: boolean | string;
  }

  test.each<Row<Spoken>>([
    ["HTTP", [{ loadBalancerProtocol: "HTTP" }], { clients: "HTTP", behind: "HTTP", endsTls: false }],
    ["HTTPS, which it ends", [{ loadBalancerProtocol: "HTTPS" }], { clients: "HTTPS", behind: "HTTPS", endsTls: true }],
    ["SSL, which it ends", [{ loadBalancerProtocol: "SSL" }], { clients: "SSL", behind: "SSL", endsTls: true }],
    ["TCP", [{ loadBalancerProtocol: "TCP" }], { clients: "TCP", behind: "TCP", endsTls: false }],
    [
      "each its own, in any case",
      [{ loadBalancerProtocol: "https", backendProtocol: "Http" }],
      { clients: "HTTPS", behind: "HTTP", endsTls: true },
    ],
    [
      "none that there is",
      [{ loadBalancerProtocol: "UDP" }],
      {
        clients: `not read: listeners[0].loadBalancerProtocol of web, ${NONE}`,
        behind: `not read: listeners[0].loadBalancerProtocol of web, ${NONE}`,
        endsTls: `not read: listeners[0].loadBalancerProtocol of web, ${NONE}`,
      },
    ],
    [
      "none that there is, where nothing is written",
      [{ loadBalancerPort: 443 }],
      {
        clients: `not read: listeners[0].loadBalancerProtocol of web, ${NONE}`,
        behind: `not read: listeners[0].loadBalancerProtocol of web, ${NONE}`,
        endsTls: `not read: listeners[0].loadBalancerProtocol of web, ${NONE}`,
      },
    ],
    [
      "none that there is, behind it alone",
      [{ loadBalancerProtocol: "TCP", backendProtocol: "TLS" }],
      { clients: "TCP", behind: `not read: listeners[0].backendProtocol of web, ${NONE}`, endsTls: false },
    ],
    [
      "not known",
      [{ loadBalancerProtocol: new Unknown() }],
      {
        clients: "not known: listeners[0].loadBalancerProtocol of web",
        behind: "not known: listeners[0].loadBalancerProtocol of web",
        endsTls: "not known: listeners[0].loadBalancerProtocol of web",
      },
    ],
    [
      "not known behind it alone",
      [{ loadBalancerProtocol: "HTTP", backendProtocol: new Unknown() }],
      { clients: "HTTP", behind: "not known: listeners[0].backendProtocol of web", endsTls: false },
    ],
    [
      "known behind it alone",
      [{ loadBalancerProtocol: new Unknown(), backendProtocol: "HTTP" }],
      {
        clients: "not known: listeners[0].loadBalancerProtocol of web",
        behind: "HTTP",
        endsTls: "not known: listeners[0].loadBalancerProtocol of web",
      },
    ],
  ])("%s", (_name, listeners, expected) => {
    const listener = first(listeners);
    expect({
      clients: answer(() => listener.protocol),
      behind: answer(() => listener.backendProtocol),
      endsTls: answer(() => listener.endsTls()),
    }).toEqual(expected);
  });
});

describe("what clients send is encrypted:", () => {
  const https = { loadBalancerPort: 443, loadBalancerProtocol: "HTTPS", backendPort: 80 };
  const certificate = "orn:ows:idauth::012345678910:server-certificate/web";
  const attributes = (inputs: InputsOf<"loadBalancerAttributes:LoadBalancerAttributes">, name = "certificate") =>
    resource("loadBalancerAttributes:LoadBalancerAttributes", name, {
      loadBalancerName: "web",
      loadBalancerPort: 443,
      serverCertificateId: certificate,
      ...inputs,
    });

  test.each<Row<boolean>>([
    ["yes, HTTPS with a certificate", [{ ...https, serverCertificateId: certificate }], true],
    [
      "yes, SSL with a certificate",
      [{ ...https, loadBalancerProtocol: "ssl", serverCertificateId: certificate }],
      true,
    ],
    ["yes, HTTPS with a certificate that is not known", [{ ...https, serverCertificateId: new Unknown() }], true],
    ["no, HTTPS without one", [https], false],
    ["no, HTTPS with an empty text for one", [{ ...https, serverCertificateId: "" }], false],
    ["no, HTTP with one", [{ ...https, loadBalancerProtocol: "HTTP", serverCertificateId: certificate }], false],
    ["yes, HTTPS with one that attributes set", [https], true, [attributes({})]],
    [
      "yes, HTTPS with one that attributes set on a port in text",
      [https],
      true,
      [attributes({ loadBalancerPort: "443" })],
    ],
    [
      "yes, HTTPS with one that attributes set by reference",
      [https],
      true,
      [attributes({ loadBalancerName: from(loadBalancer("web")) })],
    ],
    ["no, HTTPS with one for another port", [https], false, [attributes({ loadBalancerPort: 8443 })]],
    ["no, HTTPS with one for another load balancer", [https], false, [attributes({ loadBalancerName: "api" })]],
    ["no, HTTPS with attributes of another kind", [https], false, [attributes({ serverCertificateId: undefined })]],
    [
      "not known, HTTPS with one for a load balancer that is not known",
      [https],
      "not known: loadBalancerName of certificate",
      [attributes({ loadBalancerName: new Unknown() })],
    ],
    [
      "not known, HTTPS with one for a port that is not known",
      [https],
      "not known: loadBalancerPort of certificate",
      [attributes({ loadBalancerPort: new Unknown() })],
    ],
    ["yes, passed on from a port of TLS", [{ loadBalancerPort: 443, loadBalancerProtocol: "tcp" }], true],
    ["no, passed on from another port", [{ loadBalancerPort: 5432, loadBalancerProtocol: "TCP" }], false],
    [
      "not known, passed on from a port that is not",
      [{ loadBalancerPort: new Unknown(), loadBalancerProtocol: "TCP" }],
      "not known: listeners[0].loadBalancerPort of web",
    ],
    ["no, HTTP whatever the port", [{ loadBalancerPort: new Unknown(), loadBalancerProtocol: "HTTP" }], false],
    [
      "not known, by a protocol that is not",
      [{ ...https, loadBalancerProtocol: new Unknown() }],
      "not known: listeners[0].loadBalancerProtocol of web",
    ],
    [
      "no, by a protocol that is not known, without a certificate on a port that is not of TLS",
      [{ ...https, loadBalancerPort: 80, loadBalancerProtocol: new Unknown() }],
      false,
    ],
    ["not known, by a listener that is not", [new Unknown()], "not known: listeners[0] of web"],
    ["not known, by listeners that are not", new Unknown(), "not known: listeners of web"],
  ])("%s", (_name, listeners, expected, others = []) => {
    expect(answer(() => first(listeners, others).isEncrypted(tls))).toBe(expected);
  });

  test("not known by attributes of a name that may be its own", () => {
    const ask = () => first([https], [attributes({})], { loadBalancerName: new Unknown() }).isEncrypted(tls);
    expect(answer(ask)).toBe("not known: loadBalancerName of certificate, perhaps web");
  });

  test("on the ports that a setting names", () => {
    const listener = first([{ loadBalancerPort: 8443, loadBalancerProtocol: "TCP" }]);
    expect([listener.isEncrypted([]), listener.isEncrypted([tcpPort(8443)])]).toEqual([false, true]);
    expect(listener.isEncrypted([{ ...tcpPort(8443), protocol: "udp" }])).toBe(false);
  });

  test("by what another part of the system may set", () => {
    const part = { of: "shop", siblings: ["network/prod"] };
    const ask = () => first([https], [], {}, { part }).isEncrypted(tls);
    expect(answer(ask)).toBe("not in sight: a certificate for this listener, web");
  });

  test("known alone by the listener's own certificate, else decided with the stack", () => {
    const own = loadBalancer("web", { listeners: [{ ...https, serverCertificateId: certificate }] });
    const without = loadBalancer("web", { listeners: [https] });
    const asked = [own, without].map((made) => {
      const [listener] = listenersOf(alone(made));
      return answer(() => listener?.isEncrypted(tls));
    });
    expect(asked).toEqual([true, "with the stack"]);
  });
});

describe("what it sends to the VMs is encrypted:", () => {
  test.each<Row<boolean>>([
    ["yes, HTTPS", [{ loadBalancerProtocol: "HTTP", backendProtocol: "HTTPS", backendPort: 80 }], true],
    ["yes, SSL", [{ loadBalancerProtocol: "TCP", backendProtocol: "ssl", backendPort: 80 }], true],
    ["yes, what clients speak where nothing is named", [{ loadBalancerProtocol: "HTTPS", backendPort: 80 }], true],
    ["no, HTTP", [{ loadBalancerProtocol: "HTTPS", backendProtocol: "HTTP", backendPort: 443 }], false],
    ["yes, passed on to a port of TLS", [{ loadBalancerProtocol: "TCP", backendPort: "8443" }], true],
    [
      "no, passed on to another port",
      [{ loadBalancerProtocol: "TCP", loadBalancerPort: 443, backendPort: 5432 }],
      false,
    ],
    [
      "not known, passed on to a port that is not",
      [{ loadBalancerProtocol: "TCP", backendPort: new Unknown() }],
      "not known: listeners[0].backendPort of web",
    ],
    [
      "not known, by a protocol that is not",
      [{ loadBalancerProtocol: "TCP", backendProtocol: new Unknown(), backendPort: 80 }],
      "not known: listeners[0].backendProtocol of web",
    ],
    ["not known, by listeners that are not", new Unknown(), "not known: listeners of web"],
  ])("%s", (_name, listeners, expected) => {
    expect(answer(() => first(listeners).isEncryptedBehind(tls))).toBe(expected);
  });
});

test("the ports of TLS are those of HTTPS, mail, directories and Kubernetes", () => {
  expect(TLS_PORTS).toEqual([443, 465, 636, 993, 6443, 8443]);
});
