/**
 * The county's answers for a screen nobody sits at: while the county cannot be asked, the last answers stay, and what
 * was never asked is answered by this device.
 */
import type { Answered, InsightSource } from '@renderer/data/insights/insight-source';

/** Answers by their questions, kept from one source to the next. */
export type LastAnswers = Map<string, unknown>;

/** Of the scenes of a wall, with their days of comparison; those of yesterday go first. */
const most = 100;

export function createSteadySource(
  county: InsightSource,
  register: () => InsightSource,
  last: LastAnswers,
): InsightSource {
  const steady =
    <Q extends object, T>(
      kind: string,
      ask: (source: InsightSource, question: Q) => Promise<Answered<T>>,
    ): ((question: Q) => Promise<Answered<T>>) =>
    async (question) => {
      const name = `${kind} ${JSON.stringify(question)}`;
      const answered = await ask(county, question);
      if (answered.ok) {
        last.delete(name);
        last.set(name, answered.value);
        const [oldest] = last.keys();
        if (last.size > most && oldest !== undefined) last.delete(oldest);
        return answered;
      }
      // What stands under a name was answered to the same kind of question.
      const before = last.get(name) as T | undefined;
      return before === undefined ? ask(register(), question) : { ok: true, value: before };
    };
  return {
    kind: 'county',
    position: county.position,
    sums: steady('sums', (source, question) => source.sums(question)),
    units: steady('units', (source, question) => source.units(question)),
    sites: steady('sites', (source, question) => source.sites(question)),
    records: steady('records', (source, question) => source.records(question)),
    flow: steady('flow', (source, question) => source.flow(question)),
  };
}
