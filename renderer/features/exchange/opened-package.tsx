import { platform } from '@renderer/platform/current-platform';
import { useEffect, useState } from 'react';
import { TakeDialog } from './packages/take-dialog';

/** Packages opened by double click, one after another: the next is taken when the one before is done with. */
export function OpenedPackage() {
  const [file, setFile] = useState<File | null>(null);
  useEffect(() => {
    const { openedPackages } = platform;
    if (openedPackages === null || file !== null) return;
    const take = () => {
      openedPackages.take().then(
        (taken) => setFile((current) => current ?? taken),
        () => {},
      );
    };
    take();
    return openedPackages.onOpened(take);
  }, [file]);
  return file === null ? null : <TakeDialog file={file} onClose={() => setFile(null)} />;
}
