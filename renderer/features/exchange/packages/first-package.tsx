import { useSyncStatus } from '@renderer/sync/status/react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import classes from '../exchange.module.css';
import { TakeButton } from './take-button';
import { TakeDialog } from './take-dialog';

/** For the page that connects a computer: the way in where no cable leads to the county (SPEC, PACKAGE-9). */
export function FirstPackage() {
  const { link } = useSyncStatus();
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const isOffered = link === 'alone' || link === 'wiped';
  return (
    <>
      {isOffered && (
        <div className={classes['firstPackage']}>
          <p className={classes['text']}>
            这里不通县级网络？请县级做一个“首次数据包”用 U 盘带来，凭开包码导入，这台电脑就登记好了。
          </p>
          <TakeButton label="导入首次数据包…" onFile={setFile} />
        </div>
      )}
      {file !== null && (
        <TakeDialog
          file={file}
          onClose={(isTaken) => {
            setFile(null);
            if (isTaken) navigate({ to: '/exchange' }).catch(() => {});
          }}
        />
      )}
    </>
  );
}
