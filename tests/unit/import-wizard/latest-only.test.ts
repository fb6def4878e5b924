import { LatestOnly } from '@renderer/features/import-wizard/session/latest-only';
import { expect, test } from 'vitest';

test('of what is asked for while one runs, only the last follows', async () => {
  const done: string[] = [];
  const latest = new LatestOnly();
  let finishFirst = () => {};
  const task = (name: string) => async () => {
    if (name === 'first') await new Promise<void>((resolve) => (finishFirst = resolve));
    done.push(name);
  };
  latest.run(task('first'));
  latest.run(task('second'));
  latest.run(task('third'));
  finishFirst();
  await expect.poll(() => done).toEqual(['first', 'third']);
  latest.run(task('fourth'));
  await expect.poll(() => done).toEqual(['first', 'third', 'fourth']);
});
