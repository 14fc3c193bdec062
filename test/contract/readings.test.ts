import { expect, test } from "@jest/globals";
import {
  CHOICES,
  choicesOf,
  COMMITMENTS,
  READING_IDS,
  READINGS,
  type Leaning,
  type Reading,
  type ReadingId,
} from "../../src/contract";
import { SHARED_SETTINGS } from "../../src/outscale/provider/settings";

test("every question the convention leaves open is answered, in order", () => {
  expect(READING_IDS).toEqual(Array.from({ length: 37 }, (_, index) => `A${String(index + 1)}`));
});

test("each reading says whom it favours", () => {
  const byLeaning = (leaning: Leaning) => READING_IDS.filter((id) => READINGS[id].leans === leaning).join(" ");
  expect(byLeaning("client")).toBe("A3 A10 A11 A12 A18 A19 A20 A22 A24 A25 A26 A29 A30 A33");
  expect(byLeaning("neither")).toBe("A6 A7 A9 A21 A27 A28");
  expect(byLeaning("provider")).toBe("A1 A2 A4 A5 A8 A13 A14 A15 A16 A17 A23 A31 A32 A34 A35 A36 A37");
});

test.each(READING_IDS)("%s asks, answers, and bears on something, in both languages", (id) => {
  const { question, clauses, passages }: Reading = READINGS[id];
  expect(question.en).toMatch(/^[A-ZO3-9“4].*\?$/);
  expect(question.fr).toMatch(/^[A-ZÀ-Ý4].*\u00a0\?$/);
  expect(clauses.length).toBeGreaterThan(0);
  expect(passages.length).toBeGreaterThan(0);
  expect(passages.filter((passage) => typeof passage === "string" && !clauses.includes(passage))).toEqual([]);
});

test("the readings that a commitment rests on bear on it", () => {
  const stray = COMMITMENTS.flatMap(({ clause, readings }) =>
    readings.filter((id) => !READINGS[id].clauses.some((each) => each === clause)).map((id) => `${clause} ${id}`),
  );
  expect(stray).toEqual([]);
});

test("commitments rest on these", () => {
  const rests = COMMITMENTS.filter(({ readings }) => readings.length > 0);
  expect(Object.fromEntries(rests.map(({ clause, readings }) => [clause, readings.join(" ")]))).toEqual({
    "SLA1.zone": "A9",
    "SLA4.internet": "A1 A29",
    "SLA4.firewall": "A1 A2 A29",
    "SLA4.api": "A13",
    "SLA5.api": "A13",
    "SLA6.durability": "A12",
    "SLA7.volume": "A9",
    "SLA7.durability": "A10",
    "SLA9.hardware": "A9",
    "SLA9.vm": "A9",
    "SLA9.api": "A13",
    "SLA10.sev1": "A1 A3 A29 A31",
    "SLA10.sev2": "A1 A3 A29 A31",
    "SLA10.sev3": "A1 A3 A29 A31",
  });
});

test("these may be chosen, each on the other side of ours", () => {
  const choices = READING_IDS.flatMap((id) => choicesOf(id).map(({ choice, leans }) => [id, choice, leans]));
  expect(choices).toEqual([
    ["A1", "more-than-one", "client"],
    ["A2", "unstarred", "client"],
    ["A3", "every-commitment", "provider"],
    ["A12", "unconfirmed", "provider"],
    ["A26", "unconfirmed", "provider"],
    ["A30", "accepted", "provider"],
    ["A31", "not-bound", "client"],
    ["A33", "absent", "provider"],
  ]);
  expect(choices.filter(([id, , leans]) => READINGS[id as ReadingId].leans === leans)).toEqual([]);
});

test("the setting takes ours first, then each choice", () => {
  const { properties } = SHARED_SETTINGS.properties.readings;
  expect(Object.keys(properties)).toEqual(Object.keys(CHOICES));
  for (const [id, { enum: values, default: ours }] of Object.entries(properties)) {
    const [first, ...others] = values;
    expect(first).toBe(ours);
    expect(others).toEqual(choicesOf(id as ReadingId).map(({ choice }) => choice));
  }
});
