import * as z from 'zod';
import { messageSchema, notEvaluableSchema, suspectSchema } from '../../checks/finding-schema.ts';
import { figureSchema } from '../../parsers/figures/figure-schema.ts';
import { auditLineSchema, decisionRequestSchema, decisionStateSchema } from '../../records/contract/api/decisions.ts';
import { facetCountsSchema, findingRowSchema } from '../../records/contract/api/findings.ts';
import { letterSchema, rosterBodySchema, ruleAnswerSchema } from '../../records/contract/api/overview.ts';
import { problemSchema } from '../../records/contract/api/problem.ts';
import { overlaySchema, reportFindingSchema, reportRowSchema } from '../../records/contract/api/reports.ts';
import { differenceSchema, reportEventSchema, toldFindingSchema } from '../../records/contract/report-event.ts';
import { revisionSchema } from '../../records/head.ts';

/** Shapes that several operations answer with, or that a client will want a type of, by their name in OpenAPI. */
const NAMED: Readonly<Record<string, z.ZodType>> = {
  AuditLine: auditLineSchema,
  DecisionRequest: decisionRequestSchema,
  DecisionState: decisionStateSchema,
  Difference: differenceSchema,
  FacetCounts: facetCountsSchema,
  Figure: figureSchema,
  FindingRow: findingRowSchema,
  Letter: letterSchema,
  Message: messageSchema,
  NotEvaluable: notEvaluableSchema,
  Overlay: overlaySchema,
  Problem: problemSchema,
  ReportEvent: reportEventSchema,
  ReportFinding: reportFindingSchema,
  ReportRow: reportRowSchema,
  Revision: revisionSchema,
  RosterBody: rosterBodySchema,
  Rule: ruleAnswerSchema,
  Suspect: suspectSchema,
  ToldFinding: toldFindingSchema,
};

/** What schemas say of themselves, with the names of those that have one. */
class NamingRegistry extends z.core.$ZodRegistry<Record<string, unknown>> {
  override get(schema: z.core.$ZodType): Record<string, unknown> | undefined {
    const own = super.get(schema);
    const told = z.globalRegistry.get(schema);
    return own || told ? { ...told, ...own } : undefined;
  }
}

/** For `z.toJSONSchema`, which sets named schemas apart by their `id`. */
export function nameSchemas(): z.core.$ZodRegistry<Record<string, unknown>> {
  const registry = new NamingRegistry();
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id });
  return registry;
}
