/** 有制度: at least `minCoreDocuments` of the five core documents present and dated. */
import { documentKinds } from '@shared/domain/record';
import { relatedDocuments } from '@shared/rules/relations';
import { type AutoRule, limit, type RuleInput } from './rule-model';

const core = ['threeMeetings', 'development', 'appraisal', 'dues', 'floating'] as const;

export const hasRules: AutoRule = (input, criterion) => {
  const found = listDocuments(input);
  const lacking = core.filter((kind) => !found.has(kind));
  const min = limit(criterion, 'minCoreDocuments', core.length);
  const present = core.length - lacking.length;
  const isMet = present >= min;
  return {
    isMet,
    explain: () => ({
      amount: present,
      why: `五项核心制度已有${present}项`,
      missing: isMet ? null : `还缺：${lacking.map((kind) => documentKinds.labels[kind]).join('、')}`,
    }),
  };
};

/** 制度文件 (set C): at least `minDocuments` of any kind, or of the one kind named by `subject`. */
export const hasDocument: AutoRule = (input, criterion) => {
  const found = listDocuments(input);
  const { subject } = criterion;
  const count = subject === null ? found.size : [...found].filter((kind) => kind === subject).length;
  const min = limit(criterion, 'minDocuments', 1);
  return {
    isMet: count >= min,
    explain: () => ({
      amount: count,
      why: count === 0 ? '没有登记制度文件' : `已登记制度${count}项`,
      missing: count >= min ? null : `登记不少于${min}项制度`,
    }),
  };
};

function listDocuments({ org, relations, asOf }: RuleInput): Set<string> {
  const found = new Set<string>();
  if (!org) return found;
  for (const record of relatedDocuments(relations, 'records', 'recordsByOrg', org.id))
    if (record.kind === 'document' && record.on <= asOf) found.add(record.documentKind);
  return found;
}
