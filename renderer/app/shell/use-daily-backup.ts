import { backupKeeper } from '@renderer/data/backups/current-keeper';
import { useRegister } from '@renderer/data/react';
import { useEffect } from 'react';

/** Not in the way of the first page. */
const firstMs = 20_000;
/** The day changes, and a stick may be put in, while the program is open. */
const againMs = 30 * 60_000;

/** One backup on every day the register is open. */
export function useDailyBackup(): void {
  const register = useRegister();
  useEffect(() => {
    const backUp = () => void backupKeeper?.backUpDaily(register);
    const first = setTimeout(backUp, firstMs);
    const again = setInterval(backUp, againMs);
    return () => {
      clearTimeout(first);
      clearInterval(again);
    };
  }, [register]);
}
