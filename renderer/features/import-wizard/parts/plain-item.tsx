import type { Lookups } from '@renderer/data/format-value';
import type { PlanItemView } from '@renderer/workers/import-desk/client';
import { useState } from 'react';
import { describeDraft, type FieldLine } from '../session/describe-fields';
import { useWizard } from '../session/use-wizard';
import { ItemLine } from './item-line';
import classes from './plan-items.module.css';

/** A new record opens to its fields, fetched when asked for; one that stays as it is has nothing to open. */
export function PlainItem({ item, lookups }: { readonly item: PlanItemView; readonly lookups: Lookups }) {
  const { wizard } = useWizard();
  const [lines, setLines] = useState<readonly FieldLine[] | null>(null);
  if (item.outcome !== 'create') return <ItemLine item={item} />;
  const toggle = async () => {
    const draft = lines === null ? await wizard.draftOf(item.key) : null;
    setLines(draft && describeDraft(item.collection, draft, lookups));
  };
  return (
    <>
      <ItemLine
        item={item}
        isOpen={lines !== null}
        onToggle={() => {
          void toggle();
        }}
      />
      {lines && (
        <div className={classes['inset']}>
          <dl className={classes['new']}>
            {lines.map(({ path, label, after }) => (
              <div key={path} className={classes['pair']}>
                <dt>{label}</dt>
                <dd>{after}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </>
  );
}
