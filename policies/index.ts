import type { Policy } from "../src/policy";
import { noPublicAdminPort } from "./exposure/no-public-admin-port";

export const POLICIES: readonly Policy[] = [noPublicAdminPort];
