import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useFacts } from '@renderer/data/figures/react';
import { blankSheets, buildBlankSheet } from '../session/blank-sheet';
import { saveBlankSheet } from '../session/save-blank-sheet';
import classes from './blank-sheets.module.css';

/** For offices that have no ledger yet: the official heading to fill in. */
export function BlankSheets() {
  const facts = useFacts();
  const save = async (code: (typeof blankSheets)[number]['code'], name: string) => {
    const problem = await saveBlankSheet(buildBlankSheet(code, facts), name);
    if (problem) notifications.show({ color: 'red', title: '空白表没有生成', message: problem.text });
  };
  return (
    <section className={classes['line']} aria-label="空白表">
      <span>没有现成的表格？下载空白表，填好再导入：</span>
      {blankSheets.map(({ code, name }) => (
        <Button
          key={code}
          size="compact-sm"
          variant="default"
          onClick={() => {
            void save(code, name);
          }}
        >
          {name}
        </Button>
      ))}
    </section>
  );
}
