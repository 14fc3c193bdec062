/** A statement of a list; conditional when it follows `&&` or `||`. */
export interface Statement {
  readonly node: Node;
  readonly conditional: boolean;
}

export type Block = readonly Statement[];

export type Node = (
  | SimpleCommand
  | { readonly kind: "pipeline"; readonly commands: readonly Node[] }
  | { readonly kind: "group" | "subshell" | "loop"; readonly blocks: readonly Block[] }
  | { readonly kind: "if"; readonly branches: readonly IfBranch[]; readonly otherwise: Block | undefined }
  | { readonly kind: "for"; readonly variable: string; readonly words: readonly Word[]; readonly body: Block }
  | { readonly kind: "case"; readonly subject: Word; readonly arms: readonly CaseArm[] }
  | FunctionDefinition
) & { readonly redirections: readonly Redirection[] };

export interface SimpleCommand {
  readonly kind: "simple";
  readonly assignments: readonly Assignment[];
  readonly words: readonly Word[];
  readonly line: number;
}

export interface FunctionDefinition {
  readonly kind: "function";
  readonly name: string;
  readonly body: Node;
}

export interface IfBranch {
  readonly condition: Block;
  readonly body: Block;
}

export interface CaseArm {
  readonly patterns: readonly Word[];
  readonly body: Block;
}

export interface Assignment {
  readonly name: string;
  readonly append: boolean;
  /** An element of an array, not followed. */
  readonly indexed: boolean;
  readonly value: Word | readonly Word[];
}

export interface Redirection {
  readonly operator: string;
  readonly descriptor: number | undefined;
  /** The file, or the text of a heredoc or here-string. */
  readonly target: Word;
}

/** Lines count from 0 in the script. */
export interface Word {
  readonly parts: readonly Part[];
  readonly line: number;
  readonly lastLine: number;
}

export type Part =
  | { readonly kind: "text"; readonly text: string }
  | Parameter
  | { readonly kind: "substitution" | "process"; readonly body: Block }
  /** Arithmetic and expansions that are not followed. */
  | { readonly kind: "computed" };

export interface Parameter {
  readonly kind: "parameter";
  readonly name: string;
  readonly quoted: boolean;
  /** `@`, `*` or a number, of an array. */
  readonly index: string | undefined;
  /** What `${NAME:-...}` and the like give when the variable is not set. */
  readonly fallback: Word | undefined;
  /** True for `${NAME:=...}`, which sets the variable too. */
  readonly assigns: boolean;
}
