/** Names of people, alone, several in a cell (H24), or with their telephone or post. */
import { tidyText } from '@shared/lib/text';
import { isBlankSign, tidyPersonName } from './tidy-text';

const separators = /[、,，;；/／\\|\n\r]+|(?:和|及)(?=[\u4E00-\u9FFF]{2,3}$)/;
const phoneIn = /(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}|\(?0\d{2,3}\)?-?\d{7,8}(?:-\d{1,6})?/;
const nobody = /^(?:无|没有|空|空缺|暂缺|缺|待定|暂无|未定|\/)$/;
const office = /(?:书记|主任|主席|委员|干部|干事|科员|组织员|专干|[镇乡村局所站部科厂会校院]长|经理)$/;
const honorific = /(?:同志|书记|先生|女士|主任|经理)$/;

/** Two to four characters without a sign, or a foreign or minority name with a dot. */
export const looksLikePerson = (name: string): boolean =>
  /^[\p{Script=Han}〇]{2,4}$/u.test(name) ||
  /^[\p{Script=Han}A-Za-z][\p{Script=Han}A-Za-z·•.\s]{2,30}$/u.test(name);

/** Empty when the cell names nobody. */
export function parsePeople(content: string): readonly string[] {
  return joinBroken(content)
    .split(separators)
    .flatMap(splitAtSpaces)
    .map((part) => tidyPersonName(part.replace(/[(（][^)）]*[)）]/g, '').replace(phoneIn, '')))
    .map((name) => (name.length > 3 ? name.replace(honorific, '') : name))
    .filter((name) => name !== '' && !isBlankSign(name) && !nobody.test(name));
}

/** 张⏎国: one character on a line is a name broken to fit a narrow column. */
const joinBroken = (content: string): string => {
  const lines = content.split(/[\r\n]+/).map((line) => line.trim());
  return lines.some((line) => /^\p{Script=Han}$/u.test(line)) ? lines.join('') : content;
};

/** 张三 李四 are two people; 张　三 and 何 春佳 are one. */
function splitAtSpaces(part: string): string[] {
  const words = tidyText(part).split(' ').filter(Boolean);
  // 许光达 社区书记: a name and what he is.
  const pieces = words.filter((word, i) => i === 0 || !office.test(word));
  if (pieces.length < words.length) return pieces;
  return pieces.length > 1 && pieces.every((piece) => /^\p{Script=Han}{2,4}$/u.test(piece)) ? pieces : [part];
}

export interface NameAndPhone {
  readonly name: string | null;
  /** As written, still to be checked. */
  readonly phone: string | null;
}

/** 王英 18973181112、王英（0551-67712345）. */
export function splitNameAndPhone(content: string): NameAndPhone {
  const tidy = tidyText(content);
  const phone = phoneIn.exec(tidy)?.[0] ?? null;
  const rest = (phone === null ? tidy : tidy.replace(phone, ' ')).replace(
    /[()（）:：,，;；、/]|电话|手机|联系/g,
    ' ',
  );
  const name = tidyPersonName(rest);
  return { name: name === '' ? null : name, phone };
}

const post =
  /(?:书记|副书记|(?:党[委组]|组织|宣传|统战|纪[检委]|政法|武装)+委员|主任|副主任|干部|干事|专员|助理|科员|科长|副科长|镇长|副镇长|乡长|副乡长|委员|组织员|组长|所长|副所长|站长|局长|副局长|会长|秘书长|专干|办事员|工作人员|部长|副部长|股长|主席|副主席|经理|调研员|主任科员|[一二三四]级\S{2,5})$/;

/** 清溪镇党建办 干部 → unit and post. */
export function splitUnitAndPost(content: string): {
  readonly unit: string | null;
  readonly post: string | null;
} {
  const tidy = tidyText(content);
  const pieces = tidy.split(/[ 、,，/;；]+/).filter(Boolean);
  const last = pieces.at(-1) ?? '';
  if (pieces.length > 1 && post.test(last)) return { unit: pieces.slice(0, -1).join(' '), post: last };
  const match = post.exec(tidy);
  if (match && match.index >= 2) return { unit: tidy.slice(0, match.index), post: match[0] };
  return { unit: tidy === '' ? null : tidy, post: null };
}
