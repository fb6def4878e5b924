import { fieldProblems } from '@renderer/data/field-problems';
import { collectionSchemas } from '@shared/domain/collections';
import { expect, it } from 'vitest';
import { buildDocument } from '../../support/build-documents';

const unit = buildDocument('units', {
  id: 'u',
  unitType: 'enterprise',
  name: '恒兴公司',
  townshipId: 't',
  status: 'operating',
});
const saidOf = (change: object) => {
  const document = { ...unit, ...change };
  const { error } = collectionSchemas.units.safeParse(document);
  return error
    ? fieldProblems('units', document, error).map(({ code, field, text }) => [code, field, text])
    : [];
};

it.each([
  [{ name: '' }, 'fieldEmpty', 'name', '“单位名称”不能为空'],
  [{ name: null }, 'fieldMissing', 'name', '“单位名称”必须填写'],
  [{ staff: 1.5 }, 'fieldNotWhole', 'staff', '“从业人员”必须是整数'],
  [{ staff: '多' }, 'fieldWrongType', 'staff', '“从业人员”的内容类型不对'],
  [{ staff: -1 }, 'fieldTooSmall', 'staff', '“从业人员”不能小于0'],
  [{ foundedOn: '昨天' }, 'fieldFormat', 'foundedOn', '“成立日期”的格式不对'],
  [{ status: 'open' }, 'fieldNotOffered', 'status', '“经营状态”不是可选的内容'],
  [{ owner: { ...unit.owner, nickname: '老王' } }, 'fieldUnknown', 'owner', '中没有“nickname”这一项'],
])('says of %j what is wrong and where', (change, code, field, text) => {
  expect(saidOf(change)).toEqual([[`data.${code}`, field, expect.stringContaining(text)]]);
});
