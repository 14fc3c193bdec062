export { type Change, listChangedSettings } from "./changes";
export {
  packSettings,
  readConfiguration,
  readPackSettings,
  readSettings,
  type Configurable,
  type Configuration,
  type PackSettings,
} from "./configuration";
export { findConfiguration, loadConfiguration, loadJson } from "./load";
export { PACK_SETTINGS, settingsSchema } from "./schema";
export { findClosest, readBySchema } from "./validate";
