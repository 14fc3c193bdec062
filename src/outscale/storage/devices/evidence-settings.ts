import { TAG } from "../../provider/settings";

/** What a policy about encryption lets its reader choose: the evidence that will do. */
export const EVIDENCE_SETTINGS = {
  accept: {
    type: "string",
    enum: ["declared", "proven"],
    default: "declared",
    description: "The weakest evidence that will do: `declared` by a tag or an image, or `proven` by user data.",
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
