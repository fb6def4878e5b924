import {
  pinyinText,
  plainText,
  type ReadPinyin,
  searchKey,
} from '@renderer/features/ledger/search/pinyin-text';
import { createSearchIndex } from '@renderer/features/ledger/search/search-index';
import { pinyin } from 'pinyin-pro';
import { describe, expect, it, vi } from 'vitest';
import { openTestRegister } from '../../support/register/test-register';

const read: ReadPinyin = (text, mode) =>
  pinyin(text, { toneType: 'none', type: 'array', v: true, mode, nonZh: 'consecutive' });
const finds = (texts: { names?: string[]; people?: string[] }, typed: string) => {
  const searched = { names: [], people: [], ...texts };
  return `${plainText(searched)}\n${pinyinText(searched, read)}`.includes(searchKey(typed));
};

describe('searching by pinyin', () => {
  it('finds a name by any part of it, its full pinyin or its initials, without regard to case and spaces', () => {
    const names = ['安徽威达环保科技股份有限公司'];
    for (const typed of ['威达', 'weidahuanbao', 'wdhb', 'AHWD', ' wei da '])
      expect(finds({ names }, typed), typed).toBe(true);
    expect(finds({ names }, 'wdhx')).toBe(false);
  });

  it('reads surnames as surnames, and those with two readings both ways', () => {
    expect(finds({ people: ['单雄信'] }, 'shanxiongxin')).toBe(true);
    expect(finds({ people: ['解珍'] }, 'xiezhen')).toBe(true);
    expect(finds({ people: ['解珍'] }, 'jiezhen')).toBe(true);
    expect(finds({ people: ['仇英'] }, 'qy')).toBe(true);
  });

  it('reads places as places', () => {
    expect(finds({ names: ['六盘水市六枝特区'] }, 'liupanshui')).toBe(true);
    expect(finds({ names: ['六盘水市六枝特区'] }, 'lupanshui')).toBe(false);
  });

  it('does not join the end of one name with the start of the next', () => {
    expect(finds({ names: ['青山', '水泥'] }, '山水')).toBe(false);
    expect(finds({ names: ['青山', '水泥'] }, 'shanshui')).toBe(false);
  });
});

describe('the index of a table', () => {
  const unit = (id: string, name: string) =>
    ({
      op: 'create',
      collection: 'units',
      draft: { id, name, unitType: 'enterprise', townshipId: 't', status: 'operating' },
    }) as const;

  it('has names at once, pinyin soon, and follows every change of the register', async () => {
    const store = await openTestRegister();
    await store.commit([unit('a', '青溪纸业有限公司')], { label: '新建' });
    const index = createSearchIndex(store, 'units', async () => read);
    expect(index.textOf('a')).toContain('青溪纸业');
    await vi.waitFor(() => expect(index.textOf('a')).toContain('qxzyyxgs'));
    const changes = { name: '青溪印务有限公司' };
    await store.commit([{ op: 'change', collection: 'units', id: 'a', changes }], { label: '改名' });
    expect(index.textOf('a')).toContain('青溪印务');
    await vi.waitFor(() => expect(index.textOf('a')).toContain('qxywyxgs'));
    expect(index.textOf('a')).not.toContain('qxzy');
    expect(index.textOf('nobody')).toBeUndefined();
  });

  it('still finds by characters when pinyin cannot be loaded', async () => {
    const store = await openTestRegister();
    await store.commit([unit('a', '青溪纸业有限公司')], { label: '新建' });
    const index = createSearchIndex(store, 'units', () => Promise.reject(new Error('offline')));
    await new Promise((resolve) => setTimeout(resolve));
    expect(index.textOf('a')).toContain('青溪纸业');
  });
});
