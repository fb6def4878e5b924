/** Hiding the middle of numbers that identify a person: on the screen, and for readers who may not see them (ROLE-3). */
import type { Sensitivity } from './define';

/** 340101********1234, 138****5678; short or odd texts keep their first and last character only. */
export function maskText(text: string, sensitivity: Sensitivity): string {
  if (sensitivity === 'idNo' && text.length >= 15) return hide(text, 6, 4);
  if (sensitivity === 'phone')
    return text
      .split(/([、,，/;；\s]+)/)
      .map(maskPhone)
      .join('');
  return sensitivity === 'idNo' ? hide(text, 1, 1) : text;
}

const maskPhone = (part: string): string =>
  /\d/.test(part) ? hide(part, part.length >= 11 ? 3 : 1, part.length >= 7 ? 4 : 1) : part;

function hide(text: string, head: number, tail: number): string {
  const hidden = text.length - head - tail;
  return hidden <= 0 ? '*'.repeat(text.length) : text.slice(0, head) + '*'.repeat(hidden) + text.slice(-tail);
}
