import { platform } from '@renderer/platform/current-platform';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';

/** A package opened by double click is taken on the page of the exchange, which says first what it is. */
export function useOpenedPackages(): void {
  const navigate = useNavigate();
  useEffect(() => {
    const { openedPackages } = platform;
    if (openedPackages === null) return;
    const goThere = () => {
      navigate({ to: '/exchange' }).catch(() => {});
    };
    openedPackages.areWaiting().then(
      (areWaiting) => areWaiting && goThere(),
      () => {},
    );
    return openedPackages.onOpened(goThere);
  }, [navigate]);
}
