/** One conflict in three columns with a proposal: keep one of two, or type a third. */
import { Button, Checkbox, Kbd } from '@mantine/core';
import { usePageKeys } from '@renderer/components/use-page-keys';
import { useFieldEditor } from '@renderer/data/field-editor';
import { platform } from '@renderer/platform/current-platform';
import { useState } from 'react';
import type { ConflictView, Side } from './conflict-view';
import classes from './conflicts.module.css';
import { PanelHead } from './panel-head';
import type { Proposal } from './propose';
import { type Answer, isPossible } from './settle';
import { SideColumn } from './side-column';
import { ThirdValue } from './third-value';

interface SettlePanelProps {
  readonly view: ConflictView;
  readonly proposal: Proposal | null;
  /** Others that want the same answer. */
  readonly alike: readonly ConflictView[];
  /** Those who only read see what there is to decide. */
  readonly mayDecide: boolean;
  readonly onSettle: (answer: Answer, isForAll: boolean) => void;
}

/** On the computer it was typed on, the proposal is “本机”; elsewhere it has a name. */
export const ownerOf = ({ device, by }: Side): string => (device === platform.deviceName ? '本机' : by);

const factsOf = ({ by, atText, device }: Side): string[] => [
  `${by}，${atText}`,
  ...(device === null ? [] : [device]),
];

const situationWords: Readonly<Record<ConflictView['situation'], string | null>> = {
  live: null,
  deleted: '这条记录已经删除。采用提出的值只会改写已删除的记录，不会把它恢复。',
  missing: '这条记录不在本机：可能已移交其他乡镇，或者还没有收到。本机只能保留县级值。',
  entryGone: '这一栏所在的那一项已经删除。采用提出的值会把那一项恢复回来。',
};

export function SettlePanel({ view, proposal, alike, mayDecide, onSettle }: SettlePanelProps) {
  const { canType } = useFieldEditor();
  const [isTyping, setTyping] = useState(false);
  const [isForAll, setForAll] = useState(false);
  const { collection, kind, conflict } = view;
  const isTypable =
    mayDecide && isPossible(view, 'other') && canType({ collection, kind, path: conflict.path });
  const keep = (choice: 'mine' | 'theirs') => () => onSettle({ choice }, isForAll);
  const isMinePossible = mayDecide && isPossible(view, 'mine');
  usePageKeys({
    '1': isMinePossible ? keep('mine') : undefined,
    '2': mayDecide ? keep('theirs') : undefined,
    '3': isTypable ? () => setTyping(true) : undefined,
    Enter: proposal === null || !mayDecide ? undefined : keep(proposal.choice),
  });
  return (
    <article className={classes['panel']}>
      <PanelHead view={view} />
      {situationWords[view.situation] !== null && (
        <p className={classes['situation']}>{situationWords[view.situation]}</p>
      )}
      <ProposalLine view={view} proposal={proposal} />
      <Columns {...{ view, proposal, keep, isMinePossible, mayDecide }} />
      {!mayDecide && <p className={classes['quiet']}>您的账号只看不改，由乡镇经办人或县级组织员处理。</p>}
      {isTyping ? (
        <ThirdValue
          view={view}
          onCancel={() => setTyping(false)}
          onConfirm={(value) => onSettle({ choice: 'other', value }, isForAll)}
        />
      ) : (
        <div className={classes['other']}>
          <Button
            variant="default"
            onClick={() => setTyping(true)}
            disabled={!isTypable}
            rightSection={
              <Kbd size="xs" aria-hidden="true">
                3
              </Kbd>
            }
          >
            都不对，另填…
          </Button>
          {mayDecide && !isTypable && view.situation === 'live' && (
            <span className={classes['quiet']}>这一项由几栏组成，只能选其中一边；选好后可在台账里再改。</span>
          )}
        </div>
      )}
      {mayDecide && alike.length > 0 && <AlikeBox alike={alike} isOn={isForAll} onChange={setForAll} />}
      <p className={classes['keys']}>
        键盘：<Kbd size="xs">j</Kbd> 下一处，<Kbd size="xs">k</Kbd> 上一处，<Kbd size="xs">1</Kbd>{' '}
        <Kbd size="xs">2</Kbd> <Kbd size="xs">3</Kbd> 选择
        {proposal !== null && (
          <>
            ，<Kbd size="xs">Enter</Kbd> 按建议处理
          </>
        )}
        。处理结果会随同步上报，乡镇和县级都能看到。
      </p>
    </article>
  );
}

function ProposalLine({ view, proposal }: Pick<SettlePanelProps, 'view' | 'proposal'>) {
  if (proposal === null)
    return (
      <p className={classes['proposal']}>
        两边改的时间接近，从内容上看不出哪一个对，请与{view.mine.by}、{view.theirs.by}核实后选择。
      </p>
    );
  const whose = proposal.choice === 'mine' ? `${ownerOf(view.mine)}填的` : '县级的';
  return (
    <p className={classes['proposal']}>
      建议采用<strong>{whose}</strong>：{proposal.reason}。
    </p>
  );
}

interface ColumnsProps extends Pick<SettlePanelProps, 'view' | 'proposal'> {
  readonly keep: (choice: 'mine' | 'theirs') => () => void;
  readonly isMinePossible: boolean;
  readonly mayDecide: boolean;
}

function Columns({ view, proposal, keep, isMinePossible, mayDecide }: ColumnsProps) {
  const { mine, theirs, before, theirsThen } = view;
  const owner = ownerOf(mine);
  return (
    <div className={classes['columns']}>
      <SideColumn
        title="原值"
        text={before}
        other={null}
        facts={['两边改动以前的内容']}
        isProposed={false}
        choose={null}
      />
      <SideColumn
        title={`${owner}填的`}
        text={mine.text}
        other={theirs.text}
        facts={factsOf(mine)}
        isProposed={proposal?.choice === 'mine'}
        choose={{
          label: owner === '本机' ? '采用本机值' : `采用${owner}的值`,
          keyName: '1',
          run: keep('mine'),
          isPossible: isMinePossible,
        }}
      />
      <SideColumn
        title="县级的"
        text={theirs.text}
        other={mine.text}
        facts={[...factsOf(theirs), ...(theirsThen === null ? [] : [`发生冲突时是：${theirsThen}`])]}
        isProposed={proposal?.choice === 'theirs'}
        choose={{ label: '采用县级值', keyName: '2', run: keep('theirs'), isPossible: mayDecide }}
      />
    </div>
  );
}

/** Shown at once: names tell better than a count whether they really are alike. */
const shownNames = 6;

interface AlikeBoxProps {
  readonly alike: readonly ConflictView[];
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function AlikeBox({ alike, isOn, onChange }: AlikeBoxProps) {
  const names = [...new Set(alike.map(({ title }) => title))];
  const more = names.length > shownNames ? `等 ${names.length} 条记录` : '';
  return (
    <div className={classes['alike']}>
      <Checkbox
        checked={isOn}
        onChange={(event) => onChange(event.currentTarget.checked)}
        label={`另外 ${alike.length} 处同类的也这样处理`}
        description={`同一字段、同样两人（或同一批导入）：${names.slice(0, shownNames).join('、')}${more}`}
      />
    </div>
  );
}
