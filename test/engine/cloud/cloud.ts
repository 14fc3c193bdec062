import { Account, type Deployed } from "./account";
import { check } from "./check";
import { dataSource } from "./data-sources";
import { addition, deployedOutputs, previewOutputs, updatedOutputs } from "./outputs";
import { DEFAULT_REGION, idFor } from "./plausible";
import { creationRefusals, type Failure } from "./refusals";
import { resourceSchema, schema } from "./schema";
import { plainObject, type WireObject } from "./wire";

/** What the engine knows of a resource when it asks for it again. */
export interface Known {
  readonly inputs: WireObject;
  readonly outputs: WireObject;
}

/** A stand-in for one configured provider of the cloud: nothing that it creates exists outside its account. */
export class Cloud {
  #region = DEFAULT_REGION;
  readonly #account: Account;

  constructor(account = new Account()) {
    this.#account = account;
  }

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

  previewCreate(type: string, inputs: WireObject): WireObject {
    return previewOutputs(type, resourceSchema(type), inputs);
  }

  previewUpdate(type: string, old: WireObject, inputs: WireObject): WireObject {
    return updatedOutputs(type, resourceSchema(type), old, inputs);
  }

  create(type: string, urn: string, inputs: WireObject): Deployed {
    const [refused] = creationRefusals(type, plainObject(inputs));
    if (refused) throw new Error(`${refused.property}: ${refused.reason}`);
    return this.#deploy(type, this.#newId(type, urn), urn, inputs);
  }

  /** What a resource is known by now, if it still exists. */
  read(type: string, id: string, known?: Known): Deployed | undefined {
    if (this.#account.hasDeleted(id)) return undefined;
    const found = this.#account.get(id);
    if (found) return found;
    // Older than this process: it is what the state says, or whatever a program says that there is.
    return known ? this.#account.put({ id, type, ...known }) : this.#deploy(type, id, id, {});
  }

  update(type: string, id: string, old: WireObject, inputs: WireObject): Deployed {
    return this.#account.put({ id, type, inputs, outputs: updatedOutputs(type, resourceSchema(type), old, inputs) });
  }

  delete(id: string): void {
    this.#account.delete(id);
  }

  invoke(token: string, args: WireObject): WireObject {
    return dataSource(token, args, { region: this.#region, seed: token, lists: "one" });
  }

  #deploy(type: string, id: string, seed: string, inputs: WireObject): Deployed {
    const own = { [idProperty(type)]: id };
    const by = { region: this.#region, seed, lists: "empty" } as const;
    const unset = addition(type, by, { ...this.#inherited(inputs), ...own });
    return this.#account.put({ id, type, inputs, outputs: deployedOutputs(type, resourceSchema(type), inputs, unset) });
  }

  // One that replaces another of the same name is another resource.
  #newId(type: string, urn: string, times = 0): string {
    const id = idFor(idProperty(type), times === 0 ? urn : `${urn} ${String(times)}`);
    const isTaken = this.#account.get(id) !== undefined || this.#account.hasDeleted(id);
    return isTaken ? this.#newId(type, urn, times + 1) : id;
  }

  // A VM is in the Net and the Subregion of the Subnet it names.
  #inherited(inputs: WireObject): WireObject {
    const ids = Object.values(plainObject(inputs)).filter((value) => typeof value === "string");
    const referred = ids.map((id) => this.#account.outputsOf(id));
    const { netId, subregionName } = Object.assign({}, ...referred) as WireObject;
    return {
      ...(netId !== undefined && { netId }),
      ...(subregionName !== undefined && { subregionName, placementSubregionName: subregionName }),
    };
  }
}

/** The output that repeats a resource's id: `netId` for a Net. */
function idProperty(type: string): string {
  const name = type.split("/").at(-1)?.split(":")[0] ?? type;
  return `${name}Id`;
}
