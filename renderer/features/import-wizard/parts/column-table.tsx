import { EmptyState } from '@renderer/components/empty-state';
import { Panel } from '@renderer/components/panel';
import type { SheetOverview } from '@renderer/workers/import-desk/client';
import { labelOfValue } from '@shared/import/fixes';
import type { ReadColumn } from '@shared/import/model';
import { memo, useMemo } from 'react';
import { type FieldGroup, fieldGroups } from '../session/field-options';
import { useWizard } from '../session/use-wizard';
import { columnLetters } from '../sheet-grid/sheet-layout';
import classes from './column-table.module.css';
import { FieldChoice } from './field-choice';

const sureFrom = 0.8;

/** Which column is what: the file's headings on the left, the register's fields on the right. */
export function ColumnTable({ sheet }: { readonly sheet: SheetOverview }) {
  const { wizard } = useWizard();
  const groups = useMemo(() => fieldGroups(sheet.kind), [sheet.kind]);
  const columns = useMemo(
    () =>
      sheet.columns.filter(({ index, path }) => path.length > 0 || (sheet.samples[index] ?? []).length > 0),
    [sheet],
  );
  const unsure = columns.filter(isUnsure).length;
  const title = `工作表“${sheet.name}”的列`;
  if (sheet.kind === 'unknown' || sheet.headerRows.length === 0)
    return (
      <Panel title={title}>
        <EmptyState
          icon="table"
          title={sheet.kind === 'unknown' ? '这张工作表不导入' : '没有找到表头'}
          hint={
            sheet.kind === 'unknown'
              ? '需要时在左边选择它登记的是什么，例如非公企业、指导员、活动阵地。'
              : '请在左边填写表头在第几行，就是“企业名称、信用代码、从业人员”那一行。'
          }
        />
      </Panel>
    );
  return (
    <Panel title={title} note={unsure > 0 ? `${unsure}列需要确认，改过的以后会记住` : '改过的对应以后会记住'}>
      <div className={classes['frame']}>
        <table className={classes['table']} data-noted={columns.some(hasNote) || undefined}>
          <thead>
            <tr>
              <th scope="col">列</th>
              <th scope="col">表里的标题</th>
              <th scope="col">对应台账项目</th>
              <th scope="col">说明</th>
              <th scope="col">前几行内容</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => (
              <ColumnRow
                key={column.index}
                sheetName={sheet.name}
                column={column}
                samples={sheet.samples[column.index] ?? noSamples}
                groups={groups}
                dispatch={wizard.dispatch}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

/** 序号 and the like are known and left out; their field is in no list. */
const isOffered = (groups: readonly FieldGroup[], field: string | null): boolean =>
  groups.some(({ items }) => items.some(({ value }) => value === field));
const noSamples: readonly string[] = [];
const isUnsure = ({ field, confidence, mappedBy }: ReadColumn): boolean =>
  field !== null && confidence < sureFrom && mappedBy !== 'choice' && mappedBy !== 'memory';

const hasNote = (column: ReadColumn): boolean =>
  isUnsure(column) || column.code !== null || column.mappedBy === 'memory' || column.mappedBy === 'choice';

interface ColumnRowProps {
  readonly sheetName: string;
  readonly column: ReadColumn;
  readonly samples: readonly string[];
  readonly groups: readonly FieldGroup[];
  readonly dispatch: ReturnType<typeof useWizard>['wizard']['dispatch'];
}

const ColumnRow = memo(function ColumnRow(props: ColumnRowProps) {
  const { sheetName, column, samples, groups, dispatch } = props;
  const { index, field, code, path } = column;
  const heading = path.join(' / ') || '（没有标题）';
  const letters = columnLetters(index);
  return (
    <tr data-unsure={isUnsure(column) || undefined} data-left-out={!isOffered(groups, field) || undefined}>
      <td className={classes['letter']}>{letters}</td>
      <th scope="row" className={classes['heading']}>
        {heading}
        {column.isHidden && <span className={classes['tag']}>隐藏列</span>}
      </th>
      <td className={classes['field']}>
        <FieldChoice
          label={`${letters}列“${heading}”对应`}
          groups={groups}
          field={field}
          onChoose={(chosen) =>
            dispatch({ type: 'columnMapped', sheet: sheetName, columnIndex: index, field: chosen })
          }
        />
      </td>
      <td className={classes['notes']}>
        {field !== null && code !== null && (
          <span className={classes['code']}>打勾＝{labelOfValue(field, code)}</span>
        )}
        <Mark column={column} />
      </td>
      <td className={classes['samples']} title={samples.join('；')}>
        {samples.join('；')}
      </td>
    </tr>
  );
});

function Mark({ column }: { readonly column: ReadColumn }) {
  if (isUnsure(column)) return <span className={classes['ask']}>需确认</span>;
  if (column.mappedBy === 'memory') return <span className={classes['known']}>上次改过</span>;
  if (column.mappedBy === 'choice') return <span className={classes['known']}>已改</span>;
  return null;
}
