import { formatInstant } from '@renderer/data/format-value';
import type { ConflictView, Side } from './conflict-view';
import classes from './conflicts.module.css';
import { PanelHead } from './panel-head';
import { ownerOf } from './settle-panel';
import { SideColumn } from './side-column';

const factsOf = ({ by, atText }: Side): string[] => [`${by}，${atText}`];

/** How a conflict was settled, by whom and when: the same for township and county. */
export function SettledPanel({ view }: { readonly view: ConflictView }) {
  const { conflict, mine, theirs, before, kept } = view;
  const at = conflict.settledAt === null ? '' : formatInstant(conflict.settledAt);
  const whose = { mine: `${ownerOf(mine)}填的`, theirs: '县级的', other: '另填的' };
  return (
    <article className={classes['panel']}>
      <PanelHead view={view} />
      <p className={classes['proposal']}>
        {conflict.settledBy ?? ''} {at} 处理：采用
        <strong>{conflict.choice === null ? '' : whose[conflict.choice]}</strong>值“{kept}”。
      </p>
      <div className={classes['columns']}>
        <SideColumn title="原值" text={before} other={null} facts={[]} isProposed={false} choose={null} />
        <SideColumn
          title={`${ownerOf(mine)}填的`}
          text={mine.text}
          other={theirs.text}
          facts={factsOf(mine)}
          isProposed={false}
          choose={null}
        />
        <SideColumn
          title="县级的"
          text={theirs.text}
          other={mine.text}
          facts={factsOf(theirs)}
          isProposed={false}
          choose={null}
        />
      </div>
    </article>
  );
}
