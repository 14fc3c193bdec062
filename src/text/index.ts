export { chooseLanguage } from "./language";
export { distinctTexts, formatList, formatShortList, joinTexts, joinWithSemicolons } from "./list";
export { formatCount, pluralize } from "./number";
export { onOneLine } from "./one-line";
export { type Language, LANGUAGES, sameInEach, type Text } from "./text";
export { UserError } from "./user-error";
