/**
 * Where the numbers of boards come from. The pages ask and do not know who answers: the register of this device, or the
 * county. Which of the two it was, and how current it is, is said beside the numbers.
 */
import type {
  FlowAnswer,
  FlowQuestion,
  InsightPosition,
  RecordsAnswer,
  RecordsQuestion,
  SitesAnswer,
  SitesQuestion,
  SumsAnswer,
  SumsQuestion,
  UnitsAnswer,
  UnitsQuestion,
} from '@shared/insights/messages';
import type { Problem } from '@shared/problems/problem';
import type { Observable } from '../register-store';

export type Answered<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

/** A new object stands for new content: whoever holds an answer of another one asks again. */
export interface InsightSource {
  readonly kind: 'register' | 'county';
  /** How current the last answer was; null = the register itself, or nothing was answered yet. */
  readonly position: Observable<InsightPosition | null>;
  sums(question: SumsQuestion): Promise<Answered<SumsAnswer>>;
  units(question: UnitsQuestion): Promise<Answered<UnitsAnswer>>;
  sites(question: SitesQuestion): Promise<Answered<SitesAnswer>>;
  records(question: RecordsQuestion): Promise<Answered<RecordsAnswer>>;
  flow(question: FlowQuestion): Promise<Answered<FlowAnswer>>;
}
