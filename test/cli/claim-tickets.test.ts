import { describe, expect, test } from "@jest/globals";
import type { ClaimOptions } from "../../src/cli/claim";
import { page, sectionOf, sectionsOf } from "./claim-page";

/** The words of a section in one line, however it is broken over lines. Its no-break spaces test/conventions/words holds. */
function sentence(lines: readonly string[]): string {
  return lines.map((line) => line.trim().replaceAll("\u00a0", " ")).join(" ");
}

/** The lines of the ticket in one language that tell what happened and what was promised, without what is always there. */
function ticket(options: Partial<ClaimOptions> & Pick<ClaimOptions, "service">, language: "en" | "fr"): string[] {
  const [written = []] = sectionsOf(page(options), language === "en" ? "Subject" : "Objet");
  const words = sentence(written);
  const last = words.indexOf(language === "en" ? " What we tried" : " Ce que nous avons tenté");
  return words.slice(0, last).split(/ (?=- |Account|Compte|Commitment|Engagement|In \w|En \w)/);
}

describe("a ticket names what is broken, and nothing else", () => {
  const account = "Account: <account id>. Region: cloudgouv-eu-west-1. Resources that failed: <their ids>. Severity:";
  const compte = "Compte : <id du compte>. Région : cloudgouv-eu-west-1. Ressources en panne : <leurs id>. Sévérité :";

  test("a resolution, where the figure and the first answer are kept", () => {
    const options = {
      service: "vm",
      severity: "1",
      incident: ["2026-03-03T10:00+01:00/2026-03-03T12:10+01:00"],
      answered: ["2026-03-03T10:05+01:00"],
    } as const;
    expect(ticket(options, "en")).toEqual([
      "Subject: commitment not kept: resolution (GTR), severity 1 (service convention, SLA10, table, severity 1)",
      `${account} 1, because <why>.`,
      "Commitment (SLA10, table, severity 1), GTI 15 minutes, GTR 2 hours: Support times for severity 1: a total and lasting outage of OOS, FCU, the API, the network or EIM, outside planned maintenance.",
      "- Ticket <number>, 3 March 2026, 10:00 to 12:10 (UTC+1): resolved after 2 h 10 min (GTR: 2 h).",
    ]);
    expect(ticket(options, "fr")).toEqual([
      "Objet : non-respect d'un engagement : résolution (GTR) en sévérité 1 (convention de service, SLA10, tableau, sévérité 1)",
      `${compte} 1, car <pourquoi>.`,
      "Engagement (SLA10, tableau, sévérité 1), GTI 15 minutes, GTR 2 heures : Délais de support en sévérité 1 : panne totale et durable d'OOS, de FCU, de l'API, du réseau ou d'EIM, maintenance programmée exceptée.",
      "- Ticket <numéro>, le 3 mars 2026, de 10 h 00 à 12 h 10 (UTC+1) : résolu après 2 h 10 min (GTR : 2 h).",
    ]);
  });

  test("a month, with its incidents, and no month or incident of one that is kept", () => {
    const incident = [
      "2026-01-31T22:30Z/2026-02-01T01:30Z",
      "2026-02-10T08:00:00+01:00/2026-02-10T08:10:05+01:00",
      "2026-04-10T08:00Z/2026-04-10T08:10Z",
    ];
    const options = { service: "vm", incident, restart: ["2026-01-31T22:30Z/2026-01-31T22:31Z"] } as const;
    expect(ticket(options, "en")).toEqual([
      "Subject: commitment not kept: availability of a VM (service convention, SLA9, bullet 2)",
      `${account} <1, 2 or 3, and why>.`,
      "Commitment (SLA9, bullet 2), 99.7 % a month: Outscale commits to the availability of each VM.",
      "- 31 January 2026, 22:30 to 1 February 2026, 01:30 (UTC): 3 h, of which deducted: 1 min (SLA9, 1st paragraph, 2nd sentence).",
      "- 10 February 2026, 08:00 to 08:10:05 (UTC+1): 10 min 5 s.",
      "In February 2026, the downtime counted is 2 h 40 min 5 s, for 2 h 57 s allowed: an availability of 99.60297 %.",
    ]);
    expect(ticket(options, "fr")).toEqual([
      "Objet : non-respect d'un engagement : disponibilité d'une VM (convention de service, SLA9, puce 2)",
      `${compte} <1, 2 ou 3, et pourquoi>.`,
      "Engagement (SLA9, puce 2), 99,7 % par mois : Outscale s'engage sur la disponibilité de chaque VM.",
      "- du 31 janvier 2026 à 22 h 30 au 1er février 2026 à 1 h 30 (UTC) : 3 h, dont à déduire : 1 min (SLA9, 1er alinéa, 2e phrase).",
      "- le 10 février 2026, de 8 h 00 à 8 h 10 min 05 s (UTC+1) : 10 min 5 s.",
      "En février 2026, l'indisponibilité retenue est de 2 h 40 min 5 s, pour 2 h 57 s admises : une disponibilité de 99,60297 %.",
    ]);
  });

  test("of several tickets, those that were late, each by what was late of it", () => {
    const options = {
      service: "support",
      severity: "3",
      incident: [
        "2026-03-02T09:00+01:00/2026-03-10T09:00:01+01:00",
        "2026-04-07T09:00+02:00/2026-04-07T12:00+02:00",
        "2026-04-08T09:00+02:00/2026-04-08T12:00+02:00",
      ],
      answered: ["2026-03-02T09:30+01:00", "2026-04-07T10:01+02:00"],
      waiting: ["2026-03-06T17:00+01:00/2026-03-06T18:00+01:00"],
      workingDay: "09:00-18:00",
    } as const;
    expect(ticket(options, "en").slice(2)).toEqual([
      "Commitment (SLA10, table, severity 3), GTI 1 hour, GTR 48 working hours: Support times for severity 3: an isolated incident, a bug, a regression or a request to analyse an incident of the client.",
      "- Ticket <number>, 2 March 2026, 09:00 to 10 March 2026, 09:00:01 (UTC+1): resolved after 53 h 1 s in working hours from 09:00 to 18:00 (GTR: 48 h), after deduction of 1 h (SLA10, 3rd paragraph).",
      "- Ticket <number>, 7 April 2026, 09:00 to 12:00 (UTC+2): first answer after 1 h 1 min (GTI: 1 h).",
    ]);
    expect(ticket(options, "fr").slice(2)).toEqual([
      "Engagement (SLA10, tableau, sévérité 3), GTI 1 heure, GTR 48 heures ouvrées : Délais de support en sévérité 3 : incident isolé, bug, régression, ou demande d'analyser un incident du client.",
      "- Ticket <numéro>, du 2 mars 2026 à 9 h 00 au 10 mars 2026 à 9 h 00 min 01 s (UTC+1) : résolu après 53 h 1 s en heures ouvrées de 9 h 00 à 18 h 00 (GTR : 48 h), après déduction de 1 h (SLA10, 3e alinéa).",
      "- Ticket <numéro>, le 7 avril 2026, de 9 h 00 à 12 h 00 (UTC+2) : première réponse après 1 h 1 min (GTI : 1 h).",
    ]);
  });

  test.each([
    ["internet", "availability of Internet access", "disponibilité de l'accès à Internet"],
    ["network", "availability of the internal network", "disponibilité du réseau interne"],
    ["dns", "availability of DNS, NTP and DHCP", "disponibilité des services DNS, NTP et DHCP"],
    ["metadata", "availability of the metadata service", "disponibilité du service de métadonnées"],
    [
      "firewall",
      "availability of the firewalls of security groups",
      "disponibilité des pare-feu des groupes de sécurité",
    ],
    ["lb", "availability of a load balancer", "disponibilité d'un load balancer"],
    ["volume", "availability of a volume", "disponibilité d'un volume"],
    ["snapshot", "availability of a snapshot", "disponibilité d'un snapshot"],
    ["vm", "availability of a VM", "disponibilité d'une VM"],
    ["hardware", "availability of a physical resource", "disponibilité d'une ressource matérielle"],
    ["zone", "availability of a Subregion", "disponibilité d'une Sous-région"],
    ["region", "availability of the Region", "disponibilité de la Région"],
    ["object-storage", "availability of the APIs of object storage", "disponibilité des API du stockage objet"],
    ["api", "availability of the command API", "disponibilité de l'API de commande"],
  ] as const)("%s", (service, en, fr) => {
    const options = { service, incident: ["2026-03-03T10:00Z/2026-03-13T10:00Z"] };
    expect(ticket(options, "en")[0]?.split(" (")[0]).toBe(`Subject: commitment not kept: ${en}`);
    expect(ticket(options, "fr")[0]?.split(" (")[0]).toBe(`Objet : non-respect d'un engagement : ${fr}`);
  });
});

describe("what has to be proved is left open, not asserted", () => {
  const incident = ["2026-03-03T10:00Z/2026-03-13T10:00Z"];
  const shown =
    "To be shown (Availability requirements of the service, 1st paragraph): that our systems were deployed in every Subregion of the Region <the page of `prove`, with its date and SHA-256>.";
  const proved =
    "To be proved by us (SLA10, last paragraph): that resources equivalent to those that failed were deployed in every Subregion of the Region <the page of `prove`, with its date and SHA-256>, and that Outscale could not restore the service all the same <the answers of support, with their times>.";
  const montrer =
    "À montrer (Exigences de disponibilité du service, 1er alinéa) : que nos systèmes étaient déployés dans chaque Sous-région de la Région <la page de `prove`, avec sa date et son SHA-256>.";
  const prouver =
    "À prouver par nous (SLA10, dernier alinéa) : que des ressources équivalentes à celles en panne étaient déployées dans chaque Sous-région de la Région <la page de `prove`, avec sa date et son SHA-256>, et qu'Outscale n'a malgré cela pas pu rétablir le service <les réponses du support, avec leurs heures>.";

  test.each<[string, Partial<ClaimOptions> & Pick<ClaimOptions, "service">, string[], string[]]>([
    ["a service without a star", { service: "vm" }, [], []],
    ["a service with a star", { service: "internet" }, [shown], [montrer]],
    ["support", { service: "support", severity: "2" }, [proved], [prouver]],
    ["both", { service: "firewall", severity: "2" }, [shown, proved], [montrer, prouver]],
  ])("%s", (_what, options, en, fr) => {
    const written = page({ ...options, incident });
    const proofsIn = (beginning: string, from: string, to: string) => {
      const words = sentence(sectionsOf(written, beginning)[0] ?? []);
      return words.slice(words.indexOf(from) + from.length, words.indexOf(to)).trim();
    };
    expect(proofsIn("Subject", "answers of the API>.", "Please")).toBe(
      ["Our own trace, joined (SLA10, 4th paragraph): <access logs, outside probe, answers of the API>.", ...en].join(
        " ",
      ),
    );
    expect(proofsIn("Objet", "réponses de l'API>.", "Merci")).toBe(
      [
        "Notre propre trace, jointe (SLA10, 4e alinéa) : <journaux d'accès, sonde externe, réponses de l'API>.",
        ...fr,
      ].join(" "),
    );
  });
});

describe("without anything broken there is no ticket, and one line says why", () => {
  const long = ["2026-03-02T00:00+01:00/2026-03-06T10:00+01:00"];
  const short = ["2026-03-03T10:00+01:00/2026-03-03T10:10+01:00"];

  test.each<[Partial<ClaimOptions> & Pick<ClaimOptions, "service">, string, string]>([
    [
      { service: "support", severity: "1", incident: short },
      "Nothing that was given shows a commitment broken: no ticket is written. Undetermined: first answer (GTI), which `--answered` would decide.",
      "Rien de ce qui a été donné ne montre qu'un engagement soit rompu : aucun ticket n'est écrit. Indéterminé : première réponse (GTI), que `--answered` permettrait de juger.",
    ],
    [
      { service: "support", severity: "3", incident: long },
      "Nothing that was given shows a commitment broken: no ticket is written. Undetermined: first answer (GTI), which `--answered` would decide; resolution (GTR), which `--working-day` would decide.",
      "Rien de ce qui a été donné ne montre qu'un engagement soit rompu : aucun ticket n'est écrit. Indéterminé : première réponse (GTI), que `--answered` permettrait de juger ; résolution (GTR), que `--working-day` permettrait de juger.",
    ],
    [
      { service: "support", severity: "1", incident: short, answered: ["2026-03-03T10:10+01:00"] },
      "By what was given, no commitment is broken: nothing can be claimed for these incidents alone, and no ticket is written. Tickets and traces of them still count with later ones of the same month or year.",
      "D'après ce qui a été donné, aucun engagement n'est rompu : rien n'est réclamable pour ces seuls incidents, et aucun ticket n'est écrit. Leurs tickets et leurs traces comptent encore avec de prochains incidents du même mois ou de la même année.",
    ],
  ])("%p", (options, en, fr) => {
    const [english, french] = [page(options, "en"), page(options, "fr")];
    expect(sentence(sectionOf(english, en.slice(0, 20)))).toBe(en);
    expect(sentence(sectionOf(french, fr.slice(0, 20)))).toBe(fr);
    expect([
      sectionOf(english, "How to claim"),
      sectionOf(english, "The ticket"),
      sectionOf(english, "Subject"),
    ]).toEqual([[], [], []]);
  });

  test("what is broken is named beside what is undetermined", () => {
    const options = { service: "zone", severity: "2", incident: ["2026-03-03T10:00Z/2026-03-05T10:00Z"] } as const;
    expect(sentence(sectionOf(page(options), "Not kept"))).toBe(
      "Not kept, by what was given: availability of a Subregion (SLA1.zone); resolution (GTR), severity 2 (SLA10.sev2). Whether it can be claimed hangs on the conditions below. Undetermined: first answer (GTI), which `--answered` would decide.",
    );
    expect(sentence(sectionOf(page(options, "fr"), "Non tenu"))).toBe(
      "Non tenu, d'après ce qui a été donné : disponibilité d'une Sous-région (SLA1.zone) ; résolution (GTR) en sévérité 2 (SLA10.sev2). Que ce soit réclamable dépend des conditions ci-dessous. Indéterminé : première réponse (GTI), que `--answered` permettrait de juger.",
    );
  });
});
