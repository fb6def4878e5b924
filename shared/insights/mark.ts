/**
 * Which units stand behind a mark of a board (a figure, a bar, a cell), as one short text: an address can carry it, and
 * the county answers it in SQL with the same meaning.
 */
import { type FigureId, figureIds, isSiteFigure } from '@shared/figures/figure';
import { getIndicator } from '@shared/figures/indicators/all-indicators';
import { type ListSide, listBehind } from '@shared/figures/summarize';
import type { TargetMetric } from '@shared/figures/target-metrics';
import { type CoverageState, coverageStates, type UnitFacts } from '@shared/figures/unit-facts';
import { type ScopeReason, scopeReasons } from '@shared/rules/unit-scope';
import { z } from 'zod';

/** `in`: counted in the numerator; `base`: the denominator; `out`: in the base but not counted. */
export const parts = ['in', 'base', 'out'] as const;
export type Part = (typeof parts)[number];

// Object.keys forgets the key type of a literal record.
const states = Object.keys(coverageStates) as [CoverageState, ...CoverageState[]];
const reasons = Object.keys(scopeReasons) as [ScopeReason, ...ScopeReason[]];
const code = z.string().regex(/^[\w-]{1,40}$/);

export const markSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('figure'), id: z.enum(figureIds), part: z.enum(parts) }),
  /** Assessed units that meet so many items of 六有. */
  z.strictObject({ kind: z.literal('sixMet'), met: z.int().min(0).max(99) }),
  z.strictObject({ kind: z.literal('sixItem'), code, isMet: z.boolean() }),
  /** 只差一项: 基本达标 units; with a code, those that lack this item. */
  z.strictObject({ kind: z.literal('nearlySix'), code: code.nullable() }),
  z.strictObject({ kind: z.literal('state'), state: z.enum(states) }),
  /** In or out of the base, and why; the only mark that also lists units out of scope. */
  z.strictObject({ kind: z.literal('scope'), reason: z.enum(reasons) }),
]);
export type Mark = Readonly<z.infer<typeof markSchema>>;

/** Units that count for what a target is set for. */
export const markOfMetric = ({ id, item }: Pick<TargetMetric, 'id' | 'item'>): Mark =>
  item === null ? { kind: 'figure', id, part: 'in' } : { kind: 'sixItem', code: item, isMet: true };

export function formatMark(mark: Mark): string {
  switch (mark.kind) {
    case 'figure':
      return `${mark.id}.${mark.part}`;
    case 'sixMet':
      return `six.${mark.met}`;
    case 'sixItem':
      return `item.${mark.code}.${mark.isMet ? 'yes' : 'no'}`;
    case 'nearlySix':
      return `nearly.${mark.code ?? ''}`;
    case 'state':
      return `state.${mark.state}`;
    case 'scope':
      return `scope.${mark.reason}`;
  }
}

/** null for anything `formatMark` does not write, such as an address typed by hand. */
export function parseMark(text: string): Mark | null {
  const [head = '', first = '', second] = text.split('.');
  const parsed = markSchema.safeParse(rawMark(head, first, second));
  return parsed.success ? parsed.data : null;
}

function rawMark(head: string, first: string, second: string | undefined): unknown {
  switch (head) {
    case 'six':
      return { kind: 'sixMet', met: /^\d+$/.test(first) ? Number(first) : null };
    case 'item':
      return { kind: 'sixItem', code: first, isMet: second === 'yes' || (second === 'no' ? false : null) };
    case 'nearly':
      return { kind: 'nearlySix', code: first === '' ? null : first };
    case 'state':
      return { kind: 'state', state: first };
    case 'scope':
      return { kind: 'scope', reason: first };
    default:
      return { kind: 'figure', id: head, part: first };
  }
}

export const sides = { in: 'numerator', base: 'denominator', out: 'rest' } as const satisfies Record<
  Part,
  ListSide
>;

/** Units behind a mark, in the order of the facts. A figure lists whoever adds anything to the part asked for. */
export function unitsBehind(mark: Mark, facts: readonly UnitFacts[]): UnitFacts[] {
  switch (mark.kind) {
    case 'figure':
      return behindFigure(mark.id, mark.part, facts);
    case 'sixMet':
      return assessed(facts).filter((unit) => unit.sixMet === mark.met);
    case 'sixItem':
      return assessed(facts).filter((unit) => (unit.sixItems[mark.code] === true) === mark.isMet);
    case 'nearlySix':
      return assessed(facts).filter(
        (unit) => unit.isSixBasic && (mark.code === null || unit.sixItems[mark.code] !== true),
      );
    case 'state':
      return facts.filter((unit) => unit.inScope && unit.coverageState === mark.state);
    case 'scope':
      return facts.filter((unit) => unit.scopeReason === mark.reason);
  }
}

const assessed = (facts: readonly UnitFacts[]): UnitFacts[] =>
  facts.filter((unit) => unit.inScope && unit.isSixAssessed);

function behindFigure(id: FigureId, part: Part, facts: readonly UnitFacts[]): UnitFacts[] {
  const ids = new Set(listBehind(id, sides[part], facts));
  return facts.filter((unit) => ids.has(unit.unitId));
}

const partWords: Readonly<Record<Part, string>> = { in: '计入', base: '基数', out: '未计入' };

/** Lists called by what is in them: the figure they belong to counts something else. */
const ownTitles: Readonly<Partial<Record<string, string>>> = {
  'C13b.base': '在岗指导员、联络员',
  'C18.base': '党组织',
  'C19.base': '党员所在的单位',
  'C19.in': '流动党员所在的单位',
};

/** Heading of the list. @param itemLabel words of a criterion, by its code */
export function titleOfMark(mark: Mark, itemLabel: (code: string) => string): string {
  switch (mark.kind) {
    case 'figure': {
      const own = ownTitles[formatMark(mark)];
      if (own !== undefined) return own;
      const { label, base, form } = getIndicator(mark.id);
      if (mark.part === 'base') return `${label} · 基数：${base}`;
      if (form === 'count') return label;
      return `${label} · ${partWords[mark.part]}的${isSiteFigure(mark.id) ? '场所' : '单位'}`;
    }
    case 'sixMet':
      return `六有达到 ${mark.met} 项的单位`;
    case 'sixItem':
      return `${itemLabel(mark.code)} · ${mark.isMet ? '达到' : '未达到'}的单位`;
    case 'nearlySix':
      return mark.code === null ? '六有只差一步的单位' : `只差${itemLabel(mark.code)}的单位`;
    case 'state':
      return coverageStates[mark.state];
    case 'scope':
      return scopeReasons[mark.reason];
  }
}
