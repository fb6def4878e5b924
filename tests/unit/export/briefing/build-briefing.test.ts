import type { BriefingBlock } from '@shared/export/briefing/briefing-model';
import { briefingToHtml } from '@shared/export/briefing/briefing-to-html';
import { buildBriefing } from '@shared/export/briefing/build-briefing';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeBriefingDocx } from '../../../../renderer/workers/export/write-docx';
import { sampleBriefing, sampleInput, samplePictures } from './sample-briefing';

const blocksOf = (townships: number): readonly BriefingBlock[] =>
  sampleBriefing(townships).sections.flatMap(({ blocks }) => blocks);
const tableOf = (blocks: readonly BriefingBlock[], caption: RegExp) =>
  blocks.find((block) => block.kind === 'table' && caption.test(block.caption));

describe('a briefing', () => {
  it('says on its cover what it is about, of which days, by which rules, made by whom', () => {
    const { title, cover } = sampleBriefing(3);
    expect(title).toBe('青澜县两新组织党建工作分析简报');
    expect(cover.map(({ label, text }) => `${label} ${text}`)).toEqual([
      '统计范围 青澜县',
      '统计时点 2026年6月30日',
      '对比时点 2025年6月30日（上年同期）',
      '统计口径 2026版；六有标准：六有标准2024版，达到6项为达标',
      '数据来源 本机台账即时计算',
      '编制 中共青澜县委两新工委，2026年7月1日 09:30',
    ]);
  });

  it('puts every figure with its parts and its change into one table', () => {
    const table = tableOf(blocksOf(3), /主要指标/);
    expect(table).toMatchObject({
      rows: expect.arrayContaining([
        ['组织覆盖率', '73.3%', '22/30', '66.7%', '20/30', '↑提高6.7个百分点'],
        ['工作覆盖率', '93.3%', '28/30', '93.3%', '28/30', '→持平'],
        ['应建未建', '1户', '—', '1户', '—', '→持平'],
        ['空白点', '2户', '—', '4户', '—', '↓少2户'],
        ['六有达标率（已评估）', '—', '0/0', '—', '0/0', '无数据'],
      ]),
    });
  });

  it('lists no more than twenty units, those with most members first, and says how many there are', () => {
    const blocks = blocksOf(3);
    const table = tableOf(blocks, /应建未建单位/);
    expect(table?.kind === 'table' && table.rows).toHaveLength(20);
    expect(table?.kind === 'table' && table.rows[0]?.slice(-2)).toEqual(['6', '81']);
    expect(blocks).toContainEqual({ kind: 'paragraph', text: '应建未建单位共30户，下表列出前20户。' });
    expect(blocks).toContainEqual({ kind: 'paragraph', text: '六有只差一步的单位没有。' });
    expect(tableOf(blocks, /只差/)).toBeUndefined();
  });

  it('has no part about places where none lie below, and keeps numbering its parts', () => {
    expect(sampleBriefing(0).sections.map(({ heading }) => heading)).toEqual([
      '一、总体情况',
      '二、覆盖走势',
      '三、六有达标情况',
      '四、年度目标',
      '五、待办清单',
    ]);
  });

  it('names the lowest of five hundred places and says how many there are', () => {
    const blocks = blocksOf(500);
    const table = tableOf(blocks, /乡镇（街道）情况/);
    expect(table?.kind === 'table' && table.rows).toHaveLength(40);
    expect(JSON.stringify(blocks)).toContain('共500个，下表列出组织覆盖率最低的40个。');
    expect(JSON.stringify(blocksOf(40))).not.toContain('下表列出组织覆盖率');
  });

  it('compares with nothing where there was no register', () => {
    const { sections } = buildBriefing({ ...sampleInput(1), before: null });
    const words = JSON.stringify(sections);
    expect(words).toContain('组织覆盖率73.3%（22/30），上年同期无数据。');
    expect(words).not.toMatch(/提高|下降|持平/);
  });
});

it.each([1, 500])('holds the same words on the page and in Word, for %s townships', async (townships) => {
  const briefing = sampleBriefing(townships);
  const picture = { png: new Uint8Array([137, 80, 78, 71]), width: 640, height: 240 };
  const bytes = await writeBriefingDocx(briefing, {
    coverageTrend: picture,
    composition: picture,
    sixItems: picture,
  });
  const files = unzipSync(bytes);
  const inWord = strFromU8(files['word/document.xml'] ?? new Uint8Array())
    .replace(/<[^>]+>/g, '')
    .replace(/\s/g, '');
  const onPage = briefingToHtml(briefing, samplePictures);
  const texts = briefing.sections.flatMap(({ heading, blocks }) => [
    heading,
    ...blocks.flatMap((block) =>
      block.kind === 'paragraph'
        ? [block.text]
        : block.kind === 'chart'
          ? [block.caption]
          : [block.caption, ...block.columns.map(({ label }) => label), ...block.rows.flat()],
    ),
  ]);
  for (const text of [briefing.title, ...texts]) {
    expect(onPage).toContain(text);
    expect(inWord).toContain(text.replace(/\s/g, ''));
  }
  expect(Object.keys(files).filter((name) => name.endsWith('.png')).length).toBeGreaterThanOrEqual(1);
});

it('says in a sentence that there is nothing to draw, on the page and in Word', async () => {
  const briefing = sampleBriefing(3);
  const nothing = { coverageTrend: null, composition: null, sixItems: null };
  const files = unzipSync(await writeBriefingDocx(briefing, nothing));
  const inWord = strFromU8(files['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '');
  const onPage = briefingToHtml(briefing, nothing);
  const charts = briefing.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'chart' ? [block] : [])),
  );
  expect(charts).toHaveLength(3);
  for (const { empty, caption } of charts) {
    expect(onPage).toContain(`<p>${empty}</p>`);
    expect(inWord).toContain(empty);
    expect(onPage + inWord).not.toContain(caption);
  }
});
