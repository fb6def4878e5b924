/** One examination when the page opens, again on demand, and after a repair. */
import type { RegisterCheck } from '@renderer/data/journal/examine-register';
import type { RegisterStore } from '@renderer/data/register-store';
import { useCallback, useEffect, useState } from 'react';

type Doing = 'examining' | 'repairing' | null;

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

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
      const { editCount, documentCount, leftEdits } = await register.repair();
      const left =
        leftEdits.length === 0
          ? ''
          : `还有 ${leftEdits.length} 处找不到所属的记录，恢复最近的备份后会自动补上。`;
      setRepaired(`已补回 ${documentCount} 条记录的 ${editCount} 处修改。${left}`);
      setCheck(await register.examine());
    });
  useEffect(() => void examine(), [examine]);
  return { check, doing, repaired, problem, examine: () => void examine(), repair: () => void repair() };
}
