export { type Port, portOf } from "./ports";
export { type Opening, SecurityGroupRule } from "./security-group-rule";
export { OpeningsOfGroup, openingsByGroup } from "./security-group";
export { PORT, SHARED_SETTINGS, type SharedSettings } from "./settings";
