import { useTable } from '@renderer/data/react';
import { partOf } from '@renderer/features/parking-bay/parked-list';
import type { Role } from '@shared/sync/access';
import { useMemo } from 'react';

export interface WaitingCounts {
  readonly conflicts: number;
  readonly parked: number;
}

/** What waits for this person. At the county that includes what townships handed over. @param role null = not logged in */
export function useWaitingCounts(role: Role | null): WaitingCounts {
  const documents = useTable('conflicts');
  return useMemo(() => {
    let [conflicts, parked] = [0, 0];
    for (const document of documents) {
      if (document.kind === 'conflict') conflicts += document.state === 'open' ? 1 : 0;
      else {
        const part = partOf(document);
        if (part === 'waiting' || (part === 'handedOver' && role === 'organizer')) parked += 1;
      }
    }
    return { conflicts, parked };
  }, [documents, role]);
}
