/** What other offices write into cells: found in invented ledgers of offices with habits of their own. */
import { readCells } from '@renderer/workers/workbook/read-cells';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { codesAt, ledger, readFlat, readOne } from './sheet-builder';

const cell = (heading: string, content: string | number | boolean, field: string): unknown =>
  readFlat(ledger([heading], [content])).units[0]?.[field];
const saidAbout = (heading: string, content: string): readonly string[] =>
  codesAt(readOne(ledger([heading], [content])), 2, heading);

describe('dates', () => {
  it.each([
    ['2021年3月底', '2021-03'],
    ['2021年3月中旬', '2021-03'],
    ['2021年上半年', '2021'],
    ['2021年初', '2021'],
    ['2021三月', '2021-03'],
    ['2021。3', '2021-03'],
    ['5-Mar-2021', '2021-03-05'],
    ['2021.3（2024.3换届）', '2021-03'],
  ])('%s is %s', (written, date) => {
    expect(cell('党组织成立时间', written, 'orgFoundedOn')).toBe(date);
  });
  it('asks about Mar-21, and tells what a bracket beside a date said', () => {
    expect(saidAbout('党组织成立时间', 'Mar-21')).toEqual(['import.dateTwoDigitYear']);
    expect(saidAbout('党组织成立时间', '2021.3（2024.3换届）')).toEqual(['import.dateWithNote']);
  });
});

describe('numbers', () => {
  it.each([
    ['不到10人', 10],
    ['40人/季节性', 40],
    ['3/1', null],
  ])('staff %s is %s, with a word about it', (written, staff) => {
    expect(cell('职工人数', written, 'staff')).toBe(staff);
    expect(saidAbout('职工人数', written)).toHaveLength(1);
  });
  it.each([['2+1预备'], ['正式2预备1'], ['正式党员2名，预备党员1名']])(
    '%s is three members, one of them probationary',
    (written) => {
      const [unit] = readFlat(ledger(['党员数'], [written])).units;
      expect([unit?.['membersHere'], unit?.['probationary']]).toEqual([3, 1]);
      expect(saidAbout('党员数', written)).toEqual(['import.probationarySplit']);
    },
  );
  it('a word behind the unit says how exact the amount is', () => {
    expect(cell('年营业收入（万元）', '1.2亿元左右', 'revenueWan')).toBe(12_000);
    expect(saidAbout('年营业收入（万元）', '1.2亿元左右')).toEqual(['import.approximate']);
  });
});

describe('answers', () => {
  it.each([
    ['已建立党支部', true],
    ['没建', false],
    ['尚未成立党组织', false],
    ['暂无', false],
    ['□是 ☑否', false],
    ['☑是 □否', true],
    ['是□否☑', false],
    ['□是 □否', null],
    ['ü', true],
    ['未统计', null],
    ['拟建', null],
  ])('%s is %s', (written, answer) => {
    expect(cell('是否建立党组织', written, 'orgBuilt')).toBe(answer);
  });
  it('a code before its word in brackets', () => {
    expect(cell('企业类型', '2（港澳台）', 'ownership')).toBe('hkmt');
  });
});

describe('people and telephones', () => {
  it('a number among words', () => {
    expect(cell('联系电话', '13800138000（王）', 'phone')).toBe('13800138000');
    expect(cell('联系电话', '王英 138 0013 8000（座机0551-67712345）', 'phone')).toBe(
      '13800138000、0551-67712345',
    );
    expect(saidAbout('联系电话', '13800138000（王）')).toEqual(['import.phoneInText']);
    expect(cell('联系电话', '编号12345678901234567', 'phone')).toBeNull();
  });
  it('a name with the post behind it', () => {
    expect(cell('党建指导员', '粟裕（街道党工委副书记）', 'instructor')).toBe('粟裕');
    expect(readFlat(ledger(['党建指导员'], ['许光达 社区书记'])).instructors).toMatchObject([
      { name: '许光达' },
    ]);
  });
  it('a name broken over two lines is one person, two names on two lines are two', () => {
    expect(cell('法定代表人', '张\n国', 'legalRep')).toBe('张国');
    expect(cell('党建指导员', '张国\n李永', 'instructor')).toBe('张国');
    expect(readFlat(ledger(['党建指导员'], ['张国\n李永'])).instructors).toHaveLength(2);
  });
});

describe('several units in one cell', () => {
  const units = (content: string): unknown =>
    readFlat(
      [
        ['指导员姓名', '联系电话', '派驻单位', '选派时间'],
        ['尹志', '13800138000', content, '2024.5'],
      ],
      { name: '指导员' },
    ).instructors[0]?.['units'];
  it.each([
    ['绿野农资店、安康大药铺', ['绿野农资店', '安康大药铺']],
    ['1.鸿运酒店 2.启明培训中心\n3.便民超市', ['鸿运酒店', '启明培训中心', '便民超市']],
    ['鸿运酒店 启明培训中心', ['鸿运酒店', '启明培训中心']],
    ['数码公司、会计师事务所(普通合伙)，设计工作室', ['数码公司', '会计师事务所(普通合伙)', '设计工作室']],
    ['甲、乙两村联合商会', ['甲、乙两村联合商会']],
  ])('%j', (content, names) => {
    expect(units(content)).toEqual(names);
  });
});

it('="138…" in a text file is the text between the quotes', async () => {
  const text = `企业名称,联系电话\n甲木食品有限公司,="13800138000"\n乙水机械有限公司,="13800138001"\n`;
  const [sheet] = (await readCells(strToU8(text), '甲.csv')).sheets;
  expect(sheet?.rows[1]?.[1]?.value).toBe('13800138000');
});
