/** B7 meeting 会议 / activity 活动. One record may serve several kinds and counts once per kind. */
import { z } from 'zod';
import { codeList, entity, field } from './define';
import { documentFields } from './document';
import {
  count,
  id,
  idList,
  mapOf,
  optionalAmount,
  optionalCount,
  optionalFlag,
  optionalId,
  optionalInstant,
  optionalLongText,
  optionalText,
  text,
} from './values';

export const activityKinds = codeList('活动类型', {
  general: '党员大会',
  committee: '支委会',
  group: '党小组会',
  lecture: '党课',
  themeDay: '主题党日',
  orgLife: '组织生活会',
  demLife: '民主生活会',
  appraisal: '民主评议党员',
  workerMeeting: '党务工作者例会',
  joint: '联席会议',
  study: '交互学习',
  volunteer: '志愿服务',
  training: '培训',
  forum: '讲坛',
  recreation: '文体活动',
  other: '其他',
});
export const absenceReasons = codeList('缺席原因', { leave: '请假', noReason: '无故' });
export const voteMethods = codeList('表决方式', { secret: '无记名投票', hands: '举手' });

export const voteSchema = entity({
  item: field('表决事项', text),
  eligible: field('有表决权', count, { measure: '人' }),
  presentEligible: field('到会有表决权', count, { measure: '人' }),
  yes: field('赞成', count, { measure: '票' }),
  no: field('反对', count, { measure: '票' }),
  abstain: field('弃权', count, { measure: '票' }),
  method: field('表决方式', voteMethods.schema),
  isElection: field('是否选举', optionalFlag),
});
const absenceSchema = entity({
  personId: field('党员', id),
  reason: field('缺席原因', absenceReasons.schema.nullable().default(null)),
  hasWrittenSpeech: field('书面发言', optionalFlag),
});

export const activitySchema = entity({
  ...documentFields,
  kinds: field('活动类型', z.array(activityKinds.schema).min(1), { isMust: true }),
  partyOrgId: field('党组织', id, { isMust: true }),
  /** Local day and time as an office writes it: YYYY-MM-DD or YYYY-MM-DDTHH:mm. */
  startOn: field('时间', z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/), { isMust: true }),
  endAt: field('结束时间', optionalInstant),
  place: field('地点', optionalText),
  roomId: field('活动阵地', optionalId),
  host: field('主持人', optionalText, { isMust: true }),
  recorder: field('记录人', optionalText),
  topic: field('议题', text, { isMust: true }),
  due: field('应到', idList),
  present: field('实到', idList),
  dueCount: field('应到人数', optionalCount, { measure: '人' }),
  presentCount: field('实到人数', optionalCount, { measure: '人' }),
  absent: field('缺席', mapOf(absenceSchema)),
  content: field('内容', optionalLongText),
  decisions: field('决议', optionalLongText),
  votes: field('表决', mapOf(voteSchema)),
  lecturer: field('主讲人', optionalText),
  hours: field('学时', optionalAmount),
});
export type Activity = z.infer<typeof activitySchema>;
