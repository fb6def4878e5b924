import { notifications } from '@mantine/notifications';
import { useRegister } from '@renderer/data/react';
import { linkToRecord } from '@renderer/data/record-title';
import type { RegisterStore } from '@renderer/data/register-store';
import { platform } from '@renderer/platform/current-platform';
import type { DeepLink, DeepLinkPage } from '@shared/ipc/deep-link';
import { desktopProblems } from '@shared/problems/desktop-problems';
import { type LinkProps, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';

type Goal = Pick<LinkProps, 'to' | 'params' | 'search'>;

const table = (name: string): Goal => ({ to: '/ledger/$table', params: { table: name } });

const pages: Readonly<Record<DeepLinkPage, Goal>> = {
  overview: { to: '/overview' },
  boards: { to: '/boards' },
  duties: { to: '/duties' },
  units: table('units'),
  partyOrgs: table('partyOrgs'),
  people: table('people'),
  import: { to: '/import' },
  reports: { to: '/reports' },
  exchange: { to: '/exchange' },
  conflicts: { to: '/conflicts' },
  settings: { to: '/settings' },
  help: { to: '/help' },
};

/** null = the register does not have the record, or no page shows it. */
function goalOf(register: RegisterStore, link: DeepLink): Goal | null {
  if (link.kind === 'page') return pages[link.page];
  const document = register.table(link.collection).get(link.id);
  return document === undefined ? null : linkToRecord(link.collection, document);
}

/**
 * An address that opened the program shows its page or record; one opened while the ledger was locked waits until now.
 * @param hasOffice false while the very first import is under way: nothing leads away from that
 */
export function useOpenedLinks(hasOffice: boolean): void {
  const register = useRegister();
  const navigate = useNavigate();
  useEffect(() => {
    const { openedLinks } = platform;
    if (openedLinks === null || !hasOffice) return;
    const goThere = async () => {
      const link = await openedLinks.take();
      if (link === null) return;
      const goal = goalOf(register, link);
      if (goal !== null) await navigate(goal);
      else notifications.show({ color: 'red', message: desktopProblems.linkedRecordMissing({}).text });
    };
    const go = () => void goThere().catch(() => {});
    go();
    return openedLinks.onOpened(go);
  }, [register, navigate, hasOffice]);
}
