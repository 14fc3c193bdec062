export {
  packSettings,
  readConfiguration,
  readPackSettings,
  readSettings,
  type Configurable,
  type Configuration,
  type PackSettings,
} from "./configuration";
export { ConfigurationError } from "./error";
export { loadConfiguration } from "./load";
export { askedLanguage, languageOf } from "./language";
export { closestOf } from "./validate";
export { PACK_SETTINGS } from "./schema";
