import { parseDeepLink } from '@shared/ipc/deep-link';
import { expect, it } from 'vitest';

it('names a page or a record, with or without the stroke that systems add', () => {
  expect(parseDeepLink('lxtz://page/reports')).toEqual({ kind: 'page', page: 'reports' });
  expect(parseDeepLink('LXTZ://page/overview/')).toEqual({ kind: 'page', page: 'overview' });
  expect(parseDeepLink('lxtz://record/units/0190-a_B')).toEqual({
    kind: 'record',
    collection: 'units',
    id: '0190-a_B',
  });
});

it.each([
  'lxtz://page/nowhere',
  'lxtz://page/reports/more',
  'lxtz://page/reports?delete=all',
  'lxtz://record/units',
  'lxtz://record/units/../../etc',
  'lxtz://record/secrets/1',
  `lxtz://record/units/${'a'.repeat(41)}`,
  'lxtz://delete/units/1',
  'https://page/reports',
  'page/reports',
  '',
])('is nothing in %j', (address) => {
  expect(parseDeepLink(address)).toBeNull();
});
