/** Small forms around the local password: one try at a time, the refusal stays above the button until the next. */
import { Alert, PasswordInput } from '@mantine/core';
import { BusyButton } from '@renderer/components/busy-button';
import { keyProblems } from '@shared/problems/key-problems';
import type { Problem } from '@shared/problems/problem';
import { type FormEvent, type ReactNode, useState } from 'react';
import classes from './safety.module.css';

interface KeyFormProps {
  readonly button: string;
  /** What the button says while it works: deriving a key takes a moment, on purpose. */
  readonly doing: string;
  /** null = it is done; else why not. */
  readonly onTry: () => Promise<Problem | null>;
  readonly children: ReactNode;
  /** Beside the button. */
  readonly aside?: ReactNode;
}

export function KeyForm({ button, doing, onTry, children, aside }: KeyFormProps) {
  const [isTrying, setTrying] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTrying(true);
    setProblem(null);
    const found = await onTry();
    setProblem(found);
    setTrying(false);
  };
  return (
    <form noValidate className={classes['form']} onSubmit={(event) => void submit(event)}>
      {children}
      {problem !== null && (
        <Alert color="red" role="alert" p="xs">
          {problem.text}
        </Alert>
      )}
      <div className={classes['foot']}>
        <BusyButton type="submit" doing={isTrying ? doing : null}>
          {button}
        </BusyButton>
        {aside}
      </div>
    </form>
  );
}

interface PasswordFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (password: string) => void;
  /** For the password manager of the browser: one to fill in, or a new one. */
  readonly isNew?: boolean;
  readonly hasFocus?: boolean;
}

export function PasswordField({
  label,
  value,
  onChange,
  isNew = false,
  hasFocus = false,
}: PasswordFieldProps) {
  return (
    <PasswordInput
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete={isNew ? 'new-password' : 'current-password'}
      visibilityToggleButtonProps={{ 'aria-label': '显示或隐藏口令' }}
      {...(hasFocus ? { 'data-autofocus': true, autoFocus: true } : {})}
    />
  );
}

/** A new password typed twice. */
export interface NewPassword {
  readonly first: string;
  readonly again: string;
}
export const noPassword: NewPassword = { first: '', again: '' };

interface NewPasswordFieldsProps {
  readonly value: NewPassword;
  readonly onChange: (value: NewPassword) => void;
}

export function NewPasswordFields({ value, onChange }: NewPasswordFieldsProps) {
  return (
    <>
      <PasswordField
        label="新口令（至少 8 位）"
        isNew
        value={value.first}
        onChange={(first) => onChange({ ...value, first })}
      />
      <PasswordField
        label="再输一次新口令"
        isNew
        value={value.again}
        onChange={(again) => onChange({ ...value, again })}
      />
    </>
  );
}

export const differs = ({ first, again }: NewPassword): Problem | null =>
  first === again ? null : keyProblems.passwordsDiffer({});
