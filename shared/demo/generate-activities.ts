/** Meetings and activities of the last twelve months, more of them where an organization works well. */
import { addDays, addMonths } from '@shared/lib/day';
import type { DemoContext, DemoOrg, Drafted } from './demo-model';

type ActivityDraft = Drafted<'activities'>;

const topics = {
  general: ['传达上级会议精神，讨论年度计划', '讨论接收预备党员', '通报半年工作', '选举支部委员会'],
  committee: ['研究本月工作安排', '研究发展党员计划', '研究党费使用'],
  themeDay: [
    '主题党日：重温入党誓词',
    '主题党日：环境整治志愿服务',
    '主题党日：参观红色教育基地',
    '主题党日：安全生产自查',
  ],
  lecture: ['书记讲党课：学习党章', '党课：廉洁从业', '党课：高质量发展'],
  orgLife: ['专题组织生活会'],
  volunteer: ['义务劳动', '走访困难职工'],
} as const;
type Kind = keyof typeof topics;

/** @param secretary host of the meetings; null while the post is vacant @param roomId where they meet */
export function generateActivities(
  demoOrg: DemoOrg,
  secretary: string | null,
  roomId: string | null,
  context: DemoContext,
): ActivityDraft[] {
  const { random, asOf } = context;
  const activities: ActivityDraft[] = [];
  // From the first day of the month a year ago, so that whole quarters are in it.
  const first = `${addMonths(asOf, -14).slice(0, 7)}-01`;
  for (let month = 0; month < 15; month++) {
    const start = addMonths(first, month);
    const end = addDays(addMonths(start, 1), -1);
    if (start > asOf || end < demoOrg.foundedOn) continue;
    for (const kind of kindsOf(Number(start.slice(5, 7)), demoOrg, context)) {
      const on = random.day(start < demoOrg.foundedOn ? demoOrg.foundedOn : start, end < asOf ? end : asOf);
      activities.push(generateActivity(kind, on, demoOrg, secretary, roomId, context));
    }
  }
  return activities;
}

function kindsOf(month: number, { quality }: DemoOrg, { random }: DemoContext): Kind[] {
  const kinds: Kind[] = [];
  if (random.chance(0.15 + quality)) kinds.push('themeDay');
  if (month % 3 === 2 && random.chance(0.25 + quality * 0.95)) kinds.push('general');
  if (month % 3 === 0 && random.chance(quality * 0.8)) kinds.push('lecture');
  if (quality > 0.6 && random.chance(0.3)) kinds.push('committee');
  if (month === 1 && random.chance(quality)) kinds.push('orgLife');
  if (random.chance(0.06)) kinds.push('volunteer');
  return kinds;
}

function generateActivity(
  kind: Kind,
  on: string,
  demoOrg: DemoOrg,
  secretary: string | null,
  roomId: string | null,
  { random, newId }: DemoContext,
): ActivityDraft {
  const due = demoOrg.memberIds.length;
  const share = 0.42 + demoOrg.quality * 0.5 + random.next() * 0.08;
  const present = Math.min(due, Math.round(due * share));
  return {
    id: newId(),
    orgUnitId: demoOrg.township.id,
    kinds: [kind],
    partyOrgId: demoOrg.org.id,
    startOn: `${on}T${random.pick(['09:00', '14:30', '15:00', '19:00'])}`,
    place: roomId === null ? '会议室' : null,
    roomId,
    host: secretary,
    topic: random.pick(topics[kind]),
    dueCount: due,
    presentCount: present,
    hours: kind === 'lecture' ? 2 : null,
  };
}
