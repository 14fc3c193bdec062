import { type Resource, stackSubject, type Subject } from "../../stack";
import type { System } from "./system";

/** A subject that is the stack as a whole, with what it is asked. */
export abstract class WholeStack implements Subject {
  readonly kind = "stack";
  readonly path = "";
  readonly related: readonly Resource[] = [];
  readonly resource: Resource;
  readonly name: string;
  readonly system: System;

  constructor(system: System) {
    const { resource, name } = stackSubject(system);
    this.resource = resource;
    this.name = name;
    this.system = system;
  }
}
