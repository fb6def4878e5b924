import { datedFileName, fileStem, tableFileName } from '@shared/export/file-name';
import { describe, expect, it } from 'vitest';

describe('names of files', () => {
  it('say what, of where, on which day', () => {
    expect(datedFileName({ title: '组织覆盖', place: '临川县', asOf: '2026-11-21' })).toBe(
      '组织覆盖_临川县_2026-11-21',
    );
    expect(
      tableFileName({ title: '临川县组织覆盖', reportingUnit: '临川县', reportedOn: '2026-11-21' }),
    ).toBe('组织覆盖_临川县_2026-11-21');
    expect(datedFileName({ title: '临川县', place: '临川县', asOf: '2026-11-21' })).toBe(
      '临川县_临川县_2026-11-21',
    );
    expect(datedFileName({ title: '搁置箱清单', place: '', asOf: '2026-11-21' })).toBe(
      '搁置箱清单_2026-11-21',
    );
  });

  it.each([
    ['行业 × 规模：C/D*?"<>|\\', '行业 × 规模：C D'],
    ['V1 党员数\n对不上\u0007', 'V1 党员数 对不上'],
    ['乡镇情况. . ', '乡镇情况'],
    ['nul', 'nul_'],
    ['COM1.2026', 'COM1_.2026'],
    ['console', 'console'],
    ['<>', '报表'],
  ])('can be written on Windows: %j', (title, stem) => {
    expect(fileStem(title)).toBe(stem);
  });

  it('keep their day when the title is long', () => {
    const name = datedFileName({ title: '长'.repeat(300), place: '临川县', asOf: '2026-11-21' });
    expect(name).toMatch(/^长+_2026-11-21$/);
    expect(name.length).toBeLessThanOrEqual(120);
  });
});
