import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import * as ts from "typescript";

/** The members that all views and subjects share. The page leaves them out: a check rarely reads them. */
const PLUMBING = ["kind", "name", "path", "related", "resource", "system", "types"];
/** The classes that views and subjects extend, which the introduction speaks for. */
const COMMON = ["SubjectOf", "View", "WholeStack", "Stack"];
const LONGEST_TYPE = 70;

const TITLE = "# What a policy may ask";
const MARK = "<!-- Generated from the docstrings of src/outscale by `npm run generate`. Do not edit. -->";
const INTRODUCTION = [
  "Everything that `src/outscale` exports, and the types that it answers with, by folder. `system.all(View)` makes a view of",
  "each resource of a type. A view of a resource also has `system`, `written` with its properties as the program wrote",
  'them, `sets("property")`, and `target("property", View)` for what a property refers to. An answer that is not known',
  "throws, and the subject is undetermined; of a list `(() => X)[]` each element is known or throws by itself. `Candidates`",
  "holds what certainly is and what may be: `candidates.some(test)` asks both.",
];

/** `docs/views.md`: what a policy may ask of the provider's world, by the docstrings of `src/outscale`. */
export function viewsDocument(root: string): string {
  const home = join(root, "src", "outscale");
  const program = ts.createProgram([join(home, "index.ts")], compilerOptions(root));
  const reader = new Reader(program.getTypeChecker(), home);
  const items = reader.items(program.getSourceFile(join(home, "index.ts")));
  if (reader.undocumented.size > 0) {
    throw new Error(`No docstring in src/outscale says what these are: ${[...reader.undocumented].join(", ")}.`);
  }
  const folders = foldersOf(root);
  const unlisted = items.find(({ folder }) => !folders.has(folder));
  if (unlisted) throw new Error(`CONTRIBUTING.md does not say what src/outscale/${unlisted.folder} knows.`);
  const sections = [...folders].flatMap(([folder, subject]) => {
    const inside = items.filter((item) => item.folder === folder);
    return inside.length === 0 ? [] : [`## ${folder}`, `${subject}.`, ...linesOf(inside)];
  });
  return [TITLE, MARK, INTRODUCTION.join("\n"), ...sections].join("\n\n");
}

/** Something that a policy may use. */
interface Item {
  readonly folder: string;
  readonly kind: "function" | "class" | "type" | "constant";
  /** Its own line; for a class, without its members. */
  readonly line: string;
  readonly name: string;
  readonly members: readonly string[];
}

/** The functions of a folder, then its views and subjects each with its members, then its types and constants. */
function linesOf(items: readonly Item[]): string[] {
  const of = (...kinds: readonly Item["kind"][]) => items.filter(({ kind }) => kinds.includes(kind));
  const others = of("type", "constant").map(({ line }) => line);
  return [
    ...listOf(of("function").map(({ line }) => line)),
    ...of("class").flatMap(({ name, line, members }) => [`### ${name}`, line, ...listOf(members)]),
    ...(others.length > 0 ? ["### Types and constants", ...listOf(others)] : []),
  ];
}

function listOf(lines: readonly string[]): string[] {
  return lines.length > 0 ? [lines.map((line) => `- ${line}`).join("\n")] : [];
}

/** Reads the declarations of `src/outscale`, and collects the names of those without a docstring. */
class Reader {
  readonly undocumented = new Set<string>();
  readonly #checker: ts.TypeChecker;
  readonly #home: string;

  constructor(checker: ts.TypeChecker, home: string) {
    this.#checker = checker;
    this.#home = home;
  }

  /** All that the index exports, and the views and subjects that these answer with, by name. */
  items(index: ts.SourceFile | undefined): Item[] {
    const module = index && this.#checker.getSymbolAtLocation(index);
    if (!module) throw new Error("src/outscale/index.ts cannot be read.");
    const exported = this.#checker.getExportsOfModule(module).map((symbol) => this.#resolve(symbol));
    const symbols = new Set(exported);
    // Iterating a Set also visits the types that this loop adds.
    for (const symbol of symbols) for (const answer of this.#answersOf(symbol)) symbols.add(answer);
    return [...symbols].flatMap((symbol) => this.#item(symbol)).sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  #resolve(symbol: ts.Symbol): ts.Symbol {
    return symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
  }

  #item(symbol: ts.Symbol): Item[] {
    const [declaration] = symbol.declarations ?? [];
    if (!declaration) return [];
    const name = symbol.name;
    const of = { folder: this.#folderOf(declaration), name, members: [] };
    const sentence = this.#sentenceOf(symbol, name);
    if (ts.isFunctionDeclaration(declaration)) {
      return [{ ...of, kind: "function", line: `${this.#callOf(declaration, name)}: ${sentence}` }];
    }
    if (hasMethods(declaration)) {
      return [{ ...of, kind: "class", line: sentence + baseText(declaration), members: this.#membersOf(symbol) }];
    }
    if (ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration)) {
      return [{ ...of, kind: "type", line: `\`${name}\`${shapeOf(declaration)}: ${sentence}` }];
    }
    return [{ ...of, kind: "constant", line: `\`${name}\`: ${sentence}` }];
  }

  #membersOf(symbol: ts.Symbol): string[] {
    return membersOf(symbol).flatMap((member) => {
      const [declaration] = member.declarations ?? [];
      if (!declaration || !isAskable(declaration)) return [];
      const sentence = this.#sentenceOf(member, `${symbol.name}.${member.name}`);
      return [`${this.#callOf(declaration, member.name)}: ${sentence}`];
    });
  }

  /** A name with what it takes and answers with: `` `subnetsOf(net)` → `(() => Subnet)[]` ``. */
  #callOf(declaration: Askable | ts.FunctionDeclaration, name: string): string {
    const takes = isCallable(declaration) ? `(${declaration.parameters.map(parameterText).join(", ")})` : "";
    const result = this.#resultOf(declaration);
    return result === "void" ? `\`${name}${takes}\`` : `\`${name}${takes}\` → \`${result}\``;
  }

  #resultOf(declaration: Askable | ts.FunctionDeclaration): string {
    if (declaration.type) return shorten(declaration.type.getText());
    const type = this.#checker.getTypeAtLocation(declaration);
    const result = isCallable(declaration) ? (type.getCallSignatures()[0]?.getReturnType() ?? type) : type;
    return shorten(this.#checker.typeToString(result));
  }

  /** The types of `src/outscale` that something answers with. */
  #answersOf(symbol: ts.Symbol): ts.Symbol[] {
    return [symbol, ...membersOf(symbol)]
      .flatMap(({ declarations = [] }) => declarations)
      .filter((declaration) => ts.isFunctionDeclaration(declaration) || isAskable(declaration))
      .flatMap(({ type }) => (type ? namesIn(type) : []))
      .flatMap((name) => this.#checker.getSymbolAtLocation(name) ?? [])
      .map((found) => this.#resolve(found))
      .filter(({ declarations: [declaration] = [] }) => declaration && this.#isOurs(declaration));
  }

  #isOurs(declaration: ts.Declaration): boolean {
    const isType =
      ts.isClassDeclaration(declaration) ||
      ts.isInterfaceDeclaration(declaration) ||
      ts.isTypeAliasDeclaration(declaration);
    return isType && declaration.getSourceFile().fileName.startsWith(this.#home);
  }

  #folderOf(declaration: ts.Declaration): string {
    return relative(this.#home, declaration.getSourceFile().fileName).split(sep)[0] ?? "";
  }

  #sentenceOf(symbol: ts.Symbol, name: string): string {
    const text = ts.displayPartsToString(symbol.getDocumentationComment(this.#checker)).replaceAll(/\s+/g, " ").trim();
    if (text === "") this.undocumented.add(name);
    return /^.*?[.](?=\s|$)/.exec(text)?.[0] ?? text;
  }
}

function membersOf(symbol: ts.Symbol): ts.Symbol[] {
  return [...(symbol.members?.values() ?? [])].filter(({ name }) => !PLUMBING.includes(name));
}

type Askable =
  ts.MethodDeclaration | ts.MethodSignature | ts.PropertyDeclaration | ts.PropertySignature | ts.GetAccessorDeclaration;

/** Whether a declaration is a public member that can be asked. */
function isAskable(declaration: ts.Declaration): declaration is Askable {
  const isMember =
    ts.isMethodDeclaration(declaration) ||
    ts.isMethodSignature(declaration) ||
    ts.isPropertyDeclaration(declaration) ||
    ts.isPropertySignature(declaration) ||
    ts.isGetAccessorDeclaration(declaration);
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  return isMember && !ts.isPrivateIdentifier(declaration.name) && !(ts.getCombinedModifierFlags(declaration) & hidden);
}

function isCallable(
  declaration: ts.Declaration,
): declaration is ts.FunctionDeclaration | ts.MethodDeclaration | ts.MethodSignature {
  return (
    ts.isFunctionDeclaration(declaration) || ts.isMethodDeclaration(declaration) || ts.isMethodSignature(declaration)
  );
}

/** Whether a declaration is a view or a subject: a class, or an interface that classes answer to. */
function hasMethods(declaration: ts.Declaration): boolean {
  return (
    ts.isClassDeclaration(declaration) ||
    (ts.isInterfaceDeclaration(declaration) && declaration.members.some(ts.isMethodSignature))
  );
}

/** Whose members a class has beside its own, where that is a class that the page shows. */
function baseText(declaration: ts.Declaration): string {
  const [base] = ts.isClassDeclaration(declaration) ? (declaration.heritageClauses ?? []) : [];
  const name = base?.token === ts.SyntaxKind.ExtendsKeyword ? (base.types[0]?.expression.getText() ?? "") : "";
  return name === "" || COMMON.includes(name) ? "" : ` It is asked like any \`${name}\` too.`;
}

/** A parameter with its type, where its name does not say it; of one that is taken apart at once, its type as a name. */
function parameterText({ name, type }: ts.ParameterDeclaration): string {
  const text = type?.getText() ?? "";
  if (ts.isIdentifier(name)) {
    const isSaid = text === "" || text.toLowerCase().endsWith(name.text.toLowerCase());
    return isSaid ? name.text : `${name.text}: ${shorten(text)}`;
  }
  return /^\w+$/.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : name.getText();
}

/** Writes a type in short: the names of its properties, or the values that it may have. */
function shapeOf(declaration: ts.InterfaceDeclaration | ts.TypeAliasDeclaration): string {
  if (ts.isInterfaceDeclaration(declaration)) {
    const names = declaration.members.map((member) => member.name?.getText() ?? "");
    return names.length === 0 ? "" : ` \`{ ${names.join(", ")} }\``;
  }
  const text = shorten(declaration.type.getText());
  return text.endsWith("…") ? "" : ` \`${text}\``;
}

/** The names in a type that stand for other types. */
function namesIn(node: ts.Node): ts.EntityName[] {
  const own = ts.isTypeReferenceNode(node) ? [node.typeName] : [];
  const inner: ts.EntityName[] = [];
  ts.forEachChild(node, (child) => void inner.push(...namesIn(child)));
  return [...own, ...inner];
}

/** A type on one line, without `readonly`; cut off where it is long. */
function shorten(type: string): string {
  const short = type.replaceAll(/\breadonly /g, "").replaceAll(/\s+/g, " ");
  return short.length > LONGEST_TYPE ? `${short.slice(0, LONGEST_TYPE)}…` : short;
}

/** The folders of `src/outscale` with what each knows, as CONTRIBUTING lists them. */
function foldersOf(root: string): Map<string, string> {
  const [, table = ""] =
    /^\| Folder .*\n\|.*\n((?:\|.*\n)+)/m.exec(readFileSync(join(root, "CONTRIBUTING.md"), "utf8")) ?? [];
  return new Map(
    [...table.matchAll(/^\| `(.+?)` +\| (.+?) +\|$/gm)].map(([, folder = "", subject = ""]) => [folder, subject]),
  );
}

function compilerOptions(root: string): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile.bind(ts.sys)) as { config: object };
  return ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root).options;
}
