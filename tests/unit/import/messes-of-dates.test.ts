/** H13–H15: dates and yes or no in every spelling. */
import { firstLook } from '@shared/import/model';
import { readWorkbook } from '@shared/import/read-workbook';
import { describe, expect, it } from 'vitest';
import {
  type Content,
  codesAt,
  ledger,
  problemsAt,
  readOne,
  sheetOf,
  today,
  workbookOf,
} from './sheet-builder';

describe('H13, H14 dates', () => {
  const dated = (content: Content) => {
    const sheet = readOne(ledger(['是否建立党组织', '党组织成立时间'], ['是', content]));
    return {
      value: sheet.partyOrgs[0]?.values['foundedOn'],
      problem: problemsAt(sheet, 2, '党组织成立时间')[0],
    };
  };
  it.each<[Content, string]>([
    ['2021.3', '2021-03'],
    ['2021年3月', '2021-03'],
    ['2021-3-5', '2021-03-05'],
    ['2021/03/05', '2021-03-05'],
    ['20210305', '2021-03-05'],
    ['202103', '2021-03'],
    [44256, '2021-03-01'],
    [2021.3, '2021-03'],
    [2021.12, '2021-12'],
    [2021, '2021'],
    ['二〇二一年三月五日', '2021-03-05'],
    ['2021.10', '2021-10'],
    ['2021年', '2021'],
    ['2021-03-05 00:00:00', '2021-03-05'],
    ['２０２１．３', '2021-03'],
    [{ kind: 'date', value: '2021-03-01', serial: 44256 }, '2021-03-01'],
  ])('%j is %s', (content, day) => {
    expect(dated(content)).toEqual({ value: day, problem: undefined });
  });
  it('asks for the month of a numeric 2021.1', () => {
    const { value, problem } = dated(2021.1);
    expect(value).toBe('2021');
    expect(problem).toMatchObject({ code: 'import.dateAmbiguous', severity: 'question' });
    expect(problem?.choices?.map((choice) => choice.value)).toEqual(['2021-01', '2021-10']);
  });
  it.each<[Content, string, string]>([
    ['21.03', 'import.dateTwoDigitYear', '2021-03'],
    ['98年5月', 'import.dateTwoDigitYear', '1998-05'],
    ['去年', 'import.dateRelative', '2025'],
  ])('asks about %j and proposes', (content, code, proposed) => {
    expect(dated(content)).toMatchObject({ value: null, problem: { code, fix: { value: proposed } } });
  });
  it.each<[Content, string]>([
    ['2021-02-30', 'import.dateImpossible'],
    ['不清楚', 'import.dateUnreadable'],
    ['2031-05', 'import.dateFuture'],
  ])('reports %j', (content, code) => {
    expect(dated(content).problem?.code).toBe(code);
  });
  it('asks which part of 4/1/21 is the year', () => {
    expect(dated('4/1/21').problem).toMatchObject({
      code: 'import.dateOrder',
      choices: [{ value: '2021-04-01' }, { value: '2021-01-04' }, { value: '2004-01-21' }],
    });
  });
  it('asks for 2021.1 in a .csv as well, where every number has become text', () => {
    const rows = ledger(['是否建立党组织', '党组织成立时间'], ['是', '2021.1']);
    const read = readWorkbook({ ...workbookOf(sheetOf(rows)), format: 'csv' }, firstLook(today));
    expect(codesAt(read.sheets[0]!, 2, '党组织成立时间')).toEqual(['import.dateAmbiguous']);
    expect(dated('2021.1')).toEqual({ value: '2021-01', problem: undefined });
  });
  it('takes the answer of the clerk', () => {
    const answers = [{ sheet: '企业台账', row: 2, field: 'partyOrg.foundedOn', value: '2021-10' }];
    const sheet = readOne(ledger(['是否建立党组织', '党组织成立时间'], ['是', 2021.1]), {}, { answers });
    expect(sheet.partyOrgs[0]?.values['foundedOn']).toBe('2021-10');
    expect(codesAt(sheet, 2, '党组织成立时间')).toEqual([]);
  });
});

describe('H15 yes and no', () => {
  const answers = (...contents: Content[]) => {
    const sheet = readOne(ledger(['是否规上', '职工人数'], ...contents.map((content) => [content, 5])));
    return { values: sheet.units.map(({ values }) => values['aboveScale']), sheet };
  };
  it('reads the usual signs', () => {
    expect(answers('是', '√', '有', 1, 'Y', '☑').values).toEqual([true, true, true, true, true, true]);
    expect(answers('否', '×', '无', 0, 'N', 'x').values).toEqual([false, false, false, false, false, false]);
  });
  it('leaves blank unknown, which is not no', () => {
    expect(answers('是', null, '—', '/').values).toEqual([true, null, null, null]);
  });
  it('copies 同上 from the row above, and asks at the top', () => {
    expect(answers('否', '同上', '同上').values).toEqual([false, false, false]);
    expect(codesAt(answers('同上').sheet, 2, '是否规上')).toEqual(['import.dittoWithoutAbove']);
  });
  it('asks about anything else', () => {
    const { sheet } = answers('可能');
    expect(problemsAt(sheet, 2, '是否规上')[0]).toMatchObject({
      code: 'import.notYesNo',
      details: { found: '可能' },
    });
  });
});
