import { expect, it } from 'vitest';
import { isSupported } from '../../../scripts/bootstrap/node-version.mjs';

it.each([
  ['20.18.9', false],
  ['20.19.0', true],
  ['20.20.2', true],
  ['21.7.0', false],
  ['22.11.0', false],
  ['22.12.0', true],
  ['26.0.0', true],
])('Node %s is supported: %s', (version, expected) => {
  expect(isSupported(version, '^20.19.0 || >=22.12.0')).toBe(expected);
});
