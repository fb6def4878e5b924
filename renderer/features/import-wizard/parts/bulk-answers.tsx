import { Button } from '@mantine/core';
import type { PlanItemView } from '@renderer/workers/import-desk/client';
import { useMemo } from 'react';
import { alikeQuestions } from '../session/plan-groups';
import { useWizard } from '../session/use-wizard';
import classes from './plan-items.module.css';

/** One answer for all questions of a kind, where every one of them offers it. */
export function BulkAnswers({ items }: { readonly items: readonly PlanItemView[] }) {
  const { wizard } = useWizard();
  const questions = useMemo(() => alikeQuestions(items), [items]);
  return questions.map(({ code, title, keys, options }) => (
    <div key={code} className={classes['bulk']}>
      <span>
        “{title}”有{keys.length}条，全部：
      </span>
      {options.map((option) => (
        <Button
          key={option.code}
          size="compact-sm"
          variant="default"
          onClick={() =>
            wizard.dispatch({
              type: 'decided',
              decisions: Object.fromEntries(keys.map((key) => [key, option.code])),
            })
          }
        >
          {option.label}
        </Button>
      ))}
    </div>
  ));
}
