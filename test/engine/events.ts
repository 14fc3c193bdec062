import type { EngineEvent } from "@pulumi/pulumi/automation";
import type { EngineAnswer, PolicySummary } from "./engine-stack";

/** An event with what the engine sends beyond the Automation API's declared types. */
interface ReportedEvent extends EngineEvent {
  readonly policyAnalyzeSummaryEvent?: PolicySummary;
  readonly policyAnalyzeStackSummaryEvent?: PolicySummary;
}

/** What the engine said while it worked, by kind. */
export function reported(events: readonly ReportedEvent[]): Omit<EngineAnswer, "exitCode" | "stdout" | "stderr"> {
  const summary = events.find((event) => event.summaryEvent)?.summaryEvent;
  return {
    policyEvents: events.map((event) => event.policyEvent).filter((event) => event !== undefined),
    policySummaries: events
      .map((event) => event.policyAnalyzeSummaryEvent ?? event.policyAnalyzeStackSummaryEvent)
      .filter((event) => event !== undefined),
    diagnostics: events
      .map((event) => event.diagnosticEvent)
      .filter((event) => event !== undefined)
      .filter(({ severity }) => (severity as string) !== "debug"),
    steps: events
      .map((event) => event.resourcePreEvent?.metadata)
      .filter((step) => step !== undefined)
      .map(({ op, urn }) => ({ op, urn })),
    ...(summary && { summary }),
  };
}
