/** Sheets laid out for paper: villages written once, pages, parts with titles, two tables on one sheet. */
import { splitTables } from '@shared/import/split-tables';
import { describe, expect, it } from 'vitest';
import { type Content, codesAt, firmNames, readFlat, readOne, sheetOf } from './sheet-builder';

const headings = ['序号', '所属村', '企业名称', '法定代表人', '从业人员', '联系电话'];
const firm = (i: number, village: Content = null, rest: readonly Content[] = []): Content[] => {
  const [owner = '丁家宝', staff = 20 + i, phone = `1385100000${i}`] = rest;
  return [i + 1, village, firmNames[i] ?? '', owner, staff, phone];
};
const sites = (rows: readonly (readonly Content[])[]): unknown[] =>
  readFlat(rows).units.map(({ site }) => site);

describe('villages written once', () => {
  it('are carried down, not over a subtotal, and asked', () => {
    const rows = [
      headings,
      firm(0, '东山村'),
      firm(1),
      [null, '小计', 2],
      firm(2),
      firm(3, '西湖社区'),
      firm(4),
    ];
    expect(sites(rows)).toEqual(['东山村', '东山村', null, '西湖社区', '西湖社区']);
    expect(codesAt(readOne(rows), null, '所属村')).toEqual(['import.placeCarried']);
  });
  it('are not carried where offices repeat them: a blank is a blank', () => {
    const rows = [headings, firm(0, '东山村'), firm(1, '东山村'), firm(2), firm(3, '西湖社区')];
    expect(sites(rows)).toEqual(['东山村', '东山村', null, '西湖社区']);
    expect(codesAt(readOne(rows), null, '所属村')).toEqual([]);
  });
  it('on lines of their own are no firms', () => {
    const rows = [headings, ['一', null, '东山村'], firm(0), firm(1), ['二', null, '西湖社区'], firm(2)];
    expect(sites(rows)).toEqual(['东山村', '东山村', '西湖社区']);
  });
  it('in the titles of parts hold until the next part', () => {
    const rows = [['清溪镇东山村企业台账'], headings, firm(0), [], ['西湖社区企业台账'], headings, firm(1)];
    expect(sites(rows)).toEqual(['东山村', '西湖社区']);
  });
});

describe('同上 and 〃', () => {
  it('repeat the last cell that said something, over several rows', () => {
    const rows = [headings, firm(0, '东山村'), firm(1, '同上', ['〃']), firm(2, '〃', ['同上', 22, '同上'])];
    const { units } = readFlat(rows);
    expect(units.map(({ site, legalRep }) => [site, legalRep])).toEqual(Array(3).fill(['东山村', '丁家宝']));
    expect(units[2]?.['phone']).toBe('13851000001');
  });
  it('never copy a number of people', () => {
    const read = readOne([headings, firm(0, '东山村'), firm(1, '东山村', ['李四', '同上'])]);
    expect(read.units[1]?.values['staff']).toBeNull();
    expect(codesAt(read, 3, '从业人员')).toEqual(['import.notNumber']);
  });
});

it('pages with title, caption and heading printed again go on without questions', () => {
  const page = [['企业台账'], ['填报单位：清溪镇'], headings];
  const read = readOne([
    ...page,
    firm(0, '甲村'),
    firm(1, '甲村'),
    ...page,
    firm(2, '甲村'),
    ['本页小计', null, null, null, 22],
  ]);
  expect(read.units).toHaveLength(3);
  expect(read.problems).toEqual([]);
});

it('无 in the name column is no name', () => {
  const read = readOne([headings, firm(0, '甲村'), [2, '甲村', '无', '李四', 5, '13851000009']]);
  expect(read.units.map(({ values }) => values['name'])).toEqual([firmNames[0], null]);
});

describe('two tables on one sheet', () => {
  const officers = ['序号', '姓名', '性别', '派出单位', '联系电话', '派驻企业'];
  const units = [['一、企业台账'], headings, firm(0, '甲村'), firm(1, '甲村')];
  it('of different kinds become two sheets that keep their row numbers', () => {
    const below = [
      [],
      ['二、指导员台账'],
      officers,
      [1, '熊平', '男', '党建办', '13800138000', firmNames[0] ?? ''],
    ];
    const split = splitTables([sheetOf([...units, ...below], { name: '台账', merges: ['A1:F1', 'A6:F6'] })]);
    expect(split.map(({ name }) => name)).toEqual(['台账', '台账（第2张表）']);
    expect(split.map(({ rows }) => rows.findIndex((row) => row.length > 0) + 1)).toEqual([1, 6]);
    expect(split.map(({ merges }) => merges.map(({ top }) => top))).toEqual([[1], [6]]);
  });
  it('of one kind stay together, and so does a table whose rows follow at once', () => {
    const again = sheetOf([...units, [], ['河东企业台账'], headings, firm(2, '乙村')]);
    expect(splitTables([again])).toEqual([again]);
    const twoRows = sheetOf([
      ['填报单位：甲'],
      ['基本情况', '党组织', '书记', '群团'],
      officers,
      [1, '熊平'],
    ]);
    expect(splitTables([twoRows])).toEqual([twoRows]);
  });
});
