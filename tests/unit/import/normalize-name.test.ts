import { matchPlace, placeLevelOf } from '@shared/import/match-place';
import {
  exactKey,
  firmKey,
  formerNamesIn,
  isOneCharacterApart,
  orgKey,
  personKey,
} from '@shared/import/normalize-name';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('names as keys', () => {
  test.each([
    ['安徽永丰（清溪）纺织有限公司', '安徽永丰(清溪)纺织有限公司'],
    ['安徽 永丰　纺织有限公司', '安徽永丰纺织有限公司'],
    ['安徽永豐紡織有限公司', '安徽永丰纺织有限公司'],
    ['永豐紡織企業(yè)', '永丰纺织企业'],
    ['ＡＢＣ电子有限公司', 'abc电子有限公司'],
    ['安徽东方红中物流（原安徽德信金电子厂）', '安徽东方红中物流'],
  ])('%s is typed like %s', (a, b) => {
    expect(exactKey(a)).toBe(exactKey(b));
  });

  test.each([
    ['安徽永丰纺织有限公司', '永丰纺织'],
    ['安徽永丰纺织有限公司', '安徽永丰纺织有限责任公司'],
    ['安徽省清溪县永丰纺织有限公司', '安徽永丰纺织股份有限公司'],
    ['清溪县永丰纺织厂', '永丰纺织厂'],
    ['永丰纺织集团有限公司', '永丰纺织有限公司'],
    ['清溪县正义会计师事务所(普通合伙)', '正义会计师事务所'],
  ])('%s may be %s', (a, b) => {
    expect(firmKey(a)).toBe(firmKey(b));
  });

  test.each([
    ['安徽永丰纺织有限公司', '安徽永丰服装有限公司'],
    ['柳河乡仁爱商会4', '柳河乡仁爱商会13'],
    ['安徽万里永陶瓷有限公司', '安徽万里长陶瓷有限公司'],
  ])('%s is not %s', (a, b) => {
    expect(firmKey(a)).not.toBe(firmKey(b));
  });

  test('a name that is nothing but a place and a form keeps its key', () => {
    expect(firmKey('安徽公司')).not.toBe('');
    expect(firmKey('中国')).toBe('中国');
  });

  test('keys are stable: a key of a key is the key', () => {
    const name = fc
      .array(fc.constantFrom(...'安徽省清溪县永丰纺织有限公司（）() 業(yè)A1股份集团'), { maxLength: 16 })
      .map((parts) => parts.join(''));
    fc.assert(fc.property(name, (text) => exactKey(exactKey(text)) === exactKey(text)));
  });

  test('former names in brackets are found', () => {
    expect(formerNamesIn('安徽东方红中物流（原安徽德信金电子厂）')).toEqual(['安徽德信金电子厂']);
    expect(formerNamesIn('甲公司(曾用名：乙公司、丙公司)')).toEqual(['乙公司', '丙公司']);
    expect(formerNamesIn('甲公司(清溪)')).toEqual([]);
  });

  test.each([
    ['中共安徽永丰纺织有限公司支部委员会', '安徽永丰纺织有限公司党支部'],
    ['中国共产党清溪镇东山村联合支部委员会', '清溪镇东山村联合党支部'],
    ['中共永丰集团委员会', '永丰集团党委'],
    ['中共永丰集团总支部委员会', '永丰集团党总支'],
  ])('%s is the organization %s', (a, b) => {
    expect(orgKey(a)).toBe(orgKey(b));
  });

  test('different tiers and joint branches stay different organizations', () => {
    const keys = ['永丰党支部', '永丰联合党支部', '永丰党总支', '永丰党委', '永丰临时党支部'].map(orgKey);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('people: inner spaces, rare characters and titles', () => {
    expect(personKey('张　三')).toBe('张三');
    expect(personKey('王书记')).toBe('王');
    expect(personKey('𠮷田')).toBe('𠮷田');
    expect(personKey('买买提·艾力')).toBe(personKey('买买提•艾力'));
  });

  test('one character apart', () => {
    expect(isOneCharacterApart('东山', '西山')).toBe(true);
    expect(isOneCharacterApart('永丰纺织', '永丰纺')).toBe(true);
    expect(isOneCharacterApart('永丰纺织', '永纺织丰')).toBe(false);
    expect(isOneCharacterApart('甲', '甲')).toBe(true);
    expect(isOneCharacterApart('甲乙', '甲乙丙丁')).toBe(false);
  });
});

describe('places', () => {
  const places = [
    { name: '东山村', aliases: ['大东山'], level: 'village' as const },
    { name: '西湖社区', aliases: [], level: 'village' as const },
    { name: '清溪工业园区', aliases: ['工业园'], level: 'park' as const },
  ];

  test.each(['东山村', '东山', '东山村委会', '东山村民委员会', '大东山', ' 东 山 村 ', '東山村'])(
    '%s is 东山村',
    (name) => {
      expect(matchPlace(name, places)).toEqual({ kind: 'one', place: places[0] });
    },
  );

  test('an alias of a park matches, its stem alone does not', () => {
    expect(matchPlace('工业园', places)).toMatchObject({ kind: 'one' });
    expect(matchPlace('清溪', places)).toEqual({ kind: 'none' });
  });

  test('two places with one stem are only similar', () => {
    const both = [...places, { name: '东山社区', aliases: [], level: 'village' as const }];
    expect(matchPlace('东山', both)).toMatchObject({ kind: 'similar' });
    expect(matchPlace('东山村', both)).toMatchObject({ kind: 'one', place: { name: '东山村' } });
  });

  test.each([
    ['东山村', 'village'],
    ['西湖社区居委会', 'village'],
    ['清溪工业园区', 'park'],
    ['经济开发区', 'park'],
    ['金鼎大厦', 'building'],
    ['A座', 'building'],
    ['小商品市场', 'market'],
    ['步行街', 'street'],
    ['第三网格', 'grid'],
    ['东山', null],
  ])('%s is a %s', (name, level) => {
    expect(placeLevelOf(name)).toBe(level);
  });
});
