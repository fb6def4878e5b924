import { createWalWatch } from '@server/db/wal-watch';
import { describe, expect, test } from 'vitest';

const megabyte = 1024 * 1024;
const segment = '/data/pg_wal/00000001000000000000001A';

describe('when a checkpoint of the embedded database is due', () => {
  const start = () => {
    const clock = { ms: 0 };
    const watch = createWalWatch(() => clock.ms, { everyBytes: 64 * megabyte, everyMs: 300_000 });
    const commit = (times = 1) => {
      for (let i = 0; i < times; i++) watch.flushed(segment);
    };
    /** As the session does it after each request. */
    const isDueAt = (position: number) => watch.wantsPosition() && watch.isDue(position);
    return { clock, watch, commit, isDueAt };
  };

  test('after 64 MB of log, counted from the start and from each checkpoint', () => {
    const { watch, commit, isDueAt } = start();
    expect(isDueAt(1000 * megabyte)).toBe(false);
    commit(4);
    expect(isDueAt(1063 * megabyte)).toBe(false);
    commit(4);
    expect(isDueAt(1064 * megabyte)).toBe(true);
    watch.checkpointed(1064 * megabyte);
    commit(4);
    expect(isDueAt(1100 * megabyte)).toBe(false);
  });

  test('after five minutes with anything written, even a little', () => {
    const { clock, watch, commit, isDueAt } = start();
    isDueAt(0);
    commit();
    clock.ms = 299_999;
    expect(isDueAt(1)).toBe(false);
    clock.ms = 300_000;
    expect(isDueAt(1)).toBe(true);
    watch.checkpointed(1);
    clock.ms = 900_000;
    expect(isDueAt(1)).toBe(false);
  });

  test('asks for the size of the log every few commits only, and not for reading', () => {
    const { watch, commit, isDueAt } = start();
    isDueAt(0);
    expect(watch.wantsPosition()).toBe(false);
    commit(3);
    expect(watch.wantsPosition()).toBe(false);
    commit();
    expect(watch.wantsPosition()).toBe(true);
  });

  test('data files and folders are not the log', () => {
    const { watch } = start();
    for (const path of ['/data/base/5/1259', '/data/pg_wal', '/data/global/pg_control']) watch.flushed(path);
    expect(watch.flushes).toBe(0);
  });
});
