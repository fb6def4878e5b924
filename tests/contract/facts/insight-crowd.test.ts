/** Boards that ask much at once. */
import { sumsQuestion } from '@shared/insights/messages';
import { expect, it, onTestFinished } from 'vitest';
import { startTestCounty } from '../../support/county/test-county';

it('slow answers to boards leave connections to everybody else', async () => {
  const county = await startTestCounty({ kind: 'postgres' });
  onTestFinished(() => county.close());
  const { database } = county.environment;
  const question = sumsQuestion.parse({ days: ['2026-03-02'], groupBy: [], within: {}, figures: ['C1'] });
  const answers = await database.transaction(async (tx) => {
    // As slow as can be: nobody reads this table before the end of this transaction.
    await tx.query('lock table facts_state in access exclusive mode');
    const asked = Array.from({ length: 12 }, () =>
      county.ask('organizer', 'POST', '/insights/sums', question),
    );
    const waiting = () =>
      database.query(`select pid from pg_stat_activity
        where wait_event_type = 'Lock' and datname = current_database()`);
    await expect.poll(async () => (await waiting()).length, { timeout: 20_000 }).toBeGreaterThan(3);
    expect((await county.ask('clerk', 'GET', '/me')).status).toBe(200);
    return [Promise.all(asked)] as const;
  });
  const statuses = (await answers[0]).map(({ status }) => status);
  expect(statuses).toEqual(Array(12).fill(200));
}, 120_000);
