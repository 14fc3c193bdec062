import { createColors } from "picocolors";
import { POLICIES } from "../../policies";
import { findConfiguration, loadConfiguration } from "../config";
import {
  addressesOf,
  AddressSet,
  LoadBalancer,
  type Path,
  findPathsFrom,
  findPathsFromVm,
  PUBLIC_SPACE,
  refuseTwoAccounts,
  serviceTexts,
  System,
  tiersOf,
  Vm,
} from "../outscale";
import { formatReason, isReason, PACK_POLICIES } from "../policy";
import { formatJsonReach, formatMermaidReach, formatTextReach, type Reach } from "../report";
import { resourceSubject } from "../stack";
import { joinTexts, sameInEach, type Text } from "../text";
import { type AskedOptions, readAsked } from "./asked";
import type { CommandEnvironment } from "./check";
import { formatLimit } from "./limit-text";
import { withoutSecrets } from "./masked";
import { openOutput } from "./output";
import { unknownName } from "./unknown-name";

/** The formats in which `reach` writes paths. */
export const REACH_FORMATS = ["text", "json", "mermaid"] as const;

/** The options of `reach`, as the command line has them. */
export interface ReachOptions extends AskedOptions {
  readonly from: string;
  readonly to?: string;
  readonly config?: string;
  readonly format: (typeof REACH_FORMATS)[number];
  readonly output?: string;
}

/**
 * Writes by which ways VMs and load balancers are reached.
 * @throws {UserError} when something given cannot be used
 */
export async function reach(
  program: string | undefined,
  options: ReachOptions,
  { language, colored, standardInput, print }: Omit<CommandEnvironment, "today">,
): Promise<void> {
  const { shared } = loadConfiguration(options.config ?? findConfiguration(program), {
    policies: POLICIES,
    packPolicies: PACK_POLICIES,
  });
  const write = openOutput(options.output, print);
  const asked = await readAsked(program, options, standardInput);
  await withoutSecrets([asked.stack], shared, (mask) => {
    const system = new System(asked.stack, shared);
    refuseTwoAccounts(system);
    const { from, paths } = findPaths(system, options.from);
    const { project, name } = system.facts;
    const found: Reach = {
      stack: { project, name },
      from,
      paths: selectPathsTo(system, paths, options.to).map(reportPath),
      limits: asked.limits.map(formatLimit),
    };
    const colors = createColors(colored && options.output === undefined);
    const format = {
      text: () => mask.text(formatTextReach(found, language, colors)),
      json: () => mask.json(formatJsonReach(found, language)),
      mermaid: () => mask.text(formatMermaidReach(found, language)),
    };
    write(format[options.format]());
  });
}

function findPaths(system: System, from: string): { from: Text; paths: readonly Path[] } {
  if (from.toLowerCase() === "internet") {
    return { from: { en: "the Internet", fr: "Internet" }, paths: findPathsFrom(system, PUBLIC_SPACE) };
  }
  const range = addressesOf(from);
  if (range) return { from: sameInEach(from), paths: findPathsFrom(system, AddressSet.of([range])) };
  const vms = vmsNamed(system, from);
  if (vms.length === 0) throw unknownName("--from", from, ["internet", ...namesIn(system)]);
  return { from: { en: `"${from}"`, fr: `« ${from} »` }, paths: vms.flatMap((vm) => findPathsFromVm(vm)) };
}

/** The VM of that name, or those of the tier. */
function vmsNamed(system: System, name: string): Vm[] {
  const own = system.all(Vm).filter((vm) => vm.name === name);
  return own.length > 0 ? own : tiersOf(system).flatMap((tier) => (tier.name === name ? tier.members : []));
}

function namesIn(system: System): string[] {
  const all = [...tiersOf(system), ...system.all(Vm), ...system.all(LoadBalancer)];
  return all.map(({ name }) => name);
}

function selectPathsTo(system: System, paths: readonly Path[], to: string | undefined): readonly Path[] {
  if (to === undefined) return paths;
  const wanted = new Set(vmsNamed(system, to).map(({ resource }) => resource.urn));
  const names = namesIn(system);
  if (!names.includes(to)) throw unknownName("--to", to, names);
  return paths.filter((path) => path.to.name === to || wanted.has(path.to.resource.urn));
}

function reportPath({ to, services, hops, why }: Path): Reach["paths"][number] {
  const texts = joinTexts(serviceTexts(services), ", ");
  if (why === undefined) return { to: to.resource, services: texts, hops };
  if (!isReason(why)) throw why;
  return { to: to.resource, services: texts, hops, why: formatReason(why, resourceSubject(to.resource)) };
}
