import * as outscale from "@pulumi/outscale";
import {
  type ComponentResource,
  ComponentResource as Component,
  type CustomResource,
  type Output,
} from "@pulumi/pulumi";
import type { OutputOf, Program, Written } from "./spec";

type ResourceClass = new (name: string, inputs: object, options: object) => CustomResource;

class Part extends Component {
  constructor(name: string) {
    super("parity:index:Part", name);
    this.registerOutputs();
  }
}

/** Makes the resources of a generated program. */
export function build(program: Program): void {
  const made = new Map<string, CustomResource>();
  const parts = new Map<string, ComponentResource>();
  const partOf = (name: string) => {
    const part = parts.get(name) ?? new Part(name);
    parts.set(name, part);
    return part;
  };
  for (const { kind, name, inputs, component, provider, protect } of program) {
    const Class = Reflect.get(outscale, kind) as ResourceClass;
    const options = {
      ...(component !== undefined && { parent: partOf(component) }),
      ...(provider !== undefined && { provider: made.get(provider) }),
      ...(protect !== undefined && { protect }),
    };
    made.set(name, new Class(name, valueOf(inputs, made) as object, options));
  }
}

function valueOf(written: Written, made: ReadonlyMap<string, CustomResource>): unknown {
  if (typeof written !== "object") return written;
  if (isList(written)) return written.map((element) => valueOf(element, made));
  if (isOutput(written)) {
    const output = Reflect.get(made.get(written.of) ?? {}, written.output) as Output<unknown>;
    return written.computed ? output.apply((value) => value) : output;
  }
  return Object.fromEntries(Object.entries(written).map(([name, value]) => [name, valueOf(value, made)]));
}

function isList(written: Written): written is readonly Written[] {
  return Array.isArray(written);
}

function isOutput(written: object): written is OutputOf {
  return "of" in written && "output" in written;
}
