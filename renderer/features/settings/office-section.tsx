import { TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { BusyButton } from '@renderer/components/busy-button';
import { useOffice } from '@renderer/data/react';
import { metaOf } from '@shared/domain/define';
import { type Office, settingSchemas } from '@shared/domain/setting';
import { useEffect } from 'react';
import { z } from 'zod';
import { Section } from './section';
import classes from './section.module.css';
import { useSave } from './use-save';

const fields = settingSchemas.office.shape;
const formSchema = z.object({
  name: z.string().trim().min(1, '请填写单位全称，报表左上角要印'),
  countyName: z.string().trim(),
  filler: z.string().trim(),
  reviewer: z.string().trim(),
  phone: z.string().trim(),
});
type Values = z.infer<typeof formSchema>;

const keys = ['name', 'countyName', 'filler', 'reviewer', 'phone'] as const;
const valuesOf = (office: Office): Values => ({
  name: office.name,
  countyName: office.countyName ?? '',
  filler: office.filler ?? '',
  reviewer: office.reviewer ?? '',
  phone: office.phone ?? '',
});

function OfficeForm({ office }: { readonly office: Office }) {
  const { save, isSaving } = useSave();
  const form = useForm<Values>({
    mode: 'uncontrolled',
    initialValues: valuesOf(office),
    validate: schemaResolver(formSchema, { sync: true }),
  });
  const submit = form.onSubmit(async (values) => {
    const changes = Object.fromEntries(keys.map((key) => [key, values[key].trim() || null]));
    await save([{ op: 'change', collection: 'settings', id: office.id, changes }], '修改填报单位');
  });
  const { setValues } = form;
  // Saved here, taken back by undo, or changed in another window.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new state of the document counts.
  useEffect(() => setValues(valuesOf(office)), [office]);
  return (
    <form onSubmit={submit}>
      <div className={classes['grid']}>
        {keys.map((key) => (
          <TextInput
            key={form.key(key)}
            label={metaOf(fields[key]).label}
            withAsterisk={key === 'name'}
            {...form.getInputProps(key)}
          />
        ))}
      </div>
      <div className={classes['foot']}>
        <BusyButton type="submit" doing={isSaving ? '正在保存' : null}>
          保存
        </BusyButton>
      </div>
    </form>
  );
}

export function OfficeSection() {
  const office = useOffice();
  return (
    <Section title="填报单位" intro="印在每张报表的填报单位一行和页脚，也显示在左上角。">
      {office && <OfficeForm key={office.id} office={office} />}
    </Section>
  );
}
