/** The small forms of getting in: a code, a name and a password, a new password. Each reports what the county said. */
import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import type { Asked } from '@renderer/sync/status/sync-status';
import { passwordMinLength } from '@shared/sync/account-messages';
import { type FormEvent, type ReactNode, useState } from 'react';
import classes from './account.module.css';
import { passwordProblem } from './password-problem';

interface AskingFormProps {
  readonly button: string;
  /** null = ready to be sent; else what is missing, shown after the first try. */
  readonly missing: string | null;
  readonly onAsk: () => Promise<Asked>;
  readonly onDone?: () => void;
  readonly onBack?: (() => void) | undefined;
  readonly children: ReactNode;
}

/** One request at a time; the refusal stays above the button until the next try. */
function AskingForm({ button, missing, onAsk, onDone, onBack, children }: AskingFormProps) {
  const [isAsking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setRefusal(missing);
    if (missing !== null) return;
    setAsking(true);
    const asked = await onAsk();
    setAsking(false);
    if (asked.ok) onDone?.();
    else setRefusal(asked.problem.text);
  };
  return (
    <form noValidate className={classes['form']} onSubmit={(event) => void submit(event)}>
      {children}
      {refusal !== null && (
        <Alert color="red" role="alert" p="xs">
          {refusal}
        </Alert>
      )}
      <div className={classes['foot']}>
        <Button type="submit" loading={isAsking}>
          {button}
        </Button>
        {onBack !== undefined && (
          <Button variant="default" onClick={onBack} disabled={isAsking}>
            返回
          </Button>
        )}
      </div>
    </form>
  );
}

interface EnrolFormProps {
  /** Address of the county server this page came from; empty when it did not. */
  readonly suggestedUrl: string;
  /** From a scanned address; empty when there was none. */
  readonly suggestedCode: string;
  readonly onEnrol: (serverUrl: string, code: string) => Promise<Asked>;
  readonly onDone: () => void;
  readonly onBack?: (() => void) | undefined;
}

export function EnrolForm({ suggestedUrl, suggestedCode, onEnrol, onDone, onBack }: EnrolFormProps) {
  const [address, setAddress] = useState('');
  const [code, setCode] = useState(suggestedCode);
  // A page may only talk to the server it came from.
  const shown = suggestedUrl === '' ? address : suggestedUrl;
  const missing =
    shown.trim() === ''
      ? '请填写县级服务器地址，例如 https://dangjian.example.gov.cn'
      : code.trim() === ''
        ? '请填写县级发的登记码。'
        : null;
  return (
    <AskingForm
      button="登记这台设备"
      missing={missing}
      onAsk={() => onEnrol(shown, code.trim())}
      onDone={onDone}
      onBack={onBack}
    >
      <TextInput
        label="县级服务器地址"
        description={
          suggestedUrl === '' ? '县级管理员会连同登记码一起告诉您。' : '就是打开这个页面的服务器，不用再填。'
        }
        readOnly={suggestedUrl !== ''}
        placeholder="例如 https://dangjian.example.gov.cn"
        withAsterisk
        value={shown}
        onChange={(event) => setAddress(event.currentTarget.value)}
      />
      <TextInput
        label="登记码"
        description="每台电脑一个，用过一次就失效；字母大小写、空格和横线都不要紧。"
        withAsterisk
        data-autofocus
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
    </AskingForm>
  );
}

interface LoginFormProps {
  readonly onLogin: (userName: string, password: string) => Promise<Asked>;
  readonly onBack?: (() => void) | undefined;
}

export function LoginForm({ onLogin, onBack }: LoginFormProps) {
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const missing = userName.trim() === '' || password === '' ? '请填写用户名和密码。' : null;
  return (
    <AskingForm
      button="登录"
      missing={missing}
      onAsk={() => onLogin(userName.trim(), password)}
      onBack={onBack}
    >
      <TextInput
        label="用户名"
        withAsterisk
        autoComplete="username"
        data-autofocus
        value={userName}
        onChange={(event) => setUserName(event.currentTarget.value)}
      />
      <PasswordInput
        label="密码"
        withAsterisk
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={showPassword}
      />
    </AskingForm>
  );
}

const showPassword = { 'aria-label': '显示或隐藏密码' };

interface PasswordFormProps {
  /** The present one, when it was just typed; null = ask for it. */
  readonly known: string | null;
  readonly onChange: (oldPassword: string, newPassword: string) => Promise<Asked>;
  readonly onDone: () => void;
}

export function PasswordForm({ known, onChange, onDone }: PasswordFormProps) {
  const [old, setOld] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const missing = known === null && old === '' ? '请填写现在的密码。' : passwordProblem(next, again);
  const field = (label: string, value: string, set: (text: string) => void, autoComplete: string) => (
    <PasswordInput
      label={label}
      withAsterisk
      autoComplete={autoComplete}
      value={value}
      onChange={(event) => set(event.currentTarget.value)}
      visibilityToggleButtonProps={showPassword}
    />
  );
  return (
    <AskingForm
      button="改密码"
      missing={missing}
      onAsk={() => onChange(known ?? old, next)}
      onDone={() => {
        setOld('');
        setNext('');
        setAgain('');
        onDone();
      }}
    >
      {known === null && field('现在的密码', old, setOld, 'current-password')}
      {field(`新密码（至少 ${passwordMinLength} 位）`, next, setNext, 'new-password')}
      {field('再填一次新密码', again, setAgain, 'new-password')}
    </AskingForm>
  );
}
