import { Button, Textarea, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { BusyButton } from '@renderer/components/busy-button';
import { useRegister } from '@renderer/data/react';
import { startBlank } from '@renderer/data/start';
import { cleanText } from '@shared/lib/text';
import { useState } from 'react';
import { z } from 'zod';
import { parseVillageList } from './village-list';
import classes from './welcome.module.css';

const formSchema = z.object({
  officeName: z.string().trim().min(1, '请填写单位全称，例如：青溪镇党建办'),
  countyName: z.string().trim().min(1, '请填写所在县（市、区），例如：云岭县'),
  townshipName: z.string(),
  villages: z.string(),
});
type Values = z.infer<typeof formSchema>;

interface NewRegisterFormProps {
  readonly onBack: () => void;
  readonly onCreated: () => void;
}

/** Whose register it is and which places it has: everything else comes later. */
export function NewRegisterForm({ onBack, onCreated }: NewRegisterFormProps) {
  const register = useRegister();
  const [isSaving, setSaving] = useState(false);
  const form = useForm<Values>({
    mode: 'controlled',
    initialValues: { officeName: '', countyName: '', townshipName: '', villages: '' },
    validate: schemaResolver(formSchema, { sync: true }),
  });
  const villages = parseVillageList(form.values.villages);
  const submit = form.onSubmit(async (values) => {
    setSaving(true);
    const result = await startBlank(register, {
      officeName: values.officeName.trim(),
      countyName: values.countyName.trim(),
      townshipName: cleanText(values.townshipName),
      villages,
    });
    setSaving(false);
    if (result.status === 'saved') return onCreated();
    const message = result.problems[0]?.problem.text ?? '请检查磁盘空间后重试。';
    notifications.show({ color: 'red', title: '没有建成', message, autoClose: false });
  });
  return (
    <>
      <h1 className={classes['title']}>新建空白台账</h1>
      <p className={classes['intro']}>填两项就能开始，其余以后在设置里补。</p>
      <form className={classes['form']} onSubmit={submit}>
        <TextInput
          label="填报单位"
          placeholder="例如：青溪镇党建办"
          withAsterisk
          data-autofocus
          {...form.getInputProps('officeName')}
        />
        <div className={classes['pair']}>
          <TextInput
            label="县（市、区）"
            placeholder="例如：云岭县"
            withAsterisk
            {...form.getInputProps('countyName')}
          />
          <TextInput
            label="乡镇（街道）"
            placeholder="县级单位可不填"
            {...form.getInputProps('townshipName')}
          />
        </div>
        <Textarea
          label="所辖村（社区）"
          description="每行一个，可从 Excel 整列复制粘贴；也可以先空着，导入时会自动认出来。"
          autosize
          minRows={4}
          maxRows={8}
          {...form.getInputProps('villages')}
        />
        {villages.length > 0 && <span role="status">认出 {villages.length} 个村（社区）</span>}
        <div className={classes['foot']}>
          <BusyButton type="submit" doing={isSaving ? '正在建立台账' : null}>
            建立台账
          </BusyButton>
          <Button variant="default" onClick={onBack}>
            返回
          </Button>
        </div>
      </form>
    </>
  );
}
