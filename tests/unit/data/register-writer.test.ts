import { RegisterWriter } from '@renderer/data/register-writer';
import { expect, it } from 'vitest';

it('does not look busy for ever when emptying a table fails', async () => {
  const writer = new RegisterWriter(
    () => {
      throw new Error('no table is asked for');
    },
    {
      identity: () => ({ by: '李晓', device: '测试机' }),
      now: () => '2026-03-01T00:00:00.000Z',
      newId: () => 'i',
    },
    null,
  );
  const broken = { clear: () => Promise.reject(new Error('disk gone')) };
  await expect(writer.clear([broken])).rejects.toThrow('disk gone');
  expect(writer.undoState.get()).toMatchObject({ isSaving: false, savedAt: null });
});
