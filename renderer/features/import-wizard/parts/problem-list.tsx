import { SegmentedControl, Select } from '@mantine/core';
import {
  countProblems,
  type ProblemGroup,
  type SheetProblem,
  urgencyLabels,
} from '../session/problem-groups';
import type { Problems } from '../session/use-problems';
import classes from './problem-list.module.css';

interface ProblemListProps {
  readonly problems: Problems;
  readonly onSelect: (key: string) => void;
}

/** Kinds of problems with their numbers; the kind at hand is open. */
export function ProblemList({ problems, onSelect }: ProblemListProps) {
  const { groups, filter, setFilter, current, sheets, all, rowName } = problems;
  const { open } = countProblems(all);
  const label = (text: string, count: number) => `${text} ${count}`;
  return (
    <section className={classes['list']} aria-label="问题">
      <div className={classes['filter']}>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label="显示哪些问题"
          data={[
            { value: 'open', label: label('待处理', open) },
            { value: 'all', label: label('全部', all.length) },
          ]}
          value={filter.isOpenOnly ? 'open' : 'all'}
          onChange={(value) => setFilter({ ...filter, isOpenOnly: value === 'open' })}
        />
        {sheets.length > 1 && (
          <Select
            size="xs"
            aria-label="工作表"
            data={[
              { value: '', label: '全部工作表' },
              ...sheets.map(({ name }) => ({ value: name, label: name })),
            ]}
            value={filter.sheet ?? ''}
            allowDeselect={false}
            onChange={(value) => setFilter({ ...filter, sheet: value === '' ? null : value })}
          />
        )}
      </div>
      {groups.length === 0 ? (
        <p className={classes['none']}>
          {filter.isOpenOnly ? '没有待处理的问题了，可以进入下一步。' : '这份表没有发现问题。'}
        </p>
      ) : (
        <ul className={classes['groups']}>
          {groups.map((group) => (
            <Group
              key={group.code}
              group={group}
              currentKey={current?.problem.code === group.code ? current.key : null}
              hasSheetNames={sheets.length > 1}
              rowName={rowName}
              onSelect={onSelect}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

/** So many entries fit in a list one still reads; N leads to the others. */
const shownEntries = 100;

interface GroupProps {
  readonly group: ProblemGroup;
  /** null = another group is at hand. */
  readonly currentKey: string | null;
  readonly hasSheetNames: boolean;
  readonly rowName: Problems['rowName'];
  readonly onSelect: (key: string) => void;
}

function Group({ group, currentKey, hasSheetNames, rowName, onSelect }: GroupProps) {
  const { title, urgency, problems } = group;
  const isCurrent = currentKey !== null;
  const first = problems.find(({ isOpen }) => isOpen) ?? problems[0];
  const start = Math.max(0, problems.findIndex(({ key }) => key === currentKey) - shownEntries / 2);
  const shown = problems.slice(start, start + shownEntries);
  return (
    <li className={classes['group']} data-urgency={urgency}>
      <button
        type="button"
        className={classes['head']}
        aria-expanded={isCurrent}
        onClick={() => first && onSelect(first.key)}
      >
        <span className={classes['urgency']}>{urgencyLabels[urgency]}</span>
        <span className={classes['title']}>{title}</span>
        <span className={classes['count']}>{problems.length}处</span>
      </button>
      {isCurrent && (
        <ul className={classes['entries']}>
          {shown.map((entry) => (
            <Entry
              key={entry.key}
              entry={entry}
              isCurrent={entry.key === currentKey}
              hasSheetName={hasSheetNames}
              rowName={rowName(entry.sheet, entry.problem.row)}
              onSelect={onSelect}
            />
          ))}
          {problems.length > shown.length && (
            <li className={classes['rest']}>另有{problems.length - shown.length}处，按 N 键依次查看</li>
          )}
        </ul>
      )}
    </li>
  );
}

interface EntryProps {
  readonly entry: SheetProblem;
  readonly isCurrent: boolean;
  readonly hasSheetName: boolean;
  readonly rowName: string;
  readonly onSelect: (key: string) => void;
}

function Entry({ entry, isCurrent, hasSheetName, rowName, onSelect }: EntryProps) {
  const { row, column, original } = entry.problem;
  const place = [hasSheetName ? entry.sheet : null, row === null ? null : `第${row}行`, column ?? rowName]
    .filter(Boolean)
    .join(' · ');
  return (
    <li>
      <button
        type="button"
        className={classes['entry']}
        aria-current={isCurrent || undefined}
        title={[rowName, entry.problem.text].filter(Boolean).join('\n')}
        onClick={() => onSelect(entry.key)}
      >
        <span className={classes['place']}>{place || '整张表'}</span>
        {original !== null && <span className={classes['original']}>{original}</span>}
        {!entry.isOpen && entry.problem.severity !== 'info' && (
          <span className={classes['done']}>已处理</span>
        )}
      </button>
    </li>
  );
}
