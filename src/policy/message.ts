import type { Text } from "../text";

/** What a message is made of. Never a sentence: its words may change, and what it says stays the same. */
export type Datum =
  boolean | number | string | null | undefined | readonly Datum[] | { readonly [name: string]: Datum };

/** A fact in words, and what it is whatever the words: which message of its policy, and the data in it. */
export interface Message {
  readonly id: string;
  readonly data: Datum;
  readonly text: Text;
}

/** The messages of a policy by id, each in every language: a text, or how it is made from data. */
export type MessageTable = Readonly<Record<string, Text | ((data: never) => Text)>>;

/** The messages of a table, to be filled with their data. */
export type Messages<T extends MessageTable> = {
  readonly [Id in keyof T]: T[Id] extends (data: infer D) => Text ? (data: D) => Message : Message;
};

/** Makes messages from a table: an entry that takes data becomes a function of them. */
export function fillMessages<T extends MessageTable>(table: T): Messages<T> {
  const entries = Object.entries(table).map(([id, entry]) => {
    if (typeof entry !== "function") return [id, { id, data: null, text: entry }];
    // Each is called with the data that its own type asks for.
    const write = entry as (data: Datum) => Text;
    return [id, (data: Datum): Message => ({ id, data, text: write(data) })];
  });
  return Object.fromEntries(entries) as Messages<T>;
}
