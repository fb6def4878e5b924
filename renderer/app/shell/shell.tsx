import { notifications } from '@mantine/notifications';
import { spotlight } from '@mantine/spotlight';
import { useAsOf, useFactsPart } from '@renderer/data/figures/react';
import { useOffice, useRegister } from '@renderer/data/react';
import { PasswordGate } from '@renderer/features/account/password-gate';
import { WelcomePage } from '@renderer/features/welcome/welcome-page';
import { chinaDayOf } from '@shared/lib/day';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useShortcuts } from '../use-shortcuts';
import { CommandBox } from './command-box';
import { KeyboardHelp } from './keyboard-help';
import { Rail } from './rail';
import { RegisterNotices } from './register-notices';
import classes from './shell.module.css';
import { TopBar } from './top-bar';
import { useDailyBackup } from './use-daily-backup';
import { useDutyNotice } from './use-duty-notice';
import { useOpenedLinks } from './use-opened-links';
import { useOpenedPackages } from './use-opened-packages';
import { usePreloadedPages } from './use-preloaded-pages';

/** Undo and redo with a word about what happened. */
function useTakeBack() {
  const register = useRegister();
  const tell = (verb: string, label: string | null) => {
    const problem = register.undoState.get().lastProblem;
    if (problem) notifications.show({ color: 'yellow', title: `${verb}未完成`, message: problem.text });
    else if (label !== null) notifications.show({ message: `${verb}：${label}`, autoClose: 2500 });
  };
  return {
    undo: () => void register.undo().then((label) => tell('已撤销', label)),
    redo: () => void register.redo().then((label) => tell('已重做', label)),
  };
}

/** Apart from the frame, which would be drawn again with each edit: it looks at all facts. */
function DutyNotice() {
  useDutyNotice();
  return null;
}

/** @param officeName null while the very first import, or connecting, is under way: there is nowhere else to go yet. */
function OpenShell({ officeName }: { readonly officeName: string | null }) {
  const asOf = useFactsPart((view) => view.asOf);
  const isRecounting = useFactsPart((view) => view.isRecounting);
  const [chosenDay, setAsOf] = useAsOf();
  const today = chinaDayOf(useRegister().now());
  const { undo, redo } = useTakeBack();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const [isHelpOpen, setHelpOpen] = useState(false);
  usePreloadedPages();
  useDailyBackup();
  useOpenedLinks(officeName !== null);
  useOpenedPackages();
  useShortcuts({ find: spotlight.open, undo, redo, showKeys: () => setHelpOpen(true) });
  return (
    <div className={classes['shell']}>
      <a className={classes['skip']} href="#main">
        跳到正文
      </a>
      <DutyNotice />
      <div className={classes['bar']}>
        <TopBar
          officeName={officeName ?? '两新台账'}
          asOf={isRecounting ? (chosenDay ?? today) : asOf}
          isRecounting={isRecounting}
          today={today}
          onAsOf={(day) => setAsOf(day === today ? null : day)}
          onFind={spotlight.open}
          onUndo={undo}
          onRedo={redo}
        />
      </div>
      <div className={classes['rail']}>{officeName !== null && <Rail />}</div>
      <div className={classes['notices']}>
        <RegisterNotices />
      </div>
      <main id="main" className={classes['main']} tabIndex={-1}>
        <Outlet />
      </main>
      <CommandBox onShowKeys={() => setHelpOpen(true)} onUndo={undo} onRedo={redo} />
      {path !== '/connect' && <PasswordGate />}
      <KeyboardHelp isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </div>
  );
}

/** Pages that may bring a register into being, and go on undisturbed when they do. */
const beginnings: ReadonlySet<string> = new Set(['/import', '/connect', '/restore']);
const placeOf = {
  overview: '/overview',
  import: '/import',
  connect: '/connect',
  restore: '/restore',
} as const;

/** The frame of every page. Without a register there are only the first screen and the pages it leads to. */
export function Shell() {
  const office = useOffice();
  const navigate = useNavigate();
  const isBeginning = useLocation({ select: ({ pathname }) => beginnings.has(pathname) });
  // A wall has the screen to itself.
  const isWall = useLocation({ select: ({ pathname }) => pathname === '/wall' });
  if (office === null && !isBeginning)
    return (
      <WelcomePage
        onReady={(next) => {
          navigate({ to: placeOf[next] }).catch(() => {});
        }}
      />
    );
  if (isWall) return <Outlet />;
  return <OpenShell officeName={office?.name ?? null} />;
}
