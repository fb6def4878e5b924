/** 上次恢复没有完成: what happened, and the two ways on. There is no third, and nothing to click away. */
import { Button } from '@mantine/core';
import { LoadingScreen } from '@renderer/components/loading-screen';
import { NoticeBox } from '@renderer/components/notice-box';
import type { Side, StageFacts } from '@renderer/data/backups/restore-stage';
import { formatInstant } from '@renderer/data/format-value';
import { localDatabase } from '@renderer/data/local-database';
import { finishRestore, removeStage } from '@renderer/data/restore-backup';
import type { DataKeys } from '@renderer/keys/data-keys';
import { platform } from '@renderer/platform/current-platform';
import type { Problem } from '@shared/problems/problem';
import { useState } from 'react';
import own from './cut-off-page.module.css';
import classes from './lock/lock-page.module.css';
import { closeRegister, journalOf } from './use-opened-register';

interface CutOffPageProps {
  /** `damaged`: nobody can say when and how many; each of the two is tried all the same. */
  readonly facts: StageFacts | 'damaged';
  /** null where the page cannot encrypt. */
  readonly keys: DataKeys | null;
  /** The register is one of the two. */
  readonly onDone: () => void;
}

export function CutOffPage({ facts, keys, onDone }: CutOffPageProps) {
  /** Share of what is written; null = nothing is. */
  const [share, setShare] = useState<number | null>(null);
  const [broken, setBroken] = useState<ReadonlyMap<Side, Problem>>(new Map());
  const finish = async (side: Side) => {
    setShare(0);
    const problem = await finishAs(side, keys, (done, total) => setShare(total === 0 ? 1 : done / total));
    setShare(null);
    if (problem === null) return onDone();
    setBroken((known) => new Map(known).set(side, problem));
  };
  const [stays, setStays] = useState<Problem | null>(null);
  const openAsItIs = async () => {
    setStays(null);
    const problem = await removeStage(localDatabase);
    setStays(problem);
    if (problem === null) onDone();
  };
  if (share !== null) return <LoadingScreen doing="正在写回数据，请不要关闭窗口…" share={share} />;
  const [latest] = [...broken.values()].slice(-1);
  const isLost = [...broken.values()].filter(({ code }) => code === 'backup.stageBroken').length === 2;
  return (
    <main className={classes['page']}>
      <section className={classes['card']} aria-labelledby="cut-off-title">
        <h1 id="cut-off-title" className={classes['title']}>
          上次恢复备份没有完成
        </h1>
        <div className={classes['ways']}>
          <p className={classes['text']}>{whatHappened(facts)}</p>
          <Way title="继续恢复" about={aboutAfter(facts)} isFirst onChoose={() => void finish('after')} />
          <Way title="回到恢复之前" about={aboutBefore(facts)} onChoose={() => void finish('before')} />
          {latest && (
            <NoticeBox tone="bad" isUrgent>
              {latest.text}
            </NoticeBox>
          )}
          {isLost && (
            <Way
              title="打开台账"
              about="台账现在只有一部分。打开后请马上到“设置 · 备份”，恢复最近的“恢复前备份”。"
              onChoose={() => void openAsItIs()}
            />
          )}
          {stays && (
            <NoticeBox tone="bad" isUrgent>
              {stays.text}
            </NoticeBox>
          )}
        </div>
      </section>
    </main>
  );
}

type Facts = CutOffPageProps['facts'];

const whatHappened = (facts: Facts): string =>
  facts === 'damaged'
    ? '上次恢复备份，没写完程序就关了，台账现在可能只有一部分。当时记下的时间和条数读不出来，磁盘可能坏了；恢复前的数据和备份的内容也许还完整，请选一项，读不出来再选另一项：'
    : `${formatInstant(facts.startedAt)} 开始恢复备份，没写完程序就关了，台账现在只有一部分。恢复前的数据和备份的内容都完整存着，不会丢，请选一项：`;

const aboutAfter = (facts: Facts): string =>
  facts === 'damaged'
    ? '换成当时选的那份备份。'
    : `换成 ${formatInstant(facts.backupMadeAt)} 的备份，共 ${facts.afterCount} 条。`;

const aboutBefore = (facts: Facts): string =>
  facts === 'damaged'
    ? '和开始恢复时一样。'
    : `和开始恢复时一样，共 ${facts.beforeCount} 条${unsentText(facts)}。`;

const unsentText = ({ unsentCount, isLinked }: StageFacts): string =>
  unsentCount === 0 || !isLinked ? '' : `，其中还没有上报的 ${unsentCount} 条也都在`;

interface WayProps {
  readonly title: string;
  readonly about: string;
  readonly isFirst?: boolean;
  readonly onChoose: () => void;
}

function Way({ title, about, isFirst = false, onChoose }: WayProps) {
  return (
    <div className={own['way']}>
      <Button variant={isFirst ? 'filled' : 'default'} onClick={onChoose}>
        {title}
      </Button>
      <p className={classes['text']}>{about}</p>
    </div>
  );
}

async function finishAs(
  side: Side,
  keys: DataKeys | null,
  onProgress: (done: number, total: number) => void,
): Promise<Problem | null> {
  await closeRegister();
  const file = await platform.openJournal();
  const journal = file && (await journalOf(file, keys));
  const target = { ...localDatabase, ...(keys ? { sealer: await keys.sealerFor('documents') } : {}) };
  return finishRestore(target, { side, journal, onProgress });
}
