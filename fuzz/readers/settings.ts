import { claim, type ClaimOptions } from "../../src/cli/claim";
import { type Service, SERVICES } from "../../src/claim";
import { OUTSCALE_PACKAGE } from "../../src/outscale/provider/package";
import { withPinnedAnswers } from "../../src/sources/pinned-answers";
import { readValues, type WireObject } from "../../src/stack/wire";
import { anyWay, chunksOf, run, said, wayOf } from "../command";
import type { Dice } from "../dice";
import { fileOf } from "../files";
import { bytesOf, isList, isObject, type Json, writeJson } from "../json";
import { damage, mutated } from "../mutate";
import type { Reader } from "../reader";
import { ODD_TEXTS } from "../texts";
import { documentIn, stateOf } from "./documents";

function maybeDamaged(document: Json, dice: Dice): Json {
  return dice.oneIn(10) ? damage(writeJson(document), dice) : document;
}

export const configurations: Reader = {
  kind: "configurations",
  make: (dice, bases) => ({
    as: anyWay(dice, ["check", "prove", "facts", "reach"]),
    configuration: maybeDamaged(mutated(dice.anyOf(bases.configurations) ?? {}, dice), dice),
    document: stateOf(dice.someOf(dice.anyOf(bases.stacks) ?? [], 6)),
  }),
  read: async (input) => {
    const config = fileOf("configuration.json", documentIn(input, "configuration"));
    return run(wayOf(input), "state", documentIn(input), { config });
  },
};

const ANSWERS: Json = {
  getImages: [
    {
      args: { filters: [{ name: "image_names", values: ["Debian-12"] }] },
      answer: { images: [{ imageId: "ami-12345678" }] },
    },
  ],
  getKeypair: { keypairName: "ops", keypairType: "ssh-ed25519" },
};

export const answers: Reader = {
  kind: "data",
  make: (dice) => ({
    answers: maybeDamaged(mutated(ANSWERS, dice), dice),
    asked: mutated({ filters: [{ name: "image_names", values: ["Debian-12", "x"] }] }, dice),
  }),
  read: async (input) =>
    said("text", async (print) => {
      const name = { en: "answers.json", fr: "answers.json" };
      const document = { name, chunks: chunksOf(bytesOf(documentIn(input, "answers"))) };
      const [known] = await withPinnedAnswers([OUTSCALE_PACKAGE], document);
      const asked = documentIn(input, "asked");
      const args = readValues(JSON.parse(writeJson(isObject(asked) ? asked : {})) as WireObject);
      const given = Object.values(known?.answers ?? {}).map((answer) => typeof answer(args, {}));
      print(given.join(" "));
    }),
};

const TIMES: readonly [string, ...string[]] = [
  "2026-03-03T10:00+01:00/2026-03-03T10:45+01:00",
  "2026-03-03T10:00+01:00/2026-03-05T10:45+01:00",
  "2026-03-28T23:30+01:00/2026-03-29T04:00+02:00",
  "2025-12-31T23:59:59.999Z/2026-12-31T23:59Z",
  "2026-W10-1T10:00Z/2026-062T11:00Z",
];
const PENALTIES: Json = {
  reference: "Offer 2026-17",
  penalties: [
    { clause: "SLA9.vm", below: 99.5, credit: "10 %" },
    { clause: "SLA10.sev1", beyond: 30, credit: "20 %" },
  ],
};

export const penalties: Reader = {
  kind: "penalties",
  make: (dice) => {
    const times = (most: number) =>
      Array.from({ length: dice.below(most) }, () => {
        const written = dice.oneOf(TIMES);
        return dice.oneIn(4) ? damage(written, dice) : written;
      });
    return {
      as: anyWay(dice, ["claim"]),
      service: dice.anyOf(Object.keys(SERVICES)) ?? "vm",
      penalties: maybeDamaged(mutated(PENALTIES, dice), dice),
      incident: [dice.oneOf(TIMES), ...times(dice.oneIn(20) ? 300 : 3)],
      maintenance: times(3),
      waiting: times(3),
      answered: dice.oneIn(3) ? [dice.oneIn(2) ? dice.oneOf(ODD_TEXTS) : "2026-03-03T10:30+01:00"] : [],
      ...(dice.oneIn(4) && { workingDay: dice.oneIn(2) ? dice.oneOf(ODD_TEXTS) : "09:00-18:00" }),
    };
  },
  read: async (input) => {
    const { format, language } = wayOf(input);
    const texts = (name: string) => {
      const list = documentIn(input, name);
      return isList(list) ? list.filter((each) => typeof each === "string") : [];
    };
    const service = documentIn(input, "service");
    const workingDay = documentIn(input, "workingDay");
    const options: ClaimOptions = {
      service: (Object.keys(SERVICES) as Service[]).find((each) => each === service) ?? "vm",
      severity: "1",
      incident: texts("incident"),
      maintenance: texts("maintenance"),
      waiting: texts("waiting"),
      answered: texts("answered"),
      ...(typeof workingDay === "string" && { workingDay }),
      penalties: fileOf("penalties.json", documentIn(input, "penalties")),
      format,
    };
    return said(format, (print) => {
      claim(options, { language, print });
    });
  },
};
