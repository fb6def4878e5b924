/** 本机安全: what protects the register on this computer, in plain words, and what to do about it. */
import { Button } from '@mantine/core';
import { NoticeBox } from '@renderer/components/notice-box';
import { useOffice } from '@renderer/data/react';
import { useKeyState } from '@renderer/keys/current-desk';
import { platform } from '@renderer/platform/current-platform';
import { useState } from 'react';
import { Section } from '../section';
import classes from '../section.module.css';
import { OwnBlock } from './own-block';
import { ProtectDialog } from './protect-dialog';
import { UsersBlock } from './users-block';

export function SafetySection() {
  const state = useKeyState();
  const office = useOffice();
  // Stays open while the first password, and with it the state above, changes.
  const [isProtecting, setProtecting] = useState(false);
  return (
    <Section
      title="本机安全"
      intro="手机号、身份证号和留存的原文件加密后才存盘，单位名称、姓名等不加密。设了本机口令，不知道口令的人打不开台账，离开时自动锁定。"
    >
      {state.status === 'bare' && <BareNotice />}
      {state.status === 'open' && state.me === null && (
        <Unprotected guardedBy={state.facts.guardedBy} onProtect={() => setProtecting(true)} />
      )}
      {state.status === 'open' && state.me !== null && (
        <>
          <UsersBlock me={state.me} facts={state.facts} />
          <OwnBlock facts={state.facts} officeName={office?.name ?? ''} />
        </>
      )}
      <ProtectDialog
        isOpen={isProtecting}
        suggestedName={office?.filler ?? ''}
        officeName={office?.name ?? ''}
        onClose={() => setProtecting(false)}
      />
    </Section>
  );
}

const BareNotice = () => (
  <NoticeBox tone="soon" title="这个网址不能加密">
    网址不是 https 开头，浏览器不提供加密：本机台账明文存放，也不能设口令。请管理员把服务器改成
    https，或改用桌面版。
  </NoticeBox>
);

interface UnprotectedProps {
  readonly guardedBy: string | null;
  readonly onProtect: () => void;
}

function Unprotected({ guardedBy, onProtect }: UnprotectedProps) {
  const isSystem = platform.keyStore?.guard.kind === 'system';
  return (
    <div className={classes['block']}>
      <h3>还没有设本机口令</h3>
      <p className={classes['lead']}>
        {isSystem
          ? `手机号、身份证号已加密，密钥由系统的钥匙串保管（${guardedBy ?? ''}）。挡得住：硬盘被拿走。挡不住：用您的系统账号登录这台电脑的人。`
          : '手机号、身份证号已加密，密钥由这个浏览器保管。挡得住：翻看数据文件。挡不住：能用这台电脑、这个浏览器的人，或把整台电脑拿走的人。'}
        设了口令，密钥只由口令和恢复单打开，这些人也就都挡住了。
      </p>
      <Button onClick={onProtect}>设置本机口令…</Button>
    </div>
  );
}
