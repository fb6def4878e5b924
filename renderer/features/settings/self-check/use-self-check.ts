/** One examination when the page opens, again on demand, and after a repair. */
import { askFirst } from '@renderer/components/ask-first';
import type { Finding } from '@renderer/data/fingerprints/check-documents';
import type { RegisterCheck } from '@renderer/data/journal/examine-register';
import type { Replay } from '@renderer/data/journal/replay-missing';
import type { RegisterStore } from '@renderer/data/register-store';
import { useCallback, useEffect, useState } from 'react';

type Doing = 'examining' | 'repairing' | 'accepting' | null;

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function repairText({ editCount, documentCount, leftEdits }: Replay): string {
  const done = `已补回 ${documentCount} 条记录的 ${editCount} 处修改。`;
  if (leftEdits.length === 0) return done;
  return `${done}还有 ${leftEdits.length} 处找不到所属的记录，恢复最近的备份后会自动补上。`;
}

export function useSelfCheck(register: RegisterStore) {
  const [check, setCheck] = useState<RegisterCheck | null>(null);
  const [doing, setDoing] = useState<Doing>(null);
  const [repaired, setRepaired] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const run = useCallback(async (what: Doing, job: () => Promise<void>) => {
    setDoing(what);
    setProblem(null);
    try {
      await job();
    } catch (error) {
      setProblem(`没有检查完，台账没有改动。请重新打开台账后再试（${reasonOf(error)}）。`);
    }
    setDoing(null);
  }, []);
  const examine = useCallback(
    () => run('examining', async () => setCheck(await register.examine())),
    [run, register],
  );
  const repair = () =>
    run('repairing', async () => {
      setRepaired(repairText(await register.repair()));
      setCheck(await register.examine());
    });
  const accept = (losses: readonly Finding[]) =>
    run('accepting', async () => {
      const isSure = await askFirst({
        title: '按现在的样子记下？',
        text: '不见了的不会因此回来，变了的内容不会因此改回去，只是以后不再提醒。拿不准的，请先恢复备份。',
        yes: '记下',
      });
      if (!isSure) return;
      await register.acceptAsFound(losses);
      setCheck(await register.examine());
    });
  useEffect(() => void examine(), [examine]);
  return {
    check,
    doing,
    repaired,
    problem,
    examine: () => void examine(),
    repair: () => void repair(),
    accept: (losses: readonly Finding[]) => void accept(losses),
  };
}
