export { chooseLanguage } from "./language";
export { distinctTexts, formatList, formatShortList, joinTexts, joinWithSemicolons } from "./list";
export { formatCount, pluralize } from "./number";
export { escapeJson, formatJson, showForeign, showForeignLines } from "./foreign";
export { linesOfSecrets, maskIn, maskInJson } from "./secret";
export { type Language, LANGUAGES, sameInEach, type Text } from "./text";
export { UserError } from "./user-error";
