import { type DemoReply, demoReply } from '@shared/sync/account-messages';
import { apiPrefix } from '@shared/sync/protocol';
import { useEffect, useState } from 'react';

export interface DemoServer {
  readonly serverUrl: string;
  readonly accounts: DemoReply['accounts'];
}

/** null unless this page was served by a demonstration: a real county does not answer here. */
async function findDemoServer(): Promise<DemoServer | null> {
  const { protocol, origin } = window.location;
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  try {
    const answer = await fetch(`${origin}${apiPrefix}/demo`, { signal: AbortSignal.timeout(5000) });
    const read = demoReply.safeParse(answer.ok ? await answer.json() : null);
    return read.success ? { serverUrl: origin, accounts: read.data.accounts } : null;
  } catch {
    // No network, or a server that only hands out files.
    return null;
  }
}

export function useDemoServer(): DemoServer | null {
  const [server, setServer] = useState<DemoServer | null>(null);
  useEffect(() => {
    let isCurrent = true;
    findDemoServer().then(
      (found) => isCurrent && setServer(found),
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, []);
  return server;
}
