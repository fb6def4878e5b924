/** Traditional characters met in headings and enumerated words of ledgers, for comparison only (H27). */
const pairs =
  '企企業业單单位位組组織织黨党員员書书記记聯联絡络導导幹干會会團团屬属資资職职務务營营經经電电話话號号碼码稱称總总數数專专兼兼歲岁億亿萬万' +
  '統统類类別别檢检覈核備备註注報报審审負负責责簽签蓋盖鄉乡鎮镇區区縣县園园樓楼階阶層层級级開开間间時时場场陣阵積积設设標标識识實实際际' +
  '從从業业證证環环農农體体國国華华衛卫養养護护學学歷历齡龄轉转預预發发積积極极對对象象選选擇择單单獨独聯联合合網网格格區区域域覆覆蓋盖' +
  '個个戶户機机關关構构項项額额費费繳缴納纳產产規规模模與与內内無无動动態态財财產产貿贸灣湾澳澳港港門门誌志願愿義义為为處处產产勞劳' +
  '參参與与訪访頻频際际問问題题決决優优稱称職职調调整整駐驻遠远還还進进達达運运適适鐘钟鋼钢鐵铁錄录鑒鉴長长閉闭隊队險险離离難难雲云項项順顺須须';

const map = new Map<string, string>();
const characters = [...pairs];
for (let i = 0; i + 1 < characters.length; i += 2) {
  const [from, to] = [characters[i], characters[i + 1]];
  if (from && to && from !== to) map.set(from, to);
}

export const toSimplified = (text: string): string =>
  [...text].map((character) => map.get(character) ?? character).join('');

/** 企業(yè) → 企業: pinyin written behind a character it explains. */
export const withoutPinyin = (text: string): string =>
  text.replace(/[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}[)）]/gi, '');
