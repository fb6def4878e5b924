/** Lets the facts behind the figures follow the register while the server runs, and says in the log how that goes. */
import type { FastifyBaseLogger } from 'fastify';
import type { Environment } from './services/environment';
import { type FactsReport, keepFacts } from './services/facts/keep-facts';

/** @returns stops it; resolves when the step under way is done */
export const followFacts = (environment: Environment, log: FastifyBaseLogger): (() => Promise<void>) =>
  keepFacts(environment, { report: (report) => logReport(log, report) });

/** A line of the log stays readable, however many there are. */
const unreadableTold = 20;

function logReport(log: FastifyBaseLogger, report: FactsReport): void {
  if (report.kind === 'failed') {
    log.error({ countyId: report.countyId, err: report.error }, 'facts failed');
    return;
  }
  const { countyId, ms, update } = report;
  const { documents, units, unreadable } = update;
  if (unreadable.length > 0) {
    const first = unreadable.slice(0, unreadableTold);
    log.error({ countyId, count: unreadable.length, first }, 'records no figure can be derived from');
  }
  log.info({ countyId, ms, documents, units }, 'facts updated');
}
