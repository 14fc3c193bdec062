import { closestFirst, type DataSourceResolver, type Package } from "../dryrun";
import { readValues, type WireObject } from "../stack/wire";
import { isUnknownText, Unknown, type Value, type Values } from "../stack";
import { UserError } from "../text";
import { type JsonInput, readJson } from "./json-input";
import { isRecord } from "./record";

/** One answer of a data source, and what it must be asked with. */
interface Pinned {
  readonly args: Values;
  readonly answer: object;
}

/**
 * Packages whose data sources give the answers of a file: by name (`getImages`) or token, an answer, or a list of
 * answers with the `args` that each is for. What an answer leaves out stays unknown.
 * @throws {UserError} when the file is not of that form, or names a data source that no package has
 */
export async function withPinnedAnswers(packages: readonly Package[], input: JsonInput): Promise<Package[]> {
  const written = new Map<string, unknown>();
  await readJson(input, ["$.*"], ({ value, path: [name] }) => written.set(String(name), value));
  const tokens = new Map(packages.flatMap(({ schema }) => Object.keys(schema.functions)).flatMap(namesOf));
  const pinned = new Map<string, Pinned[]>();
  for (const [name, value] of written) {
    const token = tokens.get(name);
    if (token === undefined) throw noSuchDataSource(input, name, [...tokens.keys()]);
    pinned.set(token, answersOf(input, name, value));
  }
  return packages.map((known) => ({
    ...known,
    answers: { ...known.answers, ...Object.fromEntries(answersIn(known)) },
  }));

  function answersIn({ answers }: Package): [string, DataSourceResolver][] {
    return [...pinned].map(([token, all]) => [
      token,
      (args, provider) => all.find((one) => isAskedFor(one.args, args))?.answer ?? answers[token]?.(args, provider),
    ]);
  }
}

function namesOf(token: string): [string, string][] {
  return [
    [token, token],
    [token.split(/[:/]/).at(-1) ?? token, token],
  ];
}

function answersOf(input: JsonInput, name: string, value: unknown): Pinned[] {
  const all: unknown[] = Array.isArray(value) ? value : [{ args: {}, answer: value }];
  return all.map((one) => {
    if (!isRecord(one) || !isRecord(one["answer"])) throw noAnswer(input, name);
    const { args = {}, answer } = one;
    if (!isRecord(args)) throw noAnswer(input, name);
    // What is null is as good as not asked for.
    return { args: readValues(args as WireObject), answer };
  });
}

/** Whether a call asks at least for what an answer is for; one that asks for something unknown may ask for another. */
function isAskedFor(wanted: Value | undefined, asked: Value | undefined): boolean {
  if (wanted === undefined) return true;
  if (asked === undefined || asked instanceof Unknown || (typeof asked === "string" && isUnknownText(asked)))
    return false;
  if (typeof wanted !== "object" || typeof asked !== "object" || wanted instanceof Unknown) return wanted === asked;
  const given = new Map<string, Value>(Object.entries(asked));
  return Object.entries(wanted).every(([name, value]: [string, Value]) => isAskedFor(value, given.get(name)));
}

function noSuchDataSource({ name: file }: JsonInput, name: string, known: readonly string[]): UserError {
  const [closest = ""] = closestFirst(name, known);
  return new UserError({
    en: `${file.en}: \`${name}\` is no data source. The closest name is \`${closest}\`.`,
    fr: `${file.fr} : \`${name}\` n'est pas une source de données. Le nom le plus proche est \`${closest}\`.`,
  });
}

function noAnswer({ name: file }: JsonInput, name: string): UserError {
  return new UserError({
    en: `${file.en}: \`${name}\` is not an answer. Accepted: an object, or a list of objects with \`args\` and \`answer\`.`,
    fr: `${file.fr} : \`${name}\` n'est pas une réponse. Accepté : un objet, ou une liste d'objets avec \`args\` et \`answer\`.`,
  });
}
