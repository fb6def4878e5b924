/** The self-check in sentences a clerk reads, worst first in her eyes: each says what holds or what to do. Pure. */
import { collectionLabels } from '@shared/domain/collections';
import { chinaDayOf, daysBetween } from '@shared/lib/day';
import { type Finding, type FindingKind, findingKinds } from '../fingerprints/check-documents';
import type { StartCheck } from '../fingerprints/start-check';
import { formatInstant } from '../format-value';
import type { CollectionCheck, RegisterCheck } from './examine-register';
import type { SelfCheck } from './self-check';

export interface CheckLine {
  readonly state: 'good' | 'soon' | 'bad';
  readonly title: string;
  readonly text: string;
}

export interface CheckReport {
  readonly lines: readonly CheckLine[];
  /** Edits the journal has and the register lacks: a click puts them back. */
  readonly missingCount: number;
  /** What is not as it was taken down: a click takes it down as it is. */
  readonly losses: readonly Finding[];
}

interface Surroundings {
  /** Of the start of the program; null without a journal. */
  readonly atStart: SelfCheck | null;
  /** Of all documents, after the last start; null = not done yet. */
  readonly startCheck: StartCheck | null;
  /** null = none yet, or the page cannot make any. */
  readonly lastBackup: { readonly madeAt: string; readonly count: number } | null;
  /** What opens the journal lies where the database does, and would be lost with it. */
  readonly isKeyBesideDatabase: boolean;
}

/** Days without a backup that are worth a word. */
const backupMayBeOld = 7;

export function reportOf(check: RegisterCheck, around: Surroundings): CheckReport {
  const count = check.collections.reduce((sum, one) => sum + one.count, 0);
  return {
    missingCount: check.journal?.missingCount ?? 0,
    losses: lossesIn(check.collections),
    lines: [
      startLine(around.startCheck),
      databaseLine(check.collections, count),
      contentLine(check),
      shapeLine(check.collections),
      sealLine(check.collections),
      journalLine(check, around),
      backupLine(check.at, count, around.lastBackup),
    ],
  };
}

const good = (title: string, text: string): CheckLine => ({ state: 'good', title, text });
const soon = (title: string, text: string): CheckLine => ({ state: 'soon', title, text });
const bad = (title: string, text: string): CheckLine => ({ state: 'bad', title, text });

function databaseLine(collections: readonly CollectionCheck[], count: number): CheckLine {
  const title = '台账数据库';
  const other = collections.filter(({ isShown }) => !isShown);
  if (other.length === 0) return good(title, `磁盘上的 ${count} 条全部读过，和现在显示的一致。`);
  const names = other.map(({ collection }) => collectionLabels[collection]).join('、');
  return bad(title, `磁盘上的和现在显示的不一致：${names}。请关闭其他窗口，重新打开台账后再检查一次。`);
}

const findingWords: Record<FindingKind, string> = {
  missing: '不见了',
  changed: '内容变了',
  older: '退回到以前的内容',
  misshapen: '内容不完整',
};

/** 不见了：单位 3 条；内容变了：人员 1 条 */
export const wordsOf = (findings: StartCheck['findings']): string =>
  findingKinds
    .map((kind) => {
      const own = findings.filter((one) => one.kind === kind);
      const what = own.map(({ collection, count }) => `${collectionLabels[collection]} ${count} 条`);
      return what.length === 0 ? '' : `${findingWords[kind]}：${what.join('、')}`;
    })
    .filter((words) => words !== '')
    .join('；');

function startLine(last: StartCheck | null): CheckLine {
  const title = '打开时自检';
  if (last === null) return good(title, '打开台账几秒后自动进行，还没有做完。');
  const { at, count, findings } = last;
  const when = new Date(at).toLocaleString('zh-CN', { hour12: false });
  const what = `${when} 自动检查了 ${count} 条，看条数、内容、数据结构和修改日志，`;
  return findings.length === 0
    ? good(title, `${what}没有发现问题。`)
    : soon(title, `${what}发现${wordsOf(findings)}。现在怎样，看下面各项。`);
}

const lossesIn = (collections: readonly CollectionCheck[]): Finding[] =>
  collections.flatMap(({ collection, losses }) =>
    (['missing', 'changed', 'older'] as const)
      .filter((kind) => losses[kind].length > 0)
      .map((kind) => ({ kind, collection, ids: losses[kind] })),
  );

function contentLine({ collections, journal }: RegisterCheck): CheckLine {
  const title = '内容核对';
  const losses = lossesIn(collections);
  if (losses.length > 0) {
    const what = wordsOf(losses.map((one) => ({ ...one, count: one.ids.length })));
    const first = (journal?.missingCount ?? 0) > 0 ? '先点“一键修复”，修不回来的，' : '';
    return bad(
      title,
      `和程序上次记下的不一样，又不是在程序里改的：${what}。${first}${mend}查明无妨的，点“按现在的样子记下”，以后不再提醒。`,
    );
  }
  const sameCount = collections.reduce((sum, one) => sum + one.sameCount, 0);
  return sameCount === 0
    ? good(title, '各条的样子还没有记下，打开台账几秒后自动记下，从那时起核对。')
    : good(title, `程序记下过样子的 ${sameCount} 条都在，内容和记下的一致。`);
}

const which = (collections: readonly CollectionCheck[], countOf: (one: CollectionCheck) => number): string =>
  collections
    .filter((one) => countOf(one) > 0)
    .map((one) => `${collectionLabels[one.collection]} ${countOf(one)} 条`)
    .join('、');

const mend = '请到“设置 · 备份”先校验、再恢复最近一份完好的备份，恢复时选“保留改动”，没上报的一处不少。';

function shapeLine(collections: readonly CollectionCheck[]): CheckLine {
  const title = '数据结构';
  const what = which(collections, ({ misshapenCount }) => misshapenCount);
  return what === ''
    ? good(title, '每一条都符合这个版本的格式。')
    : bad(title, `内容不完整：${what}。${mend}`);
}

function sealLine(collections: readonly CollectionCheck[]): CheckLine {
  const title = '加密内容';
  const what = which(collections, ({ damagedCount }) => damagedCount);
  return what === ''
    ? good(title, '都能打开。')
    : bad(title, `打不开：${what}。它们还在本机，没有删除。${mend}`);
}

function journalLine({ journal }: RegisterCheck, { atStart, isKeyBesideDatabase }: Surroundings): CheckLine {
  const title = '修改日志';
  if (journal === null)
    return soon(title, '这个浏览器不能另写修改日志，台账只有数据库这一份，请勤备份，或改用桌面版。');
  if (journal.missingCount > 0)
    return bad(title, `日志里有 ${journal.missingCount} 处修改，台账里没有。点“一键修复”补回来。`);
  if (journal.damagedCount > 0)
    return soon(
      title,
      `日志里有 ${journal.damagedCount} 行读不出来，多半是断电时没写完的半行；能读的 ${journal.editCount} 处修改都在台账里。`,
    );
  const found = atStart?.editCount ?? 0;
  const back = found > 0 ? `打开时从日志找回了 ${found} 处，` : '';
  const whole = `${back}日志里的 ${journal.editCount} 处修改都在台账里，没有丢失。`;
  return isKeyBesideDatabase
    ? soon(
        title,
        `${whole}但还没有设本机口令：浏览器万一丢了数据库，密钥一起丢，日志就打不开。请到“设置 · 本机安全”设置口令。`,
      )
    : good(title, whole);
}

function backupLine(at: string, count: number, last: Surroundings['lastBackup']): CheckLine {
  const title = '备份';
  if (last === null) return soon(title, '还没有备份过。请到“设置 · 备份”点“现在备份”。');
  const days = daysBetween(chinaDayOf(last.madeAt), chinaDayOf(at));
  const when = formatInstant(last.madeAt);
  if (days < 0)
    return soon(
      title,
      `最近一份的时间是 ${when}，比现在还晚：电脑的时钟可能不对，请核对日期。备份不受影响。`,
    );
  if (days > backupMayBeOld)
    return soon(title, `最近一份是 ${days} 天前（${when}）的。请到“设置 · 备份”看看为什么没有备份。`);
  if (count < last.count)
    return soon(
      title,
      `最近一份（${when}）有 ${last.count} 条，现在 ${count} 条，少了 ${last.count - count} 条。县级调整过范围、清空过台账的，属正常；不是的，请恢复备份。`,
    );
  return good(title, `最近一份是 ${when} 的，${last.count} 条。`);
}
