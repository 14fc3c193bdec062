import { describe, expect, test } from "@jest/globals";
import { POLICIES } from "../../policies";
import { explain } from "../../src/cli/explain";
import { list } from "../../src/cli/list";
import { BOUND_TO_DEPLOYMENT, CLAUSE_IDS, CLAUSES, COMMITMENTS, type ClauseId } from "../../src/contract";
import { LANGUAGES } from "../../src/text";

/** The page of a clause by its sections, each paragraph in one line; what stands above the first is its head. */
function pageOf(id: ClauseId, language: "en" | "fr" = "en"): Record<string, string[]> {
  const [head = "", ...sections] = explain(id, language)
    .trimEnd()
    .split(/\n\n(?=\S.*\n {2})/);
  return Object.fromEntries([
    ["head", head.split("\n").filter(Boolean)],
    ...sections.map((section) => {
      const [title = "", ...lines] = section.split("\n\n")[0]?.split("\n") ?? [];
      return [title, [lines.map((line) => line.trim()).join(" ")]];
    }),
  ]) as Record<string, string[]>;
}

/** The ids that a section of a page names. */
function idsIn(id: ClauseId, section: string): string[] {
  return [...new Set((pageOf(id)[section] ?? []).join(" ").match(/\b[A-Z]+\d*\.[a-z]+\d?(?= \()/g) ?? [])];
}

describe("explain <commitment>", () => {
  test("says all that is needed to claim it, in full", () => {
    expect(explain("SLA9.vm", "en")).toMatchInlineSnapshot(`
      "SLA9.vm  SLA9 – Service “VMs on demand”
      SLA9, bullet 2
      Commitment of Outscale.

      Outscale commits to the availability of each VM.
      Figure: 99.7 % a month, which leaves 2 h 9 min

      What it is about (docs/ledger.md)
        VMs that run. Lines of the ledger: tier.

      Conditions
        SLA10.ticket (SLA10, 1st paragraph)  Every need and every incident takes a ticket with all the
        information required. Nothing is judged without it, and whether Outscale keeps its commitments is
        judged from its opening on.
        SLA10.evidence (SLA10, 4th paragraph)  An incident the support has not seen itself is measured
        only if the client brings a trace of the outage or degradation.

      What is excluded
        SLA9.downtime (SLA9, 2nd paragraph)  A stopped resource counts as down only for as long as the
        client is unable to restart it.
        SLA9.hammering (SLA9, 3rd paragraph)  Overloading the command APIs, or any abnormal use of the
        infrastructure, may set off automatic blocking, which is never downtime.

      Obligations that go with it
        SLA9.supervise (SLA9, 1st paragraph, 2nd sentence)  The client watches its VMs and restarts them
        when needed. The time it takes to do so is not downtime.

      Warnings
        SLA9.stopped (SLA9, 1st paragraph, 1st sentence)  When a hardware failure stops a VM, that VM
        stays stopped by default, lest a restart do further damage.

      What its terms mean, and where it holds
        GEN.scope (Preamble, 4th paragraph)  The convention goes with Outscale's general terms, for the
        services of the “Secteur Public” Region only.
        GEN.availability (Definitions, “Disponibilité”)  A service is available when it can be reached and
        performs as its service level lays down.
        GEN.clock (Availability requirements of the service, 4th paragraph)  Service commitments run day
        and night, every day of the week. Figure: 24 hours a day, 7 days a week.

      How it is read (docs/interpretation.md)
        A3  Does the last sentence of SLA10 speak of support times only, or of every commitment? Being in
        a single Subregion costs the support times, not the other commitments. [favours the client]
        Stricter: \`"readings": { "A3": "every-commitment" }\`. Being in a single Subregion costs every
        commitment.
        A9  The same figure is yearly for a Subregion, monthly for volumes, VMs and hardware. Which period
        holds? Each figure is held over the period that is printed with it. [favours neither]
        A37  Is the client's own trace of an incident asked for support times only? No: every commitment
        is measured by it where the support has seen nothing. [favours Outscale]

      How to claim it from support
        1. Open a ticket at once, with all the information required: times are counted from it
        (SLA10.ticket).
        2. Join your own trace of the outage or degradation, such as access logs or an outside probe: what
        the support has not seen itself is measured by nothing else (SLA10.evidence).
        3. Nothing is to be proved about the other Subregions. \`pulumi stack export |
        pulumi-policy-outscale prove --state -\` writes the page that names what failed by its id.
        4. What Outscale then owes stands in annex A of its general terms of sale (GEN.penalties), and how
        the figure is calculated in the specific contract or in these terms (GEN.method): the convention
        says neither.

      Policies whose violation forfeits it
        require-secteur-public-region  Everything lies in the Secteur Public region

      Policies whose violation leaves less evidence for it
        require-explicit-host-action  VMs say whether they restart after their host fails
        require-outage-evidence  Outages of every entry leave a trace of the client's own

      Convention: the one that goes with the qualification decision of 16 December 2022 (valid to 12 June
      2023; SecNumCloud 3.1; statement of applicability v51).
      "
    `);
  });

  test("says it in French", () => {
    expect(explain("SLA4.firewall", "fr")).toMatchInlineSnapshot(`
      "SLA4.firewall  SLA4 – Prestation « Service de fourniture réseau sécurisé vers Internet»
      SLA4, puce 2
      Engagement d'Outscale.

      Outscale s'engage sur la disponibilité des pare-feu logiques qui appliquent les groupes de sécurité,
      pour un client déployé dans chaque Sous-région de la Région.
      Chiffre : 99,8 % par mois, ce qui laisse 1 h 26 min

      Sur quoi il porte (docs/ledger.md)
        Ce qui se trouve derrière des groupes de sécurité. Lignes de la table des engagements : tier,
        entrée, node pool ; le Net, s'il est perdu quels que soient ses tiers.

      Conditions
        GEN.asterisk (Exigences de disponibilité du service, 1er alinéa)  Le client qui pouvait déployer
        ses systèmes dans chaque Sous-région de la Région, et a choisi de ne pas le faire, ne peut pas
        demander l'application d'un engagement marqué d'une étoile.
        SLA10.ticket (SLA10, 1er alinéa)  Tout besoin et tout incident passent par un ticket contenant
        toutes les informations requises. Sans lui, rien ne se juge, et c'est depuis son ouverture que se
        juge la tenue des engagements d'Outscale.
        SLA10.evidence (SLA10, 4e alinéa)  Un incident que le support n'a pas vu lui-même n'est mesuré que
        si le client apporte une trace de la coupure ou de la dégradation.

      Ce qui est exclu
        SLA9.hammering (SLA9, 3e alinéa)  Surcharger les API de commande, ou faire de l'infrastructure un
        usage anormal, peut déclencher un blocage automatique, qui n'est jamais de l'indisponibilité.

      Le sens de ses termes, et où il s'applique
        GEN.scope (Préambule, 4e alinéa)  La convention complète les conditions générales d'Outscale pour
        les seuls services de la Région « Secteur Public ».
        GEN.availability (Définitions, « Disponibilité »)  Un service est disponible quand on peut y
        accéder avec les performances que prévoit son niveau de service.
        GEN.clock (Exigences de disponibilité du service, 4e alinéa)  Les engagements de service courent
        jour et nuit, tous les jours de la semaine. Chiffre : 24 h/24 et 7 j/7.

      Lecture retenue (docs/interpretation.md)
        A1  Que signifie « toutes » les Sous-régions, quand seul un déploiement dans une unique
        Sous-région est dit insuffisant ? Toutes les Sous-régions de la Région comptent : deux sur trois
        ne suffisent pas. [favorable à Outscale]
        Plus souple : \`"readings": { "A1": "more-than-one" }\`. Seul un déploiement dans une unique
        Sous-région est dit insuffisant : deux suffisent.
        A2  Outscale opère elle-même les pare-feu, et pourtant leur chiffre porte une étoile.
        S'applique-t-elle ? L'étoile s'applique aux pare-feu, bien qu'Outscale les opère elle-même.
        [favorable à Outscale]
        Plus souple : \`"readings": { "A2": "unstarred" }\`. Outscale opère elle-même les pare-feu :
        l'étoile n'exige rien du client.
        A3  La dernière phrase de SLA10 parle-t-elle des seuls délais de support, ou de tous les
        engagements ? N'être déployé que dans une Sous-région fait perdre les délais de support, pas les
        autres engagements. [favorable au client]
        Plus strict : \`"readings": { "A3": "every-commitment" }\`. N'être déployé que dans une Sous-région
        fait perdre tous les engagements.
        A4  Qui juge si un déploiement dans toutes les Sous-régions était possible ? Il l'était, pour
        chaque tier ; ce qui ne peut pas être déployé partout est déclaré dans \`pack-settings.singletons\`
        avec la raison, et n'est pas réclamé. [favorable à Outscale]
        A29  L'étoile demande que les systèmes du client soient partout. Un système qui ne l'est pas
        fait-il perdre ce qui est réclamé pour les autres ? Un engagement s'apprécie système par système :
        ce qui manque à l'un ne coûte qu'à lui. [favorable au client]
        A30  Un déploiement dans toutes les Sous-régions est-il « possible » quand ce qu'il lui faut, un
        modèle de GPU par exemple, n'est proposé que dans l'une d'elles ? Non, pour l'accès à Internet et
        les pare-feu seulement : ils sont alors indéterminés, l'impossibilité étant déclarée et à
        confirmer par Outscale. Les délais de support n'ont pas cette exception, et restent perdus.
        [favorable au client]
        Plus strict : \`"readings": { "A30": "accepted" }\`. L'absence de ce qui ne peut être ailleurs est
        une perte que le client accepte : rien n'est réclamé (A4).
        A33  Un tier de deux VM de données et d'un témoin est-il dans chaque Sous-région ? Pour l'accès à
        Internet et les pare-feu, un témoin vaut présence ; pour les délais de support, il n'équivaut pas
        à une VM de données. [favorable au client]
        Plus strict : \`"readings": { "A33": "absent" }\`. Un témoin ne vaut pas présence : le tier n'est
        pas dans sa Sous-région.
        A35  Le service Kubernetes (OKS) n'est nommé nulle part. Les engagements valent-ils pour lui ? Là
        où \`attestation.services\` le nomme, ses lignes se lisent comme celles de tiers, sinon elles sont
        indéterminées ; c'est à Outscale d'opérer son plan de contrôle. [favorable à Outscale]
        A36  Une VM déclarée arrêtée est-elle déployée ? Non : ce que le programme déclare lui-même arrêté
        n'est pas déployé. [favorable à Outscale]
        A37  La trace que le client garde d'un incident n'est-elle demandée que pour les délais de
        support ? Non : tout engagement se mesure d'après elle quand le support n'a rien vu. [favorable à
        Outscale]

      Comment le réclamer au support
        1. Ouvrez aussitôt un ticket, avec toutes les informations requises : les délais courent à partir
        de lui (SLA10.ticket).
        2. Joignez votre propre trace de la coupure ou de la dégradation, journaux d'accès ou sonde
        externe par exemple : ce que le support n'a pas vu lui-même ne peut être mesuré autrement
        (SLA10.evidence).
        3. Prouvez que toutes les Sous-régions étaient utilisées : \`pulumi stack export |
        pulumi-policy-outscale prove --state -\` écrit la page qui montre ce qui se trouvait où. Un
        programme seul ne prouve rien : c'est un plan.
        4. Ce que doit alors Outscale figure à l'annexe A de ses conditions générales de vente
        (GEN.penalties), et le mode de calcul du chiffre dans le contrat spécifique ou dans ces conditions
        (GEN.method) : la convention ne dit ni l'un ni l'autre.

      Ce qu'un programme en montre au mieux
        Un plan seulement : cela dépend de ce qui est déployé. Là où la condition est remplie, la ligne
        est « tel que prévu » d'après un programme ou un aperçu, et « à prouver » d'après un état (\`prove
        --state\`).

      Politiques de vérification
        require-security-group  Les VM, les NIC et les load balancers ont leurs propres groupes de
        sécurité

      Politiques dont une violation fait perdre l'engagement
        require-oks-nodes-in-every-subregion  Les nœuds d'un cluster Kubernetes tournent dans toutes les
        Sous-régions, et se réparent (pour les node pools absents d'une Sous-région)
        require-redundant-load-balancer  Chaque entrée a des load balancers dans plusieurs Sous-régions
        require-secteur-public-region  Tout se trouve dans la région Secteur Public
        require-tier-in-every-subregion  Chaque tier de production tourne dans toutes les Sous-régions

      Politiques dont une violation en affaiblit les preuves
        no-security-group-bypass  Rien ne fait contourner les groupes de sécurité
        require-security-group  Les VM, les NIC et les load balancers ont leurs propres groupes de
        sécurité
        require-outage-evidence  Les pannes de chaque entrée laissent une trace propre au client

      Convention : celle qui accompagne la décision de qualification du 16 décembre 2022 (valable jusqu'au
      12 juin 2023 ; SecNumCloud 3.1 ; déclaration d'applicabilité v51).
      "
    `);
  });

  test.each<[ClauseId, string]>([
    ["SLA4.internet", "Figure: 99.999 % a year, which leaves 5 min"],
    ["SLA4.api", "Figure: 99.9 % a month, which leaves 43 min"],
    ["SLA1.zone", "Figure: 99.7 % a year, which leaves 26 h 16 min"],
    ["SLA7.iops", "Figure: at least 90 % of the time over a month, which leaves 72 h"],
    ["SLA7.durability", "Figure: 99.9999999999 %"],
    ["SLA6.durability", "Figure: 99.9999999999 % a year"],
    ["SLA10.sev1", "Figure: GTI 15 minutes, GTR 2 hours"],
  ])("%s has its figure, its period and what they leave", (id, figure) => {
    expect(pageOf(id)["head"]?.at(-1)).toBe(figure);
  });

  test.each<[ClauseId, readonly string[], readonly string[]]>([
    ["SLA4.internet", ["GEN.asterisk", "SLA10.ticket", "SLA10.evidence"], ["SLA4.bgp", "SLA9.hammering"]],
    ["SLA5.lb", ["SLA10.ticket", "SLA10.evidence"], ["SLA9.hammering"]],
    ["SLA9.api", ["SLA10.ticket", "SLA10.evidence"], ["SLA9.hammering", "SLA9.throttling"]],
    ["SLA7.durability", ["SLA7.delay", "SLA10.ticket", "SLA10.evidence"], []],
    ["SLA6.durability", ["SLA10.ticket", "SLA10.evidence"], ["SLA6.usage", "SLA6.fuse"]],
    ["SLA10.sev2", ["SLA10.ticket", "SLA10.evidence", "SLA10.zones"], ["SLA10.gtr"]],
  ])("%s has its own conditions and exclusions", (id, conditions, exclusions) => {
    expect({ conditions: idsIn(id, "Conditions"), exclusions: idsIn(id, "What is excluded") }).toEqual({
      conditions,
      exclusions,
    });
  });

  test.each<[ClauseId, string]>([
    [
      "SLA4.internet",
      "Tiers, entries and node pools with a way from or to the Internet. Lines of the ledger: tier, entry, node pool; the Net, where it is lost whatever its tiers are.",
    ],
    ["SLA9.vm", "VMs that run. Lines of the ledger: tier."],
    ["SLA9.api", "Whatever is deployed: one API makes all of it. Lines of the ledger: account."],
  ])("%s says what it is about", (id, about) => {
    expect(pageOf(id)["What it is about (docs/ledger.md)"]).toEqual([about]);
  });

  test("names the readings that bear on every commitment", () => {
    const unread = COMMITMENTS.filter(({ clause }) => {
      const [readings = ""] = pageOf(clause)["How it is read (docs/interpretation.md)"] ?? [];
      return (
        !readings.includes("A3  ") || !readings.includes('"A3": "every-commitment"') || !readings.includes("A37  ")
      );
    });
    expect(unread).toEqual([]);
  });

  test.each<[ClauseId, string]>([
    ["SLA1.region", "2. Join your own trace of the outage or degradation"],
    ["SLA2.latency", "2. Join your own measurements, a series of round-trip times"],
    ["SLA6.durability", "2. Join what shows the loss"],
    ["SLA7.iops", "2. Join your own measurements of the whole month"],
    ["SLA10.sev2", "2. Keep the hours of the ticket"],
  ])("%s says how it is measured", (id, step) => {
    expect(pageOf(id)["How to claim it from support"]?.join(" ")).toContain(step);
  });

  test("says the figure of what it excludes, and what the words of it mean", () => {
    const page = explain("SLA4.internet", "en").replace(/\s+/g, " ");
    expect(page).toContain("because BGP routes need time to converge. Figure: 2 minutes per incident.");
    expect(pageOf("SLA10.sev1")["What its terms mean, and where it holds"]?.join(" ")).toContain(
      "SLA10.gti (SLA10, 2nd paragraph)  The GTI, the guaranteed response time, runs from the opening",
    );
  });

  test("asks for proof of every Subregion where that is a condition, and nowhere else", () => {
    const asking = COMMITMENTS.filter(({ clause }) => explain(clause, "en").includes("Prove that every Subregion"));
    expect(asking.map(({ clause }) => clause)).toEqual([
      "SLA4.internet",
      "SLA4.firewall",
      "SLA10.sev1",
      "SLA10.sev2",
      "SLA10.sev3",
    ]);
    const named = COMMITMENTS.filter(({ clause }) => idsIn(clause, "Conditions").includes("SLA10.zones"));
    expect(named.map(({ clause }) => clause)).toEqual(["SLA10.sev1", "SLA10.sev2", "SLA10.sev3"]);
  });
});

describe("explain <clause>", () => {
  test.each<[ClauseId, string]>([
    ["SLA4.internet", "Commitment of Outscale."],
    ["SLA10.zones", "Condition: the client owes it to nobody, and what hangs on it cannot be claimed without it."],
    ["SLA6.fuse", "Exclusion: what it names is under no commitment."],
    ["R13.leastaccess", "Obligation of the client."],
    ["R8.analysis", "Obligation of both parties: the client can breach its part."],
    ["R9.mfa", "Recommendation: who does not follow it breaches nothing."],
    ["SLA4.ports", "Recommendation that Outscale insists on. The obligation behind it is R13.leastaccess."],
    ["SLA2.bypass", "Warning: it says what may happen, and asks for nothing."],
    ["QUAL.expiry", "Information: it binds nobody."],
    ["DEL.certificate", "Undertaking of Outscale, without a service level."],
  ])("%s says what it binds to, below its heading and place", (id, force) => {
    const { heading, place } = CLAUSES[id];
    expect(pageOf(id)["head"]?.slice(0, 3)).toEqual([`${id}  ${heading.en}`, place.en, force]);
  });

  test("prints no line of the plain text, which its readers do not have", () => {
    for (const id of CLAUSE_IDS) expect(explain(id, "en")).not.toMatch(/\b[Ll]ine \d/);
  });

  test("says how it is read, whom that favours, and the choice in settings", () => {
    expect(pageOf("SLA6.durability")["How it is read (docs/interpretation.md)"]).toEqual([
      [
        "A3  Does the last sentence of SLA10 speak of support times only, or of every commitment?",
        "Being in a single Subregion costs the support times, not the other commitments. [favours the client]",
        'Stricter: `"readings": { "A3": "every-commitment" }`. Being in a single Subregion costs every commitment.',
        "A10  The durability of objects is yearly and in all Subregions, that of snapshots says neither. Does it ask the same?",
        "Objects are asked to be in every Subregion, snapshots are not. [favours the client]",
        "A11  Durability is defined as not being erased, its example speaks of alteration. Which is meant?",
        "Loss by accident, of either kind; what a client deletes or alters is its own. [favours the client]",
        "A12  Objects shall be in all Subregions, but a client cannot choose where they lie. Who sees to it?",
        "Outscale spreads objects itself: the client has nothing to deploy for it. [favours the client]",
        'Stricter: `"readings": { "A12": "unconfirmed" }`. That Outscale spreads objects is undetermined until it confirms.',
        "A37  Is the client's own trace of an incident asked for support times only?",
        "No: every commitment is measured by it where the support has seen nothing. [favours Outscale]",
      ].join(" "),
    ]);
    expect(pageOf("SLA5.lb")).not.toHaveProperty("How it is read (docs/interpretation.md)");
  });

  const PLAN =
    "A plan only: it hangs on what is deployed. Where the condition is fulfilled, the line stands “as planned” from a program or a preview, and “to be proved” from a state (`prove --state`).";
  const NEVER = "That Outscale could not restore the service is never visible.";

  test.each<[ClauseId, string]>([
    ["SLA4.ports", "Shown: the program is the fact itself, as far as it is read."],
    ["SLA4.minimal", "In part. Left to show: which of the open flows are needed."],
    [
      "SLA4.waf",
      "Declared only: a tag or a tier named `waf` says that something filters; what it filters is not seen.",
    ],
    ["GEN.asterisk", PLAN],
    ["SLA4.internet", PLAN],
    ["SLA4.firewall", PLAN],
    ["SLA10.sev1", `${PLAN} ${NEVER}`],
    ["SLA10.sev2", `${PLAN} ${NEVER}`],
    ["SLA10.sev3", `${PLAN} ${NEVER}`],
  ])("%s says what a program shows of it at best", (id, shows) => {
    expect(pageOf(id)["What a program shows of it at best"]).toEqual([shows]);
  });

  test("says so of every clause that a policy names, and of no other but those that hang on deployment", () => {
    const said = CLAUSE_IDS.filter((id) => "What a program shows of it at best" in pageOf(id));
    const named = CLAUSE_IDS.filter((id) => CLAUSES[id].shows !== undefined || BOUND_TO_DEPLOYMENT.includes(id));
    expect(said).toEqual(named);
  });

  test.each<[ClauseId, string]>([
    ["R9.review", "It is fulfilled by what people do, again and again; a program shows what exists, not what is done."],
    ["R8.analysis", "It is fulfilled by a document, a notice or a contract, of which a program holds no trace."],
    ["SLA9.downtime", "It limits what can be claimed, and asks for nothing that could be deployed."],
    ["P16.resolution", "It binds Outscale: nothing that the client deploys fulfils it."],
    ["GEN.law", "It says how things are, and asks for nothing that could be deployed."],
  ])("%s says why no policy looks at it", (id, why) => {
    expect(pageOf(id)["Why no policy looks at it"]).toEqual([why]);
  });
});

describe("explain <policy>", () => {
  /** What it says below its name, and each section, a line for each entry. */
  function partsOf(name: string) {
    const [head = "", ...paragraphs] = explain(name, "en").trimEnd().split("\n\n");
    const sections = paragraphs.slice(1).map((text) => text.split("\n"));
    return {
      ground: head.split("\n").slice(1).join(" "),
      ...Object.fromEntries(
        sections.map(([title = "", ...lines]) => [title, lines.map((line) => line.trim()).join(" ")]),
      ),
    };
  }

  test.each<[string, string]>([
    ["no-secret-in-user-data", "Rests on an obligation of the client. A violation breaches the convention."],
    [
      "require-redundant-load-balancer",
      "Rests on a condition: nobody owes it, but a claim hangs on it, or what breaks it costs a commitment or excludes a use.",
    ],
    ["no-public-admin-port", "Rests on a recommendation: who does not follow it breaches nothing."],
    ["require-tags", "Good practice: the convention asks for nothing of the kind, or only warns."],
    [
      "require-load-balancer-health-check",
      "Rests on an obligation of the client. A program shows no more than signs of it: a violation is one, and no proof that it is not kept.",
    ],
    ["commitments-are-enforceable", "Good practice: the convention asks for nothing of the kind, or only warns."],
  ])("%s says what it rests on", (name, ground) => {
    expect(partsOf(name).ground).toBe(ground);
  });

  test("says what a violation costs, and for what", () => {
    expect(partsOf("require-redundant-load-balancer")).toMatchObject({
      "A violation forfeits":
        "SLA4.internet  where it faces the Internet, and for the tiers that have no other way in SLA4.firewall SLA10.sev1-3",
    });
    expect(partsOf("require-secteur-public-region")).toMatchObject({ "A violation forfeits": "every commitment" });
    expect(partsOf("require-explicit-subregion")).toMatchObject({
      "A violation leaves less evidence for": "SLA1.zone SLA10.sev1-3",
    });
    expect(partsOf("require-outage-evidence")).toMatchObject({
      "A violation leaves less evidence for": "every commitment",
    });
    expect(partsOf("no-object-storage-mount")).toMatchObject({
      "A violation excludes the incidents of that use from": "SLA6.durability SLA6.publishapi SLA6.accessapi",
    });
  });

  test("says nothing of costs where there are none", () => {
    expect(Object.keys(partsOf("require-tags"))).toEqual(["ground", "Clauses"]);
  });

  test("is all in French too", () => {
    expect(explain("no-tight-api-loop", "fr")).toMatchInlineSnapshot(`
      "no-tight-api-loop  non bloquante, faible
      Repose sur une condition : personne ne la doit, mais une réclamation en dépend, ou ne pas la remplir
      fait perdre un engagement ou en exclut un usage.

      Aucune boucle n'appelle un service partagé sans pause.
      Outscale limite et bloque les clients qui surchargent ses services d'API, de métadonnées, de noms ou
      de temps, et ce qui leur est alors refusé ne compte jamais comme indisponibilité.
      Mettez dans la boucle un \`sleep\` de quelques secondes, plus long après chaque échec, ou laissez le
      client attendre : \`curl --retry 10 --retry-connrefused\`.
      docs/policies/no-tight-api-loop.md

      Clauses
        SLA9.hammering (SLA9, 3e alinéa)  Surcharger les API de commande, ou faire de l'infrastructure un
        usage anormal, peut déclencher un blocage automatique, qui n'est jamais de l'indisponibilité.
        SLA9.throttling (SLA9, 4e alinéa)  La fréquence des requêtes API rigoureusement identiques est
        limitée, et un refus à ce titre n'est pas de l'indisponibilité. Chiffre : une par seconde.
        SLA3.abuse (SLA3, 1er alinéa)  Les protections qui se déclenchent d'elles-mêmes contre un usage
        abusif du client ne sont pas de l'indisponibilité, même si elles coupent son service.

      Une violation exclut les incidents de cet usage de
        SLA3.services SLA3.metadata SLA4.api SLA5.api SLA9.api
      "
    `);
  });
});

describe("explain", () => {
  test.each(LANGUAGES)("has something to say of every policy and clause (%s)", (language) => {
    for (const name of [...POLICIES.map((policy) => policy.name), ...CLAUSE_IDS]) {
      expect(explain(name, language)).not.toMatch(/undefined|\[object|\n\n\n/);
    }
  });

  test.each([
    ["SLA10.sev1-3", ["SLA10.sev1", "SLA10.sev2", "SLA10.sev3"]],
    ["sla4/5/9.api", ["SLA4.api", "SLA5.api", "SLA9.api"]],
  ] as const)("explains each commitment of the row %s", (row, clauses) => {
    expect(explain(row, "en")).toBe(clauses.map((clause) => explain(clause, "en")).join("\n"));
  });

  test("explains a reading, whom it favours, and what it bears on", () => {
    expect(explain("a33", "en")).toMatchInlineSnapshot(`
      "A33  Is a tier of two data VMs and a witness in every Subregion? For Internet access and firewalls a
      witness is a presence; for support times it is no equivalent of a data VM. [favours the client]
      Stricter: \`"readings": { "A33": "absent" }\`. A witness is no presence: the tier is not in its
      Subregion.

      What raises it
        Availability requirements of the service, 1st paragraph
        SLA10, last paragraph

      What it bears on
        GEN.asterisk SLA4.internet SLA4.firewall SLA10.sev1 SLA10.sev2 SLA10.sev3 SLA10.zones

      Convention: the one that goes with the qualification decision of 16 December 2022 (valid to 12 June
      2023; SecNumCloud 3.1; statement of applicability v51).
      "
    `);
  });

  test("names the closest when the name is none", () => {
    expect(() => explain("sla4.internt", "en")).toThrow(
      "`sla4.internt` is no policy, no clause and no reading. The closest is SLA4.internet; `list` shows all policies, `list --by clause` all clauses.",
    );
  });
});

describe("list --by clause", () => {
  const lines = list("clause", "en").split("\n").filter(Boolean);

  test("gives every clause its policies", () => {
    expect(lines.map((line) => line.split(" ")[0])).toEqual([...CLAUSE_IDS]);
    expect(lines.find((line) => line.startsWith("SLA4.ports"))).toMatch(
      / no-public-admin-port no-public-file-sharing-port$/,
    );
  });

  test("says what each binds to", () => {
    expect(lines.map((line) => line.split(/ +/)[1])).toEqual(CLAUSE_IDS.map((id) => CLAUSES[id].force));
    expect(list("clause", "fr")).toMatch(/^SLA7\.terminate +avertissement +SLA7 – Prestation/m);
  });
});
