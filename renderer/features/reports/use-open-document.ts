import { useRegister } from '@renderer/data/react';
import { type LinkProps, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';

interface OpenDocument {
  readonly canOpen: (id: string) => boolean;
  readonly open: (id: string) => void;
}

type Goal = Pick<LinkProps, 'to' | 'params' | 'search'>;

/** Where the name of a row leads: a place to its own table, everything else to its page in the ledger. */
export function useOpenDocument(scopeOrgUnitId: string): OpenDocument {
  const register = useRegister();
  const navigate = useNavigate();
  const { table } = useSearch({ from: '/reports' });
  return useMemo(() => {
    const goalOf = (id: string): Goal | null => {
      if (id === scopeOrgUnitId) return null;
      if (register.table('orgUnits').get(id))
        return { to: '/reports', search: { ...(table ? { table } : {}), scope: id } };
      if (register.table('units').get(id)) return { to: '/ledger/units/$unitId', params: { unitId: id } };
      for (const name of ['instructors', 'partyRooms'] as const)
        if (register.table(name).get(id))
          return { to: '/ledger/$table', params: { table: name }, search: { record: id } };
      return null;
    };
    return {
      canOpen: (id) => goalOf(id) !== null,
      open: (id) => {
        const goal = goalOf(id);
        if (goal) navigate(goal).catch(() => {});
      },
    };
  }, [register, navigate, table, scopeOrgUnitId]);
}
