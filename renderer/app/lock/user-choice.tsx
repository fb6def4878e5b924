/** Whose password it is. */
import { Select } from '@mantine/core';
import type { KeyFacts } from '@renderer/keys/key-state';
import classes from './lock-page.module.css';

interface UserChoiceProps {
  readonly facts: KeyFacts;
  readonly value: string;
  readonly onChange: (userId: string) => void;
}

export function UserChoice({ facts, value, onChange }: UserChoiceProps) {
  const [only] = facts.users;
  if (facts.users.length === 1 && only) return <p className={classes['who']}>{only.name}</p>;
  return (
    <Select
      label="使用人"
      data={facts.users.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      allowDeselect={false}
      onChange={(id) => id !== null && onChange(id)}
    />
  );
}

export const firstChoice = (facts: KeyFacts): string => facts.lastUserId ?? facts.users[0]?.id ?? '';
