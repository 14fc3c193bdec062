export { isRetained } from "./retention";
export { agree, Candidates, firstDoubt, type Maybe, type Possible, refuse, when } from "./candidates";
export { addTo } from "./multimap";
export { compare } from "./order";
export { placeText, type Position, type Resource } from "./resource";
export { resourceSubject, stackSubject, type Subject, type SubjectKind, SubjectOf } from "./subject";
export { Stack, type StackFacts } from "./stack";
export { reader } from "./reader";
export { integerOf, type Shapes, shapeValues } from "./shape";
export {
  possibleTargets,
  reference,
  references,
  referredName,
  referrers,
  referrersOf,
  type Reference,
  type Target,
} from "./references";
export {
  all,
  any,
  attempt,
  attemptEach,
  certainly,
  every,
  ifKnown,
  NeedsStack,
  possibly,
  type Reading,
  some,
  Undecided,
  UnknownValue,
  UnreadableValue,
  UnseenPart,
} from "./undecided";
export { makeUrn, nameOfUrn, providerUrn, ROOT_TYPE, shortType, stackOfUrn, typeOfUrn } from "./urn";
export { isUnknownText, isValues, joinedPath, Unknown, type Value, type Values, valueAt } from "./value";
