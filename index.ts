import { chooseLanguage } from "./src/text";
import type * as Sdk from "@pulumi/policy";
import { POLICIES } from "./policies";
import { decodeOnce, endWithEngine, loadLate, makePackPolicies } from "./src/pulumi";

const language = chooseLanguage(undefined, process.env);
const today = new Date().toISOString().slice(0, 10);
// Which of the two says so depends on what starts the pack: Pulumi's host for Node programs sets the first alone.
const isPreview = ["PULUMI_NODEJS_DRY_RUN", "PULUMI_DRY_RUN"].some((name) => process.env[name] === "true");

endWithEngine();
loadLate();
decodeOnce();
// Not before what is to be loaded late stands in its place.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const { PolicyPack } = require("@pulumi/policy") as typeof Sdk;
const { served, described } = makePackPolicies(POLICIES, { language, today, isPreview });
const args = { policies: served };
new PolicyPack("pulumi-policy-outscale", args);
// The SDK has taken the policies it asks, and reads these when Pulumi wants to know what the pack holds.
args.policies = described;
