import { describe, expect, test } from "@jest/globals";
import { attestationOn, EDITION, EDITION_TEXT } from "../../src/contract";

test("the edition is named, as data and in words", () => {
  expect(EDITION).toEqual({
    decidedOn: "2022-12-16",
    validUntil: "2023-06-12",
    requirements: "SecNumCloud 3.1",
    applicability: "v51",
  });
  expect(EDITION_TEXT).toEqual({
    en: "Convention: the one that goes with the qualification decision of 16 December 2022 (valid to 12 June 2023; SecNumCloud 3.1; statement of applicability v51).",
    fr: "Convention : celle qui accompagne la décision de qualification du 16 décembre 2022 (valable jusqu'au 12 juin 2023 ; SecNumCloud 3.1 ; déclaration d'applicabilité v51).",
  });
});

describe("the attestation in force", () => {
  const given = { reference: "ANSSI-2026-001", validUntil: "2027-03-01" };

  test("is the annexed one to its last day", () => {
    expect(attestationOn("2023-06-12", undefined)).toEqual({
      state: "annexed",
      text: {
        en: "Attestation of qualification in force: the one annexed to the convention, until 12 June 2023.",
        fr: "Attestation de qualification en vigueur : celle qui est annexée à la convention, jusqu'au 12 juin 2023.",
      },
    });
  });

  test("is none from the day after, until one is given", () => {
    expect(attestationOn("2023-06-13", undefined)).toEqual({
      state: "annexed-ended",
      text: {
        en: "The attestation annexed to the convention ended on 12 June 2023: ask Outscale for the one in force, and name it in `pack-settings.attestation`.",
        fr: "L'attestation annexée à la convention a pris fin le 12 juin 2023 : demandez à Outscale celle qui est en vigueur, et nommez-la dans `pack-settings.attestation`.",
      },
    });
  });

  test("is the given one to its last day", () => {
    expect(attestationOn("2027-03-01", given)).toEqual({
      state: "given",
      text: {
        en: "Attestation of qualification in force: ANSSI-2026-001, until 1 March 2027.",
        fr: "Attestation de qualification en vigueur : ANSSI-2026-001, jusqu'au 1er mars 2027.",
      },
    });
  });

  test("names its services, where they are given", () => {
    const { text } = attestationOn("2027-02-28", { ...given, services: ["IaaS", "OKS"] });
    expect(text).toEqual({
      en: "Attestation of qualification in force: ANSSI-2026-001, until 1 March 2027, for IaaS and OKS.",
      fr: "Attestation de qualification en vigueur : ANSSI-2026-001, jusqu'au 1er mars 2027, pour IaaS et OKS.",
    });
  });

  test("is none once the given one has ended, and is not the annexed one again", () => {
    expect(attestationOn("2027-03-02", given)).toEqual({
      state: "given-ended",
      text: {
        en: "The attestation ANSSI-2026-001 ended on 1 March 2027: ask Outscale for the one in force, and name it in `pack-settings.attestation`.",
        fr: "L'attestation ANSSI-2026-001 a pris fin le 1er mars 2027 : demandez à Outscale celle qui est en vigueur, et nommez-la dans `pack-settings.attestation`.",
      },
    });
  });
});
