import { UnreadableValue } from "../../stack";
import type { Vm } from "./vm";

/** What a VM type stands for. */
export interface VmSize {
  /** As the program writes it, or the API's default. */
  readonly type: string;
  readonly cores: number;
  readonly gibibytes: number;
  /** From 1, the highest, to 3. */
  readonly performance: number;
}

/** What the API makes of a VM that names no type. */
const DEFAULT_TYPE = "t2.small";
/** `tinavW.cXrYpZ`: processor generation, cores, memory, performance, which may be left to its own property. */
const TINA = /^tinav\d+\.c(\d+)r(\d+)(?:p([1-3]))?$/i;
/** The values of `performance`, by the number that the name of a type may end with, less one; `high` by default. */
export const PERFORMANCES: readonly string[] = ["highest", "high", "medium"];

const OTHER_NAME = {
  en: "a type whose name does not tell its cores and memory",
  fr: "un type dont le nom ne dit ni les cœurs ni la mémoire",
};

/**
 * The size of a VM.
 * @throws {UnreadableValue} for a type by another name than `tinavW.cXrYpZ`
 */
export function sizeOf(vm: Vm): VmSize {
  const type = typeOf(vm);
  const [, cores, gibibytes, performance] = TINA.exec(type) ?? [];
  if (cores === undefined || gibibytes === undefined) throw new UnreadableValue(vm.resource, "vmType", OTHER_NAME);
  return {
    type,
    cores: Number(cores),
    gibibytes: Number(gibibytes),
    performance: performance === undefined ? performanceOf(vm) : Number(performance),
  };
}

/** The name of its type, in lower case. */
export function typeOf(vm: Vm): string {
  return (vm.sets("vmType") ? (vm.written.vmType ?? DEFAULT_TYPE) : DEFAULT_TYPE).toLowerCase();
}

function performanceOf(vm: Vm): number {
  const named = vm.sets("performance") ? (vm.written.performance ?? "high") : "high";
  return PERFORMANCES.indexOf(named.toLowerCase()) + 1;
}
