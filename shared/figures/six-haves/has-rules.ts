/** 有制度: at least `minCoreDocuments` of the five core documents present and dated. */
import { documentKinds } from '@shared/domain/record';
import { relatedDocuments } from '@shared/rules/relations';
import { type AutoRule, limit, type RuleInput, type Shortfall } from './rule-model';

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
      shortfalls: isMet ? [] : [documentsShort(lacking)],
    }),
  };
};

function documentsShort(lacking: readonly (typeof core)[number][]): Shortfall {
  const names = lacking.map((kind) => documentKinds.labels[kind]);
  return {
    toDo: `还缺：${names.join('、')}`,
    gap: lacking.length === core.length ? `缺${core.length}项` : `缺${names.map(withoutWord).join('、')}`,
  };
}

/** 党费收缴管理制度 is 党费收缴管理 in a column that says 有制度. */
const withoutWord = (name: string): string => name.replace(/制度$/, '');

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
      shortfalls: count >= min ? [] : [{ toDo: `登记不少于${min}项制度`, gap: `差${min - count}项` }],
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
