import { TaggedStack } from "../../src/outscale";
import { definePolicy, finding } from "../../src/policy";
import { formatList } from "../../src/text";

export const requireTags = definePolicy({
  name: "require-tags",
  // The convention asks for no tag: the closest duty is to treat incidents, which begins with knowing whom to call.
  clauses: ["R16.monitoring"],
  ground: "good practice",
  severity: "low",
  level: "disabled",
  title: {
    en: "Everything that can be tagged says whose it is, and what for",
    fr: "Tout ce qui peut porter un tag dit à qui il est, et à quoi il sert",
  },
  why: {
    en: "Alerts and incidents are the client's to treat: nobody is called about a resource that does not say whose it is.",
    fr: "C'est au client de traiter alertes et incidents : personne n'est appelé pour une ressource qui ne dit pas à qui elle appartient.",
  },
  remediation: {
    en: "Add the tags to `tags`, by a Pulumi transformation for all resources at once.",
    fr: "Ajoutez les tags à `tags`, par une transformation Pulumi pour toutes les ressources à la fois.",
  },
  settings: {
    requiredTags: {
      type: "array",
      items: { type: "string", minLength: 1 },
      default: ["owner", "environment"],
      examples: [["owner", "cost-center"]],
      description: "The keys that everything has to be tagged with.",
    },
  },
  messages: {
    missing: ({ key, resources }: { readonly key: string; readonly resources: readonly string[] }) => {
      const { en, fr } = formatList(resources, NAMED);
      return {
        en: `The tag \`${key}\` is missing on ${en}.`,
        fr: `Le tag \`${key}\` manque sur ${fr}.`,
      };
    },
  },
  subjects: (system) => [new TaggedStack(system)],
  applies: (stack) => !stack.isEmpty,
  *check(stack, { settings, messages }) {
    const missing = settings.requiredTags.map((key) => ({ key, ...stack.findLacking(key) }));
    for (const { key, certain } of missing) {
      const resources = certain.map(({ name }) => name);
      if (resources.length > 0) yield finding(stack, messages.missing({ key, resources }));
    }
    // Where it is not known whether one more resource has a tag, the verdict is undetermined.
    for (const { why } of missing) if (why) throw why;
  },
});

/** How many resources a message names before it only counts them. */
const NAMED = 3;
