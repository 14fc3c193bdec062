export {
  readConfiguration,
  readPackSettings,
  readSettings,
  type Configurable,
  type Configuration,
  type PackSettings,
} from "./configuration";
export { ConfigurationError } from "./error";
export { loadConfiguration } from "./load";
export { closestOf } from "./validate";
export { LEVELS, PACK_SETTINGS, settingsSchema } from "./schema";
