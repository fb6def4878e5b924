import { answersForAlike } from '@renderer/features/import-wizard/session/apply-to-alike';
import { emptySession, type SessionInput } from '@renderer/features/import-wizard/session/import-session';
import {
  countProblems,
  groupProblems,
  listProblems,
} from '@renderer/features/import-wizard/session/problem-groups';
import type { ImportProblem } from '@shared/import/model';
import { identifierProblems } from '@shared/problems/identifier-problems';
import { importProblems } from '@shared/problems/import-problems';
import type { Problem } from '@shared/problems/problem';
import { expect, test } from 'vitest';

const at = (row: number, problem: Problem, more: Partial<ImportProblem> = {}): ImportProblem => ({
  ...problem,
  row,
  column: '列',
  columnIndex: 3,
  original: null,
  ...more,
});
const input: SessionInput = emptySession.input;
const date = (row: number, year: number): ImportProblem =>
  at(row, importProblems.dateAmbiguous({ found: `${year}.1`, year }, 'partyOrg.foundedOn'), {
    choices: [
      { field: 'partyOrg.foundedOn', value: `${year}-01`, label: `${year}年1月` },
      { field: 'partyOrg.foundedOn', value: `${year}-10`, label: `${year}年10月` },
    ],
  });
const word = (row: number, found: string, offered: readonly string[]): ImportProblem =>
  at(row, importProblems.choiceUnknown({ found, label: '企业类型' }, 'unit.ownership'), {
    choices: offered.map((label) => ({ field: 'unit.ownership', value: `code of ${label}`, label })),
  });
const list = (problems: readonly ImportProblem[], given: SessionInput = input) =>
  listProblems([{ name: '表一', problems }], given);

test('groups stand by urgency, then by how much is still open', () => {
  const entries = list([
    at(4, importProblems.approximate({ found: '约50', value: 50 }, 'unit.staff')),
    date(5, 2021),
    at(6, identifierProblems.usccCheck({ found: 'x', expected: 'y' }, 'unit.uscc')),
    word(7, '三资', ['私营']),
    word(8, '民营', ['私营']),
  ]);
  expect(groupProblems(entries).map(({ title, urgency, openCount }) => [title, urgency, openCount])).toEqual([
    ['信用代码校验不通过', 'must', 1],
    ['不在选项里', 'check', 2],
    ['1月还是10月', 'check', 1],
    ['大约数', 'note', 0],
  ]);
  expect(countProblems(entries)).toEqual({
    openByUrgency: { must: 1, check: 3, note: 0 },
    open: 4,
    done: 0,
  });
});

test('an answer closes the problem of its field and row only; settling closes exactly that problem', () => {
  const problems = [date(5, 2021), date(6, 2020), word(5, '三资', ['私营'])];
  const answered = list(problems, {
    ...input,
    answers: [{ sheet: '表一', row: 5, field: 'partyOrg.foundedOn', value: '2021-10' }],
  });
  expect(answered.map(({ isOpen }) => isOpen)).toEqual([false, true, true]);
  const key = answered[2]?.key ?? '';
  expect(list(problems, { ...input, settled: [key] }).map(({ isOpen }) => isOpen)).toEqual([
    true,
    true,
    false,
  ]);
});

test('January for one row is January for the others, each of its own year', () => {
  const entries = list([date(5, 2021), date(6, 2019), word(7, '三资', ['私营'])]);
  const [first] = entries;
  const january = first?.problem.choices?.[0];
  if (!first || !january) throw new Error('no choice');
  expect(answersForAlike(first, january, entries)).toEqual([
    { sheet: '表一', row: 5, field: 'partyOrg.foundedOn', value: '2021-01' },
    { sheet: '表一', row: 6, field: 'partyOrg.foundedOn', value: '2019-01' },
  ]);
});

test('a word chosen for one row goes to rows that offer the same word, wherever it stands', () => {
  const entries = list([
    word(5, '三资', ['私营', '外商']),
    word(6, '独资', ['外商', '私营']),
    word(7, '合资', ['合作社']),
  ]);
  const [first] = entries;
  const foreign = first?.problem.choices?.[1];
  if (!first || !foreign) throw new Error('no choice');
  expect(answersForAlike(first, foreign, entries).map(({ row, value }) => [row, value])).toEqual([
    [5, 'code of 外商'],
    [6, 'code of 外商'],
  ]);
});

test('names offered in the same place are no like answers', () => {
  const names = (row: number, a: string, b: string) =>
    at(
      row,
      importProblems.orgDetailsDiffer({ org: '支部', label: '书记', values: [a, b] }, 'partyOrg.secretary'),
      {
        choices: [a, b].map((name) => ({ field: 'partyOrg.secretary', value: name, label: name })),
      },
    );
  const entries = list([names(5, '张三', '李四'), names(9, '王五', '赵六')]);
  const [first] = entries;
  const choice = first?.problem.choices?.[0];
  if (!first || !choice) throw new Error('no choice');
  expect(answersForAlike(first, choice, entries)).toHaveLength(1);
});

test('the proposed fix is applied to each row with its own value, and not where already answered', () => {
  const factor = (row: number, proposed: number) =>
    at(
      row,
      importProblems.unitFactor(
        { found: `${proposed}0000`, label: '年营业收入', proposed },
        'unit.revenueWan',
      ),
      {
        fix: { field: 'unit.revenueWan', value: proposed, label: `改为${proposed}` },
      },
    );
  const problems = [factor(5, 320), factor(6, 560), factor(7, 90)];
  const entries = list(problems, {
    ...input,
    answers: [{ sheet: '表一', row: 7, field: 'unit.revenueWan', value: 91 }],
  });
  const [first] = entries;
  const fix = first?.problem.fix;
  if (!first || !fix) throw new Error('no fix');
  expect(answersForAlike(first, fix, entries).map(({ row, value }) => [row, value])).toEqual([
    [5, 320],
    [6, 560],
  ]);
});
