import { AccessKey } from "../../src/outscale";
import { definePolicy, finding } from "../../src/policy";
import { formatCount } from "../../src/text";

export const requireAccessKeyExpiry = definePolicy({
  name: "require-access-key-expiry",
  clauses: ["R9.signing"],
  ground: "obligation",
  severity: "high",
  level: "advisory",
  alone: [AccessKey],
  title: { en: "Access keys expire soon", fr: "Les clés d'accès expirent vite" },
  why: {
    en: "Calls of the API are authenticated by the client's own secret key: one that never expires is as good to whoever has copied it as it is to you.",
    fr: "Les appels d'API sont authentifiés par la clé secrète du client : une clé qui n'expire jamais vaut autant pour celui qui l'a copiée que pour vous.",
  },
  remediation: {
    en: "Set `expirationDate` to a date within `maxDays`, and make a new key before that.",
    fr: "Donnez à `expirationDate` une date à moins de `maxDays` jours, et créez une nouvelle clé avant cette date.",
  },
  settings: {
    maxDays: {
      type: "integer",
      minimum: 1,
      default: 90,
      description: "For how many days from now an access key may be valid.",
    },
  },
  messages: {
    endless: { en: "This access key never expires.", fr: "Cette clé d'accès n'expire jamais." },
    "too-long": ({ left }: TooLong) => {
      const days = formatCount(left, { en: "more day", fr: "jour" }, { en: "more days", fr: "jours" });
      return { en: `This access key is valid for ${days.en}.`, fr: `Cette clé d'accès est encore valable ${days.fr}.` };
    },
  },
  subjects: (system) => system.all(AccessKey),
  applies: (key) => key.isActive(),
  *check(key, { settings, today, messages }) {
    const left = key.daysLeft(today);
    if (left === undefined) yield finding(key, messages.endless, "expirationDate");
    else if (left > settings.maxDays) {
      const until = key.written.expirationDate;
      yield finding(key, messages["too-long"]({ left, until }), "expirationDate");
    }
  },
});

/** For how many days more a key is valid, and until when as it is written. */
interface TooLong {
  readonly left: number;
  readonly until: string | undefined;
}
