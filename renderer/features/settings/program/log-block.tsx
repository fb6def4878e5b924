import { notifications } from '@mantine/notifications';
import { BusyButton } from '@renderer/components/busy-button';
import { platform } from '@renderer/platform/current-platform';
import { useState } from 'react';
import classes from '../section.module.css';

/** The log goes to whoever helps: by mail or stick, as a text file anybody can read before it leaves. */
export function LogBlock() {
  const [isSaving, setSaving] = useState(false);
  const save = async () => {
    setSaving(true);
    try {
      if ((await platform.saveLog?.()) === 'saved') notifications.show({ message: '运行记录已保存' });
    } catch (error) {
      notifications.show({
        color: 'red',
        title: '没有保存运行记录',
        message: error instanceof Error ? error.message : '请换一个位置再试。',
        autoClose: false,
      });
    } finally {
      setSaving(false);
    }
  };
  return (
    <div className={classes['block']}>
      <h3>运行记录</h3>
      <p className={classes['lead']}>
        程序出问题时，把运行记录发给技术人员。里面只有程序做了什么，没有台账内容和人员信息，可以先打开看看。
      </p>
      <BusyButton variant="default" onClick={() => void save()} doing={isSaving ? '正在保存' : null}>
        保存运行记录
      </BusyButton>
    </div>
  );
}
