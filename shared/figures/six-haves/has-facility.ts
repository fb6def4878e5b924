/** 阵地设施 (sets B and C): a room of the organization or the unit has the facility named by `subject`. */

import { metaOf } from '@shared/domain/define';
import { facilitiesSchema } from '@shared/domain/party-room';
import { listRooms } from './has-venue';
import type { AutoRule } from './rule-model';

type Facility = keyof typeof facilitiesSchema.shape;
const isFacility = (name: string | null): name is Facility => name !== null && name in facilitiesSchema.shape;

export const hasFacility: AutoRule = (input, { subject }) => {
  if (!isFacility(subject))
    return {
      isMet: false,
      explain: () => ({
        why: '标准没有写明设施',
        shortfalls: [{ toDo: '在标准中选择设施', gap: '标准未写明' }],
      }),
    };
  const label = metaOf(facilitiesSchema.shape[subject]).label;
  const room = listRooms(input).find((one) => one.facilities[subject] === true);
  return {
    isMet: room !== undefined,
    explain: () => ({
      why: room ? `${room.name}有${label}` : `没有阵地登记了${label}`,
      shortfalls: room ? [] : [{ toDo: `配备并登记${label}`, gap: `缺${label}` }],
    }),
  };
};
