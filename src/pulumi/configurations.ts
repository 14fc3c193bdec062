import type { ReportViolation, ResourceValidationArgs } from "@pulumi/policy";
import { packSettings, type PackSettings, readPackSettings, readSettings } from "../config";
import type { Policy } from "../policy";
import { type Language, UserError } from "../text";

/** What a policy is asked with, as far as it tells its configuration. */
export type Configured = Pick<ResourceValidationArgs, "getConfig">;

/** The configuration of each policy, which comes with every resource and stack that it is asked about. */
export class Configurations {
  readonly #language: Language;
  readonly #settings = new Map<string, Readonly<Record<string, unknown>>>();
  /** The configuration that was last accepted, by policy. */
  readonly #accepted = new Map<string, string>();
  /** The policies whose configuration was accepted since `startOver`. */
  readonly #read = new Set<string>();
  readonly #warned = new Set<string>();
  #pack: PackSettings | undefined;

  constructor(language: Language) {
    this.#language = language;
  }

  /** The shared settings and exemptions; their defaults where nobody gave any. */
  get pack(): PackSettings {
    return (this.#pack ??= readPackSettings({}));
  }

  settingsOf(policy: Policy): Readonly<Record<string, unknown>> {
    return this.#settings.get(policy.name) ?? readSettings(policy, {});
  }

  /** @returns what is wrong with it, in one line */
  readPack(args: Configured): string | undefined {
    return this.#readIfNew(packSettings.name, args, (written) => (this.#pack = readPackSettings(written)));
  }

  /** @returns what is wrong with it, in one line */
  read(policy: Policy, args: Configured): string | undefined {
    return this.#readIfNew(policy.name, args, (written) =>
      this.#settings.set(policy.name, readSettings(policy, written)),
    );
  }

  /** Notes that a policy without settings was asked. */
  note(name: string, args: Configured): void {
    this.#readIfNew(name, args, () => undefined);
  }

  /** Whether a policy's configuration is known for the deployment in sight. */
  isRead(name: string): boolean {
    return this.#read.has(name);
  }

  /** Another deployment begins: each policy's configuration comes again. */
  startOver(): void {
    this.#read.clear();
  }

  /** Reports a mistake once a deployment, not once a resource. */
  warn(mistake: string | undefined, report: ReportViolation): void {
    if (mistake === undefined || this.#warned.has(mistake)) return;
    this.#warned.add(mistake);
    report(mistake);
  }

  /** The same with the stack, which ends a deployment: the next one says it again. */
  warnLast(mistake: string | undefined, report: ReportViolation): void {
    this.warn(mistake, report);
    if (mistake !== undefined) this.#warned.delete(mistake);
  }

  #readIfNew(name: string, args: Configured, read: (written: object) => unknown): string | undefined {
    const written: object = args.getConfig();
    const text = Object.keys(written).length > 0 ? JSON.stringify(written) : "";
    if (this.#accepted.get(name) !== text) {
      try {
        read(written);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        this.#read.delete(name);
        return error.text[this.#language];
      }
      this.#accepted.set(name, text);
    }
    this.#read.add(name);
    return undefined;
  }
}
