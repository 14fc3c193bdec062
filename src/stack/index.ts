export type { Position, Resource } from "./resource";
export type { Subject, SubjectKind } from "./subject";
export { Stack, type StackFacts, type ViewOf } from "./stack";
export { reader, type Kinds } from "./reader";
export { reference, references, referrers, type Reference, type Referrers, type Target } from "./references";
export { all, any, every, NeedsStack, some, Undecided, UnknownValue, UnreadableValue } from "./undecided";
export { isValues, Unknown, type Value, type Values } from "./value";
