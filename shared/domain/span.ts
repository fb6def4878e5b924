/** Dated relations: whether a span holds on a day. Spans are half-open, from ≤ day < to; null ends are open. */
export interface Span {
  readonly from: string | null;
  readonly to: string | null;
}

/** Partial days compare as their first day, which plain string comparison gives. */
export function holdsOn(span: Span, day: string): boolean {
  return (span.from === null || span.from <= day) && (span.to === null || day < span.to);
}
