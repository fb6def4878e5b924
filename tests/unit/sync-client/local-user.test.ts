import type { LocalMemory, Remembered } from '@renderer/data/storage/local-memory';
import { freshMemory } from '@renderer/sync/device-end';
import { continueAs } from '@renderer/sync/local-user';
import { syncMemoryOf } from '@renderer/sync/sync-memory';
import { describe, expect, it } from 'vitest';

function remembering(value: Remembered): LocalMemory {
  let current = value;
  return {
    get: () => current,
    change(build) {
      current = build(current);
      return Promise.resolve(current);
    },
    subscribe: () => () => {},
  };
}

const loggedIn = (sessionToken: string) =>
  remembering({ ...freshMemory('https://x.test', 'device'), sessionToken });
const tokenIn = (memory: LocalMemory) => syncMemoryOf(memory).get()?.sessionToken;

describe('several people at one computer', () => {
  it('a login nobody owned belongs to the first with a password', async () => {
    const memory = loggedIn('li');
    await continueAs(memory, 'user-li');
    expect(syncMemoryOf(memory).get()).toMatchObject({ sessionToken: 'li', localUserId: 'user-li' });
  });

  it('the next one is not logged in by it, and the first finds her login again', async () => {
    const memory = loggedIn('li');
    await continueAs(memory, 'user-li');
    await continueAs(memory, 'user-wang');
    expect(tokenIn(memory)).toBeNull();
    // She logs in with her own account, as the login form does.
    await memory.change((now) => ({ ...now, sessionToken: 'wang' }));
    await continueAs(memory, 'user-li');
    expect(tokenIn(memory)).toBe('li');
    await continueAs(memory, 'user-wang');
    expect(tokenIn(memory)).toBe('wang');
  });

  it('somebody who logged out stays logged out', async () => {
    const memory = loggedIn('li');
    await continueAs(memory, 'user-li');
    await memory.change((now) => ({ ...now, sessionToken: null }));
    await continueAs(memory, 'user-wang');
    await continueAs(memory, 'user-li');
    expect(tokenIn(memory)).toBeNull();
  });

  it('a register without a county remembers nothing', async () => {
    const memory = remembering(null);
    await continueAs(memory, 'user-li');
    expect(memory.get()).toBeNull();
  });
});
