import { describe, expect, it } from 'vitest';
import { type Content, codesAt, ledger, problemsAt, readFlat, readOne } from './sheet-builder';

const uscc = '91340123MA9TXYX10L';

/** One cell under one heading. */
const cell = (heading: string, content: Content) => {
  const sheet = readOne(ledger([heading, '备注'], [content, '无']));
  const [unit] = sheet.units;
  return {
    sheet,
    values: unit?.values ?? {},
    codes: codesAt(sheet, 2, heading),
    problem: problemsAt(sheet, 2, heading)[0],
  };
};

describe('H10 credit codes a spreadsheet destroyed', () => {
  it.each<[string, Content]>([
    ['18 digits as a number', 913401230000000000],
    ['9.13E+17 as text', '9.1340123E+17'],
    ['15 digits kept, tail zeros', '913401230012340000'],
  ])('%s: the code is refused, the row is kept', (_, content) => {
    const { values, codes, sheet } = cell('统一社会信用代码', content);
    expect(values['uscc']).toBeNull();
    expect(codes).toHaveLength(1);
    expect(sheet.units).toHaveLength(1);
    expect(sheet.units[0]?.values['name']).toBe('甲木食品有限公司');
  });
  it('refuses a wrong check character and proposes nothing', () => {
    const { values, problem } = cell('信用代码', '91340123MA9TXYX100');
    expect([values['uscc'], problem?.code, problem?.fix]).toEqual([null, 'identifier.usccCheck', undefined]);
  });
  it('proposes the digit for a look-alike letter when the check then agrees', () => {
    expect(cell('信用代码', '9134O123MA9TXYX10L').problem?.fix?.value).toBe(uscc);
  });
  it('keeps a 15-digit registration number as such', () => {
    const { values, codes } = cell('信用代码', '340123000012345');
    expect(values).toMatchObject({ uscc: null, oldRegNo: '340123000012345' });
    expect(codes).toEqual(['identifier.usccOldNumber']);
  });
});

describe('H11, H12 codes and phones typed any way', () => {
  it.each<[Content, string]>([
    [`'${uscc} `, uscc],
    ['９１３４０１２３ＭＡ９ＴＸＹＸ１０Ｌ', uscc],
    ['9134 0123 ma9t xyx1 0l', uscc],
    [`${uscc.slice(0, 9)}\n${uscc.slice(9)}`, uscc],
    [`\u00A0${uscc}\u3000`, uscc],
  ])('restores %j', (content, code) => {
    expect(cell('统一社会信用代码', content)).toMatchObject({ values: { uscc: code }, codes: [] });
  });
  it.each<[Content, string | null]>([
    [13800138000, '13800138000'],
    ['１７７４７７４９９９４ ', '17747749994'],
    ['138-0013-8000', '13800138000'],
    ['0551-67712345', '0551-67712345'],
    ['1.38E+10', null],
    ['1380013800', null],
  ])('phone %j', (content, phone) => {
    const { values, codes } = cell('联系电话', content);
    expect(values['contact.phone']).toBe(phone);
    expect(codes).toHaveLength(phone === null ? 1 : 0);
  });
  it('keeps an id of 18 digits only as text', () => {
    const people = (idNo: Content) =>
      readOne(
        [
          ['姓名', '性别', '身份证号', '入党时间'],
          ['张三', '男', idNo, '2015-07-01'],
        ],
        { name: '党员名册' },
      );
    expect(people("'340123198503070014").people[0]?.values).toMatchObject({
      idNo: '340123198503070014',
      birthOn: '1985-03-07',
    });
    const lost = people(340123198503070000);
    expect(lost.people[0]?.values['idNo']).toBeNull();
    expect(codesAt(lost, 2, '身份证号')).toEqual(['identifier.idNoDamaged']);
  });
});

describe('H17 units of measure', () => {
  it.each<[string, Content, number]>([
    ['年营业收入(万元)', 3206, 3206],
    ['年营业收入（元）', 32_060_000, 3206],
    ['营业收入（亿元）', 1.2, 12_000],
    ['年营业收入', '3,200万元', 3200],
    ['年营业收入', '1.2亿元', 12_000],
    ['年营业收入', '32060000元', 3206],
  ])('%s %j is %d 万元', (heading, content, wan) => {
    expect(cell(heading, content).values['revenueWan']).toBe(wan);
  });
  it('reads a line 单位：亿元 above the table', () => {
    const sheet = readOne([['某镇企业台账'], ['单位：亿元'], ...ledger(['年营业收入'], [1.5])]);
    expect(sheet.units[0]?.values['revenueWan']).toBe(15_000);
  });
  it.each<[Content, number]>([
    ['173㎡', 173],
    ['约31平方米', 31],
    ['47平米', 47],
    ['2亩', 1333.3334],
    [75, 75],
  ])('area %j is %d', (content, area) => {
    expect(cell('活动场所面积', content).values['declared.venueAreaM2']).toBe(area);
  });
  it('asks when one amount is 元 in a column of 万元', () => {
    const rows = ledger(['年营业收入(万元)'], [3206], [4500], [21_470_000], [900], [6000], [12_000]);
    const sheet = readOne(rows);
    const [problem] = problemsAt(sheet, 4, '年营业收入(万元)');
    expect(problem?.code).toBe('import.unitFactor');
    expect(problem?.choices?.map(({ value }) => value)).toEqual([2147, 21_470_000]);
    expect(sheet.problems.filter(({ code }) => code === 'import.unitFactor')).toHaveLength(1);
  });
});

describe('H18, H19 counts with words', () => {
  it.each<[Content, number, string]>([
    ['约50', 50, 'import.approximate'],
    ['50余人', 50, 'import.approximate'],
    ['50人左右', 50, 'import.approximate'],
    ['40-50', 40, 'import.range'],
    ['5+2', 7, 'import.sumOfParts'],
    ['12（含临时工）', 12, 'import.numberWithNote'],
  ])('%j is %d with a note', (content, value, code) => {
    const { values, codes } = cell('从业人员', content);
    expect(values['staff']).toBe(value);
    expect(values['declared.notes.staff']).toBe(content);
    expect(codes).toEqual([code]);
  });
  it.each<[Content]>([['3(预备1)'], ['3（其中预备党员1名）'], ['3人，其中预备1人']])(
    '%j splits off probationers',
    (content) => {
      const { values, codes } = cell('党员数', content);
      expect(values).toMatchObject({ 'declared.members': 3, 'declared.probationary': 1 });
      expect(codes).toEqual(['import.probationarySplit']);
    },
  );
  it.each<[Content, number]>([
    ['3,200', 3200],
    ['五十二', 52],
    ['十二', 12],
    ['一百零三', 103],
    ['两百', 200],
    ['１２', 12],
    ['38人', 38],
    ['12.0', 12],
    ['无', 0],
  ])('%j is %d without a word', (content, value) => {
    expect(cell('从业人员', content)).toMatchObject({ values: { staff: value }, codes: [] });
  });
  it.each<[Content, string]>([
    ['若干', 'import.notNumber'],
    [-3, 'import.negative'],
    [3.5, 'import.notWhole'],
  ])('%j is refused, never 0', (content, code) => {
    expect(cell('从业人员', content)).toMatchObject({ values: { staff: null }, codes: [code] });
  });
});

describe('H20 formulas and errors', () => {
  it('uses the stored result of a formula', () => {
    expect(cell('从业人员', { kind: 'number', value: 9, isFormula: true }).values['staff']).toBe(9);
  });
  it.each(['#REF!', '#DIV/0!', '#N/A'])('%s is empty with a warning', (value) => {
    const { values, problem } = cell('从业人员', { kind: 'error', value });
    expect(values['staff']).toBeNull();
    expect(problem).toMatchObject({ code: 'import.errorCell', severity: 'warning', original: value });
  });
});

describe('H21 percentages', () => {
  it.each<[Content]>([['98.5'], [0.985], ['98.5%'], ['９８．５％']])('%j is 98.5', (content) => {
    expect(cell('劳动合同签订率', content).values['contractPct']).toBe(98.5);
  });
});

describe('H24 several in one cell', () => {
  it.each(['甲木食品有限公司、乙水机械厂', '甲木食品有限公司\n乙水机械厂', '甲木食品有限公司，乙水机械厂'])(
    'splits %j, and asks',
    (names) => {
      const sheet = readOne([
        ['企业名称', '职工人数', '党员数'],
        [names, 20, 3],
      ]);
      expect(sheet.units.map(({ values }) => values['name'])).toEqual(['甲木食品有限公司', '乙水机械厂']);
      expect(sheet.units.map(({ row, values }) => [row, values['staff'] ?? null])).toEqual([
        [2, 20],
        [2, null],
      ]);
      expect(codesAt(sheet, 2, '企业名称')).toEqual(['import.severalUnits']);
    },
  );
  it('does not split a name that only contains the sign', () => {
    expect(
      readOne([
        ['企业名称', '职工人数'],
        ['甲、乙木业有限公司', 20],
      ]).units,
    ).toHaveLength(1);
  });
  it('splits 张三、李四 and 张三 李四 into two liaison officers, and asks', () => {
    for (const names of ['张三、李四', '张三 李四', '张三/李四']) {
      const sheet = readOne(ledger(['联络员'], [names]));
      expect(sheet.instructors.map(({ values }) => values['name'])).toEqual(['张三', '李四']);
      expect(codesAt(sheet, 2, '联络员')).toEqual(['import.severalPeople']);
    }
  });
});

describe('H26 words of every age', () => {
  it.each<[string, string | null, number]>([
    ['民营', 'private', 0],
    ['私营企业', 'private', 0],
    ['台资', 'hkmt', 0],
    ['中外合资', 'foreign', 0],
    ['股份合作', 'mixed', 0],
    ['三资企业', 'foreign', 1],
    ['集体企业', 'other', 1],
    ['不知道啥', null, 1],
  ])('%s is %s, asked %i times', (word, code, asked) => {
    const { values, codes } = cell('企业类型', word);
    expect(values['ownership']).toBe(code);
    expect(codes).toHaveLength(asked);
  });
  it('offers every code for an unknown word', () => {
    expect(cell('企业类型', '不知道啥').problem?.choices?.map(({ label }) => label)).toContain('私营企业');
  });
});

describe('H28 names', () => {
  it('strips inner spaces of short names and keeps rare characters', () => {
    const [unit] = readFlat(ledger(['出资人', '法定代表人', '书记'], ['张　三', '𬭩 涛', '欧 阳 修'])).units;
    expect(unit).toMatchObject({ owner: '张三', legalRep: '𬭩涛', secretary: '欧阳修' });
  });
  it('keeps the spelling of firm names but for layout', () => {
    const sheet = readOne([
      ['企业名称', '职工人数'],
      ['安徽 甲木\n食品（集团）有限公司　', 3],
    ]);
    expect(sheet.units[0]?.values['name']).toBe('安徽甲木食品（集团）有限公司');
  });
});
