import { Accordion } from '@mantine/core';
import { isBlank } from '@renderer/components/data-grid/cell-text';
import type { CellValue } from '@renderer/components/data-grid/grid-types';
import { valueAt } from '@shared/domain/changes';
import { schemaAt } from '@shared/domain/schema-path';
import { keptKey, type Problem } from '@shared/problems/problem';
import { useEffect, useMemo, useRef, useState } from 'react';
import { isGap } from '../fields/document-problems';
import { type Entries, EntryEditor } from '../fields/entry-editor';
import { FieldInput } from '../fields/field-input';
import type { Lookups } from '../fields/field-kind';
import { type FieldSpec, specOfColumn } from '../fields/field-spec';
import { tableModel } from '../tables/all-tables';
import { buildColumns } from '../tables/build-columns';
import type { FieldGroup, LedgerTable } from '../tables/table-model';
import { KeptWarnings, reasonIn } from './kept-warnings';
import classes from './record-panel.module.css';

export type Values = Readonly<Record<string, unknown>>;

export interface FieldGroupsProps {
  readonly table: LedgerTable;
  readonly values: Values;
  readonly lookups: Lookups;
  readonly errors: Readonly<Record<string, unknown>>;
  /** How often saving was refused: each time leads to the first field that is wrong. */
  readonly refusals: number;
  /** All problems of the record as it stands in the form, kept ones included. */
  readonly problems: readonly Problem[];
  /** Whether a gap in this field is marked: not before somebody has been there. */
  readonly isGapShown: (path: string) => boolean;
  readonly onLeave: (path: string) => void;
  readonly newId: () => string;
  readonly onChange: (path: string, value: unknown) => void;
  readonly onUnreadable: (path: string, problem: string | null) => void;
  /** null = a reason cannot be given here (the record is not saved yet). */
  readonly onKeep: ((problem: Problem, reason: string | null) => void) | null;
  readonly isDisabled: boolean;
  readonly openAtFirst: readonly string[];
}

/** All fields of a record in the groups of its paper form. Groups that are closed are not drawn. */
export function FieldGroups(props: FieldGroupsProps) {
  const { table, lookups, openAtFirst } = props;
  const model = tableModel(table);
  const specs = useMemo(() => {
    const columns = buildColumns(model, { lookups, isRevealed: true });
    return new Map(columns.map((column) => [column.id, specOfColumn(column)]));
  }, [model, lookups]);
  const [opened, setOpened] = useState(() => [
    ...openAtFirst,
    ...model.groups.filter((group) => hasQuestion(group, props)).map((group) => group.label),
  ]);
  const whole = useFirstWrong(props.refusals, () =>
    setOpened((now) => [
      ...now,
      ...model.groups
        .filter((group) => !now.includes(group.label) && countWrong(group, props.errors) > 0)
        .map((group) => group.label),
    ]),
  );
  const unplaced = props.problems.filter((problem) => problem.field === null);
  return (
    <>
      {unplaced.length > 0 && (
        <div className={classes['unplaced']}>
          <KeptWarnings problems={unplaced} kept={props.values['kept']} onKeep={props.onKeep} />
        </div>
      )}
      <Accordion
        ref={whole}
        multiple
        value={opened}
        onChange={setOpened}
        chevronPosition="left"
        variant="default"
        classNames={accordionClasses}
      >
        {model.groups
          .filter((group) => concerns(group, props.values))
          .map((group) => (
            <Accordion.Item key={group.label} value={group.label}>
              <Accordion.Control>
                <GroupHeading group={group} {...props} />
              </Accordion.Control>
              <Accordion.Panel>
                <div className={classes['fields']}>
                  {group.paths.map((path) => (
                    <GroupField key={path} path={path} spec={specs.get(path)} {...props} />
                  ))}
                </div>
              </Accordion.Panel>
            </Accordion.Item>
          ))}
      </Accordion>
    </>
  );
}

const accordionClasses = {
  control: classes['groupControl'] ?? '',
  label: classes['groupLabel'] ?? '',
  content: classes['groupContent'] ?? '',
};

function GroupHeading({ group, values, errors, problems }: FieldGroupsProps & { group: FieldGroup }) {
  const wrong = countWrong(group, errors);
  const kept = values['kept'];
  const odd = problems.filter(
    (problem) => problem.field !== null && isIn(group, problem.field) && isAsking(problem, kept),
  ).length;
  const filled = group.paths.filter((path) => isFilled(valueAt(values, path))).length;
  return (
    <>
      {group.label}
      <span className={classes['groupNote']} data-state={wrong > 0 ? 'wrong' : odd > 0 ? 'odd' : undefined}>
        {wrong > 0 ? `${wrong} 处要改` : odd > 0 ? `${odd} 处待核` : `已填 ${filled}/${group.paths.length}`}
      </span>
    </>
  );
}

const isIn = (group: FieldGroup, field: string): boolean =>
  group.paths.some((path) => field === path || field.startsWith(`${path}.`));

const countWrong = (group: FieldGroup, errors: FieldGroupsProps['errors']): number =>
  Object.keys(errors).filter((field) => isIn(group, field)).length;

/** Far more than an opening group takes. */
const framesToOpen = 30;

/** After a refused save the keyboard is in the first wrong field; the group that holds it is opened before. */
function useFirstWrong(refusals: number, openGroups: () => void) {
  const whole = useRef<HTMLDivElement>(null);
  const open = useRef(openGroups);
  open.current = openGroups;
  useEffect(() => {
    if (refusals === 0) return;
    open.current();
    let frame = 0;
    // The fields of a group that was closed take some frames to be drawn; until then they take no focus.
    const focus = (framesLeft: number) => {
      const field = whole.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
      field?.focus();
      if (framesLeft > 0 && (field === undefined || field !== document.activeElement))
        frame = requestAnimationFrame(() => focus(framesLeft - 1));
    };
    frame = requestAnimationFrame(() => focus(framesToOpen));
    return () => cancelAnimationFrame(frame);
  }, [refusals]);
  return whole;
}

/** Values of another kind of record are not hidden away: somebody has to see that they do not belong. */
const concerns = (group: FieldGroup, values: Values): boolean =>
  group.isFor === undefined ||
  group.isFor(values) ||
  group.paths.some((path) => isFilled(valueAt(values, path)));

/** A group with something to look into is open from the start. */
const hasQuestion = (group: FieldGroup, { problems, values }: FieldGroupsProps): boolean =>
  problems.some(
    (problem) => problem.field !== null && isAsking(problem, values['kept']) && isIn(group, problem.field),
  );

/** Neither a gap nor information, and not explained yet. */
const isAsking = (problem: Problem, kept: unknown): boolean =>
  !isGap(problem) && problem.severity !== 'info' && reasonIn(kept, keptKey(problem)) === null;

const isFilled = (value: unknown): boolean => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return Object.keys(value).length > 0;
  // Everything else in a document is a value a cell could hold.
  return value !== undefined && !isBlank(value as CellValue);
};

function GroupField({
  path,
  spec,
  ...props
}: FieldGroupsProps & { path: string; spec: FieldSpec | undefined }) {
  const { table, values, errors, problems, onChange } = props;
  const error = errors[path];
  const here = problems.filter(({ field }) => field === path || field?.startsWith(`${path}.`));
  const notes = here.filter((problem) => !isGap(problem));
  const remarks = notes.length > 0 && (
    <KeptWarnings problems={notes} kept={values['kept']} onKeep={props.onKeep} />
  );
  if (spec === undefined)
    return (
      <div className={classes['whole']}>
        {remarks}
        <EntryEditor
          {...props}
          path={path}
          label={schemaAt(table, null, path).fields.at(-1)?.label ?? ''}
          entries={(valueAt(values, path) ?? {}) as Entries}
          onChange={(entries) => onChange(path, entries)}
        />
      </div>
    );
  return (
    <div className={spec.isWide || notes.length > 0 ? classes['wide'] : undefined}>
      <FieldInput
        spec={props.isGapShown(path) && here.some(isGap) ? { ...spec, label: `${spec.label}（缺项）` } : spec}
        value={(valueAt(values, path) ?? null) as CellValue}
        onChange={(value) => onChange(path, value)}
        onLeave={() => props.onLeave(path)}
        onUnreadable={(problem) => props.onUnreadable(path, problem)}
        error={typeof error === 'string' ? error : undefined}
        isDisabled={props.isDisabled}
      />
      {remarks}
    </div>
  );
}
