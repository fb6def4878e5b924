import { parseVillageList } from '@renderer/features/welcome/village-list';
import { describe, expect, it } from 'vitest';

describe('a pasted list of villages', () => {
  it.each([
    ['a column of Excel', '东河村\r\n西塘村\r\n\r\n桃源社区\r\n', ['东河村', '西塘村', '桃源社区']],
    ['a row of Excel', '东河村\t西塘村', ['东河村', '西塘村']],
    ['a line of a document', '东河村、西塘村，桃源社区；茶山村', ['东河村', '西塘村', '桃源社区', '茶山村']],
    ['a numbered list', '1. 东河村\n2、西塘村\n（3）桃源社区', ['东河村', '西塘村', '桃源社区']],
    ['a list with repetitions and wide blanks', '东河村\n　东河村　\n', ['东河村']],
    ['nothing', ' \n\t ', []],
  ])('is read from %s', (_, pasted, names) => expect(parseVillageList(pasted)).toEqual(names));

  it('keeps a name that begins with a number word', () => {
    expect(parseVillageList('三里村\n六合社区')).toEqual(['三里村', '六合社区']);
  });
});
