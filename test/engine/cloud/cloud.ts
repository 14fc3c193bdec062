import { isDeepStrictEqual } from "node:util";
import { check } from "./check";
import { dataSource } from "./data-sources";
import { addition, deployedOutputs, previewOutputs } from "./outputs";
import { DEFAULT_REGION, idFor } from "./plausible";
import type { Failure } from "./refusals";
import { resourceSchema, schema } from "./schema";
import { plainObject, type WireObject } from "./wire";

/** A resource as the cloud knows it. */
export interface Deployed {
  readonly id: string;
  readonly outputs: WireObject;
}

/** One account of a cloud that is not there: its resources live as long as the process. */
export class Cloud {
  #region = DEFAULT_REGION;
  readonly #deployed = new Map<string, WireObject>();

  configure(settings: WireObject): void {
    const region = settings["region"] ?? process.env["OSC_REGION"];
    if (typeof region === "string" && region !== "") this.#region = region;
  }

  checkConfig(settings: WireObject): Failure[] {
    const unexpected = Object.keys(settings).filter(
      (name) => !name.startsWith("__") && name !== "version" && !(name in schema.provider.inputProperties),
    );
    return unexpected.map((property) => ({ property, reason: `Invalid or unknown key "${property}".` }));
  }

  check(type: string, inputs: WireObject): Failure[] {
    return check(type, resourceSchema(type), inputs);
  }

  preview(type: string, inputs: WireObject): WireObject {
    return previewOutputs(type, resourceSchema(type), inputs);
  }

  create(type: string, urn: string, inputs: WireObject): Deployed {
    return this.#deploy(type, idFor(idProperty(type), urn), urn, inputs);
  }

  /** What a resource that is not in the state is known by: the cloud has whatever a program says it has. */
  read(type: string, id: string): Deployed {
    return this.#deploy(type, id, id, {});
  }

  update(type: string, id: string, old: WireObject, inputs: WireObject): Deployed {
    const outputs = deployedOutputs(type, resourceSchema(type), inputs, (name) => old[name] ?? null);
    return this.#remember({ id, outputs });
  }

  delete(id: string): void {
    this.#deployed.delete(id);
  }

  invoke(token: string, args: WireObject): WireObject {
    return dataSource(token, args, { region: this.#region, seed: token, lists: "one" });
  }

  #deploy(type: string, id: string, seed: string, inputs: WireObject): Deployed {
    const own = { [idProperty(type)]: id };
    const by = { region: this.#region, seed, lists: "empty" } as const;
    const unset = addition(type, by, { ...this.#inherited(inputs), ...own });
    return this.#remember({ id, outputs: deployedOutputs(type, resourceSchema(type), inputs, unset) });
  }

  // A VM is in the Net and the Subregion of the Subnet it names.
  #inherited(inputs: WireObject): WireObject {
    const ids = Object.values(plainObject(inputs)).filter((value) => typeof value === "string");
    const referred = ids.map((id) => this.#deployed.get(id));
    const { netId, subregionName } = Object.assign({}, ...referred) as WireObject;
    return {
      ...(netId !== undefined && { netId }),
      ...(subregionName !== undefined && { subregionName, placementSubregionName: subregionName }),
    };
  }

  #remember(deployed: Deployed): Deployed {
    this.#deployed.set(deployed.id, plainObject(deployed.outputs));
    return deployed;
  }
}

/** The inputs that differ, by name; the engine leaves out what the program said to ignore. */
export function changedInputs(old: WireObject, now: WireObject): string[] {
  const names = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...names].filter((name) => !isDeepStrictEqual(old[name] ?? null, now[name] ?? null)).sort();
}

/** The output that repeats a resource's id: `netId` for a Net. */
function idProperty(type: string): string {
  const name = type.split("/").at(-1)?.split(":")[0] ?? type;
  return `${name}Id`;
}
