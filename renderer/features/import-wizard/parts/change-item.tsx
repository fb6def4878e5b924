import { Checkbox } from '@mantine/core';
import type { Lookups } from '@renderer/data/format-value';
import type { PlanItemView } from '@renderer/workers/import-desk/client';
import { describeChanges } from '../session/describe-fields';
import { useWizard } from '../session/use-wizard';
import { ItemLine } from './item-line';
import classes from './plan-items.module.css';

/** Field by field: the register's value, the file's value, and the choice to keep the former. */
export function ChangeItem({ item, lookups }: { readonly item: PlanItemView; readonly lookups: Lookups }) {
  const { wizard, state } = useWizard();
  const kept = state.session.kept[item.key] ?? [];
  const keep = (paths: readonly string[], isKept: boolean) =>
    wizard.dispatch({ type: 'fieldKept', itemKey: item.key, paths, isKept });
  const lines = describeChanges(item.collection, item.changes, lookups);
  return (
    <>
      <ItemLine item={item}>
        {lines.length > 1 && (
          <Checkbox
            size="xs"
            label="全部保留原值"
            aria-label={`${item.label}全部保留原值`}
            checked={kept.length === lines.length}
            onChange={(event) =>
              keep(
                lines.map(({ path }) => path),
                event.currentTarget.checked,
              )
            }
          />
        )}
      </ItemLine>
      <div className={classes['inset']}>
        <table className={classes['fields']}>
          <thead>
            <tr>
              <th scope="col">项目</th>
              <th scope="col">原值</th>
              <th scope="col">新值</th>
              <th scope="col">保留原值</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ path, label, before, after }) => (
              <tr key={path}>
                <th scope="row">{label}</th>
                <td>{before}</td>
                <td data-kept={kept.includes(path) || undefined}>{after}</td>
                <td className={classes['keep']}>
                  <Checkbox
                    size="xs"
                    aria-label={`${item.label}的${label}保留原值`}
                    checked={kept.includes(path)}
                    onChange={(event) => keep([path], event.currentTarget.checked)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
