import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { OUTSCALE_PACKAGE } from "../../src/outscale/provider/package";
import { DryRunError, readProgram, type ProgramOptions } from "../../src/sources";
import { goSdk, pythonEnvironment } from "../../tools/engine/languages";

export type Language = "python" | "go";

// Go compiles a local SDK anew, for a minute, for each folder it is used from: one that stays is compiled for once.
const FOLDERS = join(__dirname, "..", "..", "tools", "engine", "bin", "programs");

/** A program with what `pulumi package add` and an installation would have put beside it. */
export class ProgramFolder {
  readonly path: string;

  private constructor(name: string, language: Language) {
    this.path = join(FOLDERS, `${language}-${name}`);
    rmSync(this.path, { recursive: true, force: true });
    mkdirSync(this.path, { recursive: true });
    if (language === "python") symlinkSync(pythonEnvironment(), join(this.path, "venv"));
    else {
      mkdirSync(join(this.path, "sdks"));
      symlinkSync(goSdk(), join(this.path, "sdks", "outscale"));
    }
  }

  /** A copy of a program. */
  static copied(source: string, name: string, language: Language): ProgramFolder {
    const folder = new ProgramFolder(name, language);
    cpSync(source, folder.path, { recursive: true });
    return folder;
  }

  /** A program of these files. */
  static written(name: string, language: Language, files: Readonly<Record<string, string>>): ProgramFolder {
    const folder = new ProgramFolder(name, language);
    for (const [file, text] of Object.entries({ "Pulumi.yaml": `name: p\nruntime: ${language}\n`, ...files })) {
      mkdirSync(dirname(join(folder.path, file)), { recursive: true });
      writeFileSync(join(folder.path, file), text);
    }
    return folder;
  }

  read(options: Partial<ProgramOptions> = {}): ReturnType<typeof readProgram> {
    return readProgram({ path: this.path, packages: [OUTSCALE_PACKAGE], ...options });
  }

  async error(options: Partial<ProgramOptions> = {}): Promise<DryRunError> {
    try {
      await this.read(options);
    } catch (error) {
      if (error instanceof DryRunError) return error;
      throw error;
    }
    throw new Error("The program ended well.");
  }
}
