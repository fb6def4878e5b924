/** 是/否 in the signs of H15. Blank is unknown, never no. */
import { compact, isBlankSign } from './tidy-text';

const yes =
  /^(?:是|√|✓|✔|☑|■|●|○|对|有|已|1|1\.0|y|yes|true|v|建|已建|已建立|建立|已成立|成立|已组建|已设|设有|建有|具备|健全|达标|按时|按期|足额|已落实|落实|已开展|开展|是的|有的|纳入|已纳入|已选派|选派|共享|免费)$/i;
const no =
  /^(?:否|不是|×|✕|✖|✗|✘|☒|□|x|无|没|没有|未|0|0\.0|n|no|false|不|未建|未建立|没建|未成立|未组建|未设|不具备|不健全|不达标|未落实|未开展|未纳入|未选派|不共享|非|免|不免费)$/i;
const ditto = /^(?:同上|同前|〃|″|"|''|々)$/;

export type YesNo = boolean | 'blank' | 'ditto' | 'unclear';

export function parseYesNo(content: string | number | boolean): YesNo {
  if (typeof content === 'boolean') return content;
  const text = compact(String(content));
  if (ditto.test(text)) return 'ditto';
  if (text === '' || isBlankSign(text)) return 'blank';
  if (yes.test(text)) return true;
  if (no.test(text)) return false;
  // 有(2018年)、是，已建: the answer comes first, the rest is a remark.
  const head = /^(是|否|有|无|√|×|没有|未)[(,，。;；、]/.exec(text);
  return head ? yes.test(head[1] ?? '') : 'unclear';
}

/** A tick in a one-of column. */
export const isTick = (content: string | number | boolean): boolean => parseYesNo(content) === true;
