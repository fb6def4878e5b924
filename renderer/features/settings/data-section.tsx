import { Button } from '@mantine/core';
import { useRegister, useTable } from '@renderer/data/react';
import { collectionLabels, collectionNames } from '@shared/domain/collections';
import { Link } from '@tanstack/react-router';
import { ClearBlock } from './clear-block';
import { Section } from './section';
import classes from './section.module.css';
import { StorageBlock } from './storage-block';

/** How many records of each kind are here, so that a backup can be compared with what it holds. */
function CountsTable() {
  const register = useRegister();
  // The tables below are read once per change of units: the counts are for orientation.
  useTable('units');
  const counts = collectionNames
    .map((name) => ({ label: collectionLabels[name], count: register.table(name).all().length }))
    .filter(({ count }) => count > 0);
  return (
    <p className={classes['quiet']}>
      本机现有：{counts.map(({ label, count }) => `${label} ${count}`).join('，') || '还没有数据'}。
    </p>
  );
}

function SelfCheckBlock() {
  return (
    <div className={classes['block']}>
      <h3>自检</h3>
      <p className={classes['lead']}>
        每次打开时自动核对修改日志。也可以随时把磁盘上的台账逐条读一遍，看有没有损坏、有没有漏掉的修改。
      </p>
      <Button variant="default" component={Link} to="/self-check">
        查看自检报告
      </Button>
    </div>
  );
}

/** 数据: how much there is, how it is kept on this computer, and starting over. */
export function DataSection() {
  return (
    <Section title="数据" intro="台账存在这台电脑上，不联网也在。">
      <CountsTable />
      <SelfCheckBlock />
      <StorageBlock />
      <ClearBlock />
    </Section>
  );
}
