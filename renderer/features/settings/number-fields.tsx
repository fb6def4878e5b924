import { NumberInput } from '@mantine/core';
import { metaOf } from '@shared/domain/define';
import type { z } from 'zod';
import classes from './section.module.css';

type Numbers = Readonly<Record<string, number>>;

interface NumberFieldsProps<V extends Numbers> {
  readonly schema: z.ZodType<V> & { readonly shape: Readonly<Record<string, z.ZodType>> };
  readonly value: V;
  readonly onChange: (value: V) => void;
}

/** One box per whole number of a group of rules, with the words of the model. */
export function NumberFields<V extends Numbers>({ schema, value, onChange }: NumberFieldsProps<V>) {
  return (
    <div className={classes['grid']}>
      {Object.entries(schema.shape).map(([key, field]) => (
        <NumberInput
          key={key}
          label={metaOf(field).label}
          value={value[key] ?? ''}
          min={0}
          allowDecimal={false}
          error={field.safeParse(value[key]).success ? null : '这个数不能用，请改大一些'}
          onChange={(next) => typeof next === 'number' && onChange({ ...value, [key]: next })}
        />
      ))}
    </div>
  );
}
