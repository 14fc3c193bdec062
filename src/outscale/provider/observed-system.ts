import type { Stack } from "../../stack";
import { isGroupOfSettings, SHARED_SETTINGS, type SharedSettings } from "./settings";
import { System } from "./system";

/** A system that tells which of the shared settings something was worked out from. */
export class ObservedSystem extends System {
  readonly #reads: SettingReads;
  /** What was read for each answer that is kept: it is not read again when the answer is asked for once more. */
  readonly #readFor = new Map<unknown, Map<unknown, Set<string>>>();

  constructor(stack: Stack, settings: SharedSettings, reads = new SettingReads()) {
    super(stack, reads.watch(settings));
    this.#reads = reads;
  }

  /** The settings that are read while something is worked out, by where they stand: `adminPorts`, `readings.A1`. */
  listReads(workOut: () => unknown): ReadonlySet<string> {
    const read = new Set<string>();
    this.#reads.collect(read, workOut);
    return read;
  }

  override memo<T>(what: unknown, of: unknown, workOut: () => T): T {
    let answers = this.#readFor.get(what);
    if (!answers) this.#readFor.set(what, (answers = new Map<unknown, Set<string>>()));
    let read = answers.get(of);
    if (!read) answers.set(of, (read = new Set()));
    const own = read;
    try {
      return super.memo(what, of, () => this.#reads.collect(own, workOut));
    } finally {
      this.#reads.add(own);
    }
  }
}

/** Notes which settings are read, for the innermost of what is being worked out. */
class SettingReads {
  readonly #open: Set<string>[] = [];

  /** The same settings, which note that they are read. */
  watch(settings: SharedSettings): SharedSettings {
    const groups = new Map<string, object>();
    for (const [name, property] of Object.entries(SHARED_SETTINGS.properties)) {
      const value = settings[name as keyof SharedSettings];
      if (isGroupOfSettings(property)) groups.set(name, this.#watchEach(value as object, `${name}.`));
    }
    return this.#watchEach(settings, "", groups);
  }

  #watchEach<S extends object>(settings: S, prefix: string, groups?: ReadonlyMap<string, object>): S {
    return new Proxy(settings, {
      get: (target, name, receiver): unknown => {
        const group = groups?.get(String(name));
        if (group) return group;
        if (typeof name === "string") this.#open.at(-1)?.add(prefix + name);
        return Reflect.get(target, name, receiver);
      },
    });
  }

  collect<T>(read: Set<string>, workOut: () => T): T {
    this.#open.push(read);
    try {
      return workOut();
    } finally {
      this.#open.pop();
    }
  }

  /** Notes what was read before for an answer that is used again. */
  add(read: Iterable<string>): void {
    const into = this.#open.at(-1);
    if (into) for (const path of read) into.add(path);
  }
}
