export { SecurityGroupRule, Opening } from "./security-group-rule";
export { portOf } from "./ports";
