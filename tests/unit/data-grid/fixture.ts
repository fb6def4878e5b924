import type { GridColumn } from '@renderer/components/data-grid/grid-types';

export interface Fruit {
  readonly id: string;
  readonly name: string;
  readonly kilos: number | null;
  readonly pickedOn: string | null;
  readonly grade: string | null;
  readonly isRipe: boolean | null;
}

export const columns: readonly GridColumn<Fruit>[] = [
  { id: 'name', label: '名称', kind: { type: 'text' }, value: (row) => row.name, isEditable: true },
  {
    id: 'kilos',
    label: '重量',
    kind: { type: 'number', min: 0 },
    value: (row) => row.kilos,
    isEditable: true,
    total: 'sum',
  },
  {
    id: 'pickedOn',
    label: '采摘日期',
    kind: { type: 'date', isPartial: true },
    value: (row) => row.pickedOn,
    isEditable: true,
    total: 'filled',
  },
  {
    id: 'grade',
    label: '等级',
    kind: {
      type: 'choice',
      options: [
        { value: 'top', label: '特级' },
        { value: 'first', label: '一级' },
      ],
    },
    value: (row) => row.grade,
    isEditable: true,
  },
  { id: 'isRipe', label: '成熟', kind: { type: 'flag' }, value: (row) => row.isRipe },
];

export const fruit = (id: string, more: Partial<Fruit> = {}): Fruit => ({
  id,
  name: id,
  kilos: null,
  pickedOn: null,
  grade: null,
  isRipe: null,
  ...more,
});
