import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/** The page that was asked for comes first. */
const patienceMs = 3000;

/**
 * Fetches what all pages are made of while there is a network: an open ledger must not depend on it afterwards. What
 * cannot be fetched now is asked for again when the network is back, or its page is opened.
 */
export function usePreloadedPages(): void {
  const router = useRouter();
  useEffect(() => {
    const fetchAll = async () => {
      // One that is cut off must not keep the others away.
      for (const route of Object.values(router.routesById))
        await router.loadRouteChunk(route)?.catch(() => {});
    };
    const timer = setTimeout(() => void fetchAll(), patienceMs);
    const again = () => void fetchAll();
    window.addEventListener('online', again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', again);
    };
  }, [router]);
}
