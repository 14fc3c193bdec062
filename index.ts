import { PolicyPack } from "@pulumi/policy";
import { POLICIES } from "./policies";
import { languageOf } from "./src/config";
import { decodeOnce, packPolicies } from "./src/pulumi";

const language = languageOf(undefined, process.env);
const today = new Date().toISOString().slice(0, 10);

decodeOnce();
new PolicyPack("pulumi-policy-outscale", { policies: packPolicies(POLICIES, { language, today }) });
