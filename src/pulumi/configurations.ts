import type { ReportViolation, ResourceValidationArgs } from "@pulumi/policy";
import {
  listChangedSettings,
  PACK_SETTINGS,
  packSettings,
  type PackSettings,
  readPackSettings,
  readSettings,
  settingsSchema,
} from "../config";
import type { Policy } from "../policy";
import { type Language, UserError } from "../text";

/** What the SDK hands to a policy, as far as it holds the configuration of the policy. */
export type Configured = Pick<ResourceValidationArgs, "getConfig">;

/** Keeps the configuration of each policy, which the SDK hands over with every resource and stack again. */
export class Configurations {
  readonly #language: Language;
  readonly #settings = new Map<string, Readonly<Record<string, unknown>>>();
  /** The configuration that was last accepted, by policy. */
  readonly #accepted = new Map<string, string>();
  /** The names of the settings that are not their defaults, by policy. */
  readonly #changed = new Map<string, readonly string[]>();
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

  /** The settings of a policy that were accepted last; their defaults where nobody gave any. */
  settingsOf(policy: Policy): Readonly<Record<string, unknown>> {
    return this.#settings.get(policy.name) ?? readSettings(policy, {});
  }

  /**
   * Reads the shared settings and the exemptions, unless they are those that were read last.
   * @returns what is wrong with them, in one line; `undefined` where they are accepted
   */
  readPack(args: Configured): string | undefined {
    return this.#readIfNew(packSettings.name, args, (written) => {
      this.#pack = readPackSettings(written);
      this.#noteChanges(packSettings.name, PACK_SETTINGS, written);
    });
  }

  /**
   * Reads the settings of a policy, unless they are those that were read last.
   * @returns what is wrong with them, in one line; `undefined` where they are accepted
   */
  read(policy: Policy, args: Configured): string | undefined {
    return this.#readIfNew(policy.name, args, (written) => {
      this.#settings.set(policy.name, readSettings(policy, written));
      this.#noteChanges(policy.name, settingsSchema(policy.settings), written);
    });
  }

  /** The settings that are not their defaults, as a user finds them: `pack-settings.adminPorts`; exemptions apart. */
  listChanged(): readonly string[] {
    return [...this.#changed.values()].flat();
  }

  #noteChanges(name: string, schema: Parameters<typeof listChangedSettings>[0], written: object): void {
    const paths = listChangedSettings(schema, written).map(({ path }) => path);
    this.#changed.set(
      name,
      paths.filter((path) => path !== "exemptions").map((path) => `${name}.${path}`),
    );
  }

  /** Notes that Pulumi asked a policy that has no settings, so that {@link isRead} tells. */
  note(name: string, args: Configured): void {
    this.#readIfNew(name, args, () => undefined);
  }

  /** Whether a policy's configuration was accepted in this deployment. */
  isRead(name: string): boolean {
    return this.#read.has(name);
  }

  /** Forgets which configurations were accepted: another deployment begins, and the SDK hands over each again. */
  startOver(): void {
    this.#read.clear();
  }

  /** Reports a mistake in the configuration with the first resource that comes with it, and with no other. */
  warn(mistake: string | undefined, report: ReportViolation): void {
    if (mistake === undefined || this.#warned.has(mistake)) return;
    this.#warned.add(mistake);
    report(mistake);
  }

  /** Reports a mistake with the stack, unless it was before. The stack ends a deployment: the next reports it again. */
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
