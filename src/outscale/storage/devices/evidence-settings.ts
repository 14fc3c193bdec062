import { TAG } from "../../provider/settings";

const ACCEPT = { type: "string", enum: ["declared", "proven"] } as const;

/** What a policy about encryption lets its reader choose: the evidence that will do. */
export const EVIDENCE_SETTINGS = {
  accept: {
    ...ACCEPT,
    default: "declared",
    description:
      "The weakest evidence that will do: `declared` by a tag or an entry, or `proven` by user data whose key lies elsewhere.",
  },
  encryptionTag: {
    ...TAG,
    examples: ["encryption:luks2"],
    default: "encryption:luks2",
    description: "The tag, key and value, that declares a volume or the volumes of a VM encrypted.",
  },
} as const;

/** What a policy that looks at data first lets its reader add: the devices that VMs start from. */
export const ROOT_SETTING = {
  encryptRoot: {
    type: "boolean",
    default: false,
    description: "Whether the devices that VMs start from must be encrypted too.",
  },
} as const;

/** What a policy about sensitive data lets its reader choose: a declaration that somebody answers for will do always. */
export const SENSITIVE_EVIDENCE_SETTINGS = {
  accept: {
    ...ACCEPT,
    default: "proven",
    description:
      "The weakest evidence that will do beside a declaration with `owner` and `until`: `proven` by user data whose key lies elsewhere, or `declared`, which takes a key at hand too.",
  },
} as const;
