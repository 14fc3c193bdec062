import type { Interval } from "luxon";
import type { AvailabilityCount, CountedIncident, PeriodCount, SupportCount } from "../../claim";
import { isBroken, timesThatAre, type WithoutEffect } from "../../claim";
import { creditForPeriod, creditForTime, namePeriod } from "./figures";
import type { ClaimPage } from "./page";
import { formatJson } from "../../text";

/** Writes a claim for machines: durations in milliseconds, times as ISO 8601. */
export function formatJsonClaim({ tool, claim, penalties }: ClaimPage): string {
  const { service, availability, support, notDeducted, withoutEffect } = claim;
  const document = {
    schemaVersion: 1,
    tool,
    service,
    isBroken: isBroken(claim),
    isUndetermined: timesThatAre("open", support).length > 0,
    availability: availability ? describeAvailability(availability) : null,
    support: support ? describeSupport(support) : null,
    notDeducted,
    withoutEffect: withoutEffect.map(describeWithoutEffect),
    penalties: penalties?.reference ?? null,
  };
  return `${formatJson(document)}\n`;

  function describeAvailability({ clauses, incidents, held, beside }: AvailabilityCount) {
    return {
      clauses,
      incidents: incidents.map(describeIncident),
      held: held.map((count) => ({
        ...describePeriod(count),
        credits: clauses.flatMap((clause) => {
          const credit = creditForPeriod(penalties, clause, count);
          return credit === undefined ? [] : [{ clause, credit }];
        }),
      })),
      beside: beside.map(describePeriod),
    };
  }

  function describeSupport({ clause, tickets }: SupportCount) {
    return {
      clause,
      tickets: tickets.map(({ response, restoration, ...incident }) => ({
        ...describeIncident(incident),
        response: { ...response, taken: response.taken ?? null },
        restoration: { ...restoration, credit: creditForTime(penalties, clause, restoration) ?? null },
      })),
    };
  }
}

function describeIncident({ incident, deductions, counted }: CountedIncident) {
  return { ...describeSpan(incident), deductions, counted: counted.map(describeSpan) };
}

function describePeriod(count: PeriodCount) {
  const { down, counted, budget, availability } = count;
  return { period: namePeriod(count), down, counted, budget, availability, isBroken: count.isBroken };
}

function describeWithoutEffect(each: WithoutEffect) {
  return {
    given: each.given,
    why: each.why,
    spans: "spans" in each ? each.spans.map(describeSpan) : [],
    times: "times" in each ? each.times.map((time) => time.toISO()) : [],
  };
}

function describeSpan({ start, end }: Interval) {
  return { from: start?.toISO() ?? null, to: end?.toISO() ?? null };
}
