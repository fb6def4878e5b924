/** 是/否 in the signs of H15. Blank is unknown, never no. */
import { compact, isBlankSign } from './tidy-text';

const yes =
  /^(?:是|√|✓|✔|☑|■|●|○|对|有|已|1|1\.0|y|yes|true|v|建|已建|已建立|建立|已成立|成立|已组建|已设|设有|建有|具备|健全|达标|按时|按期|足额|已落实|落实|已开展|开展|是的|有的|纳入|已纳入|已选派|选派|共享|免费|可以|可|能|ü|þ|r)$/i;
const no =
  /^(?:否|不是|×|✕|✖|✗|✘|☒|□|x|无|没|没有|未|0|0\.0|n|no|false|不|未建|未建立|没建|未成立|未组建|未设|不具备|不健全|不达标|未落实|未开展|未纳入|未选派|不共享|非|免|不免费|不可以|不可|不能|¨|£|û)$/i;
/** 已建立党支部, 尚未成立, 暂无: the answer in a few words. */
const what = '(?:党组织|党总支|党支部|支部|党委|组织|工会|团组织|团支部|妇联|指导员|联络员|场所|活动室)?';
const act = '(?:建立?|成立|组建|设立?|配备|选派|派驻|落实|开展|纳入)';
const yesWords = new RegExp(`^已经?${act}了?${what}$`);
const noWords = new RegExp(`^(?:暂|尚|还|目前|暂时)?(?:未|没有?|无)${act}?${what}$`);
const ticked = '[☑√✓✔■☒þ]';
const unticked = '[□☐○¨£]';
/** □是 ☑否, 是□否☑: a printed form filled in. */
const boxes = new RegExp(`^(?:${ticked}|${unticked}).*[是有].*[否无]|^[是有](?:${ticked}|${unticked})`);
const tickedWord = new RegExp(`${ticked}(?:是|否|有|无)`);
const wordTicked = new RegExp(`(?:是|否|有|无)${ticked}`);
const ditto = /^(?:同上|同前|〃|″|"|''|々)$/;

export type YesNo = boolean | 'blank' | 'ditto' | 'unclear';

export function parseYesNo(content: string | number | boolean): YesNo {
  if (typeof content === 'boolean') return content;
  const text = compact(String(content));
  if (ditto.test(text)) return 'ditto';
  if (text === '' || isBlankSign(text)) return 'blank';
  if (yes.test(text)) return true;
  if (no.test(text)) return false;
  if (yesWords.test(text) || noWords.test(text)) return yesWords.test(text);
  if (boxes.test(text)) return answerInBoxes(text);
  // 有(2018年)、是，已建: the answer comes first, the rest is a remark.
  const head = /^(是|否|有|无|√|×|没有|未)[(,，。;；、]/.exec(text);
  return head ? yes.test(head[1] ?? '') : 'unclear';
}

function answerInBoxes(text: string): YesNo {
  const pattern = /^[是有]/.test(text) ? wordTicked : tickedWord;
  const found = pattern.exec(text)?.[0];
  return found === undefined ? 'blank' : /[是有]/.test(found);
}

/** A tick in a one-of column. */
export const isTick = (content: string | number | boolean): boolean => parseYesNo(content) === true;
