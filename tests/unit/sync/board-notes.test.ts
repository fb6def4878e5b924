import { isSynced, mayWrite, sharedDownwards } from '@shared/sync/access';
import { expect, it } from 'vitest';

const note = { kind: 'boardNote', words: '集中组建行动' };

it('[SCOPE-7] notes on boards travel, from a county down to its townships too; habits of an office do not', () => {
  expect(isSynced('settings', note)).toBe(true);
  expect(sharedDownwards.has('settings')).toBe(true);
  expect(isSynced('settings', { kind: 'savedView' })).toBe(false);
});

it('[ROLE-1] [ROLE-3] whoever keeps the books may write notes; an auditor and an administrator may not', () => {
  expect((['clerk', 'lead', 'organizer'] as const).map((role) => mayWrite(role, 'settings', note))).toEqual([
    true,
    true,
    true,
  ]);
  expect(mayWrite('auditor', 'settings', note)).toBe(false);
  expect(mayWrite('administrator', 'settings', note)).toBe(false);
});
