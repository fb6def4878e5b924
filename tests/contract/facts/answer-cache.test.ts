import { createAnswerCache } from '@server/services/insights/answer-cache';
import { expect, it } from 'vitest';

/** A cache of answers that are as large as they say, and which of them were made. */
function watched(most: number) {
  const cache = createAnswerCache(Number, most);
  const made: string[] = [];
  const ask = (name: string, size: number) =>
    cache.get(name, true, async () => {
      made.push(name);
      return size;
    });
  return { ask, made };
}

it('answers are kept by how large they are; the longest unused go first', async () => {
  const { ask, made } = watched(10);
  for (const name of ['a', 'b', 'c', 'a', 'd', 'a', 'c', 'b']) await ask(name, 3);
  // d pushed b out, b then d.
  expect(made).toEqual(['a', 'b', 'c', 'd', 'b']);
  await ask('d', 3);
  expect(made).toHaveLength(6);
});

it('an answer larger than all there is room for is given, and not kept', async () => {
  const { ask, made } = watched(10);
  expect(await ask('huge', 11)).toBe(11);
  await ask('huge', 11);
  await ask('small', 1);
  await ask('small', 1);
  expect(made).toEqual(['huge', 'huge', 'small']);
});

it('what could not be answered is asked again', async () => {
  const cache = createAnswerCache(Number);
  const failing = () => Promise.reject(new Error('gone'));
  await expect(cache.get('a', true, failing)).rejects.toThrow('gone');
  expect(await cache.get('a', true, async () => 1)).toBe(1);
});
