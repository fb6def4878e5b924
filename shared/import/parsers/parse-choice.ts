/** Words of an enumerated column to the model's codes (H26). */

import { type ChoiceName, choiceWords } from '../columns/choice-words';
import { headingKey } from '../columns/heading-key';
import { toSimplified } from '../traditional-characters';
import { compact, isBlankSign } from './tidy-text';

export type ParsedChoice =
  | { readonly kind: 'blank' | 'unknown' }
  /** 无、未建: the row says that there is none. */
  | { readonly kind: 'none' }
  /** `isSure` false: an old or loose word, to be confirmed. */
  | { readonly kind: 'code'; readonly code: string; readonly isSure: boolean };

interface Word {
  readonly key: string;
  readonly code: string;
  readonly isSure: boolean;
}
const listed = new Map<string, readonly Word[]>();
for (const [choice, codes] of Object.entries(choiceWords))
  listed.set(
    choice,
    Object.entries(codes)
      .flatMap(([code, list]) =>
        (list as readonly string[]).map((word) => ({
          key: headingKey(word.replace(/^\?/, '')),
          code,
          isSure: !word.startsWith('?'),
        })),
      )
      .sort((a, b) => b.key.length - a.key.length),
  );

export function parseChoice(content: string, choice: ChoiceName): ParsedChoice {
  // 2（港澳台）: the number of the code before what it stands for.
  const text = compact(toSimplified(content)).replace(/^[0-9A-Z]{1,2}\((.+)\)$/i, '$1');
  if (text === '' || isBlankSign(text)) return { kind: 'blank' };
  if (/^(?:无|没有|未建|未组建|未成立|未建立|暂无|否|×)$/.test(text)) return { kind: 'none' };
  const words = listed.get(choice) ?? [];
  const key = headingKey(text);
  const exact = words.find((word) => word.key === key);
  if (exact) return { kind: 'code', code: exact.code, isSure: exact.isSure };
  const inside = words.filter((word) => word.key.length >= 2 && key.includes(word.key));
  const longest = inside.filter((word) => word.key.length === inside[0]?.key.length);
  const codes = new Set(longest.map(({ code }) => code));
  const [only] = codes;
  if (codes.size === 1 && only !== undefined) return { kind: 'code', code: only, isSure: false };
  return { kind: 'unknown' };
}

export const codesOf = (choice: ChoiceName): readonly string[] => Object.keys(choiceWords[choice]);
