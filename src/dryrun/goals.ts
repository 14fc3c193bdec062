import type { Callback } from "@pulumi/pulumi/proto/callback_pb";
import { providerUrn, typeOfUrn } from "../stack";
import { packageOf } from "./package";
import type { Registration } from "./registration";

interface Goal {
  readonly registration: Registration;
  /** A provider reference. */
  readonly provider: string;
  /** For a component, the providers of its children, its parents' included. */
  readonly providers: Readonly<Record<string, string>>;
}

/** What was asked for, so that children inherit from their parents. */
export class Goals {
  readonly #byUrn = new Map<string, Goal>();

  add(urn: string, registration: Registration, provider: string): void {
    const { custom, parent, providers } = registration;
    const inherited = custom || parent === undefined ? {} : this.#byUrn.get(parent)?.providers;
    this.#byUrn.set(urn, { registration, provider, providers: { ...inherited, ...providers } });
  }

  registration(urn: string): Registration | undefined {
    return this.#byUrn.get(urn)?.registration;
  }

  /** A registration with what it takes over from its parent. */
  inherit(registration: Registration): Registration {
    const parent = registration.parent === undefined ? undefined : this.#byUrn.get(registration.parent);
    if (!parent) return registration;
    return {
      ...registration,
      protect: registration.protect ?? parent.registration.protect,
      retainOnDelete: registration.retainOnDelete ?? parent.registration.retainOnDelete,
      provider: registration.provider || inheritedProvider(registration, parent),
    };
  }

  /** The transforms of a resource: its own first, then those of its parents. */
  transforms({ transforms, parent }: Registration): Callback[] {
    const found = [...transforms];
    let goal = parent === undefined ? undefined : this.#byUrn.get(parent);
    while (goal) {
      found.push(...goal.registration.transforms);
      goal = goal.registration.parent === undefined ? undefined : this.#byUrn.get(goal.registration.parent);
    }
    return found;
  }
}

function inheritedProvider({ type, custom, remote, providers }: Registration, parent: Goal): string {
  const served = parent.provider === "" ? "" : packageOf(typeOfUrn(providerUrn(parent.provider)));
  if (!custom && !remote) return parent.provider;
  const name = packageOf(type);
  if (served === name) return parent.provider;
  return providers[name] ?? parent.providers[name] ?? "";
}
