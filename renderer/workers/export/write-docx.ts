/** A briefing as a Word file, for those who go on writing. The only file that knows the library for Word files. */
import type { Briefing, BriefingBlock, BriefingChart } from '@shared/export/briefing/briefing-model';
import { printableText } from '@shared/export/safe-text';
import {
  AlignmentType,
  Document,
  Footer,
  ImageRun,
  type IParagraphOptions,
  type IRunOptions,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { BriefingPictures } from './export-messages';

type Font = '方正小标宋简体' | '黑体' | '仿宋';
/** Word keeps one typeface for Latin letters and another for Chinese; both are said, or it takes its own. */
const fontOf = (name: Font) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: name });
/** Word counts in half points, twentieths of a point and so on. */
const halfPoints = (points: number): number => points * 2;
const twips = (points: number): number => points * 20;
const twipsOfMm = (mm: number): number => Math.round((mm / 25.4) * 1440);

const page = { width: twipsOfMm(210), height: twipsOfMm(297) };
const margin = { top: twipsOfMm(25), right: twipsOfMm(22), bottom: twipsOfMm(22), left: twipsOfMm(22) };
const textWidth = page.width - margin.left - margin.right;
const pixelsPerTwip = 96 / 1440;
const bodyPoints = 16;
const tablePoints = 10.5;
const indent = { firstLine: twips(bodyPoints * 2) };

const run = (text: string, font: Font, points: number, more: IRunOptions = {}): TextRun =>
  new TextRun({ text: printableText(text), font: fontOf(font), size: halfPoints(points), ...more });

const paragraph = (options: IParagraphOptions): Paragraph => new Paragraph(options);

/** @returns the bytes of a .docx file */
export async function writeBriefingDocx(
  briefing: Briefing,
  pictures: BriefingPictures,
): Promise<Uint8Array<ArrayBuffer>> {
  const file = new Document({
    title: briefing.title,
    sections: [
      {
        properties: { page: { size: page, margin } },
        footers: { default: pageNumbers() },
        children: [
          paragraph({
            heading: 'Title',
            alignment: AlignmentType.CENTER,
            spacing: { after: twips(12) },
            children: [run(briefing.title, '方正小标宋简体', 22, { color: '000000' })],
          }),
          ...briefing.cover.map(({ label, text }) =>
            paragraph({
              spacing: { line: 360 },
              children: [run(`${label}：`, '黑体', 12), run(text, '仿宋', 12)],
            }),
          ),
          ...briefing.sections.flatMap(({ heading, blocks }) => [
            paragraph({
              heading: 'Heading1',
              keepNext: true,
              spacing: { before: twips(12), after: twips(4) },
              indent,
              children: [run(heading, '黑体', bodyPoints, { color: '000000', bold: false })],
            }),
            ...blocks.flatMap((block) => blockParts(block, pictures)),
          ]),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

function pageNumbers(): Footer {
  return new Footer({
    children: [
      paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({
            font: fontOf('仿宋'),
            size: halfPoints(9),
            children: ['第 ', PageNumber.CURRENT, ' 页 / 共 ', PageNumber.TOTAL_PAGES, ' 页'],
          }),
        ],
      }),
    ],
  });
}

const captionOf = (text: string, keepNext: boolean): Paragraph =>
  paragraph({
    alignment: AlignmentType.CENTER,
    keepNext,
    spacing: { before: twips(6), after: twips(3) },
    children: [run(text, '黑体', tablePoints)],
  });

function blockParts(block: BriefingBlock, pictures: BriefingPictures): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'paragraph':
      return [textOf(block.text)];
    case 'chart':
      return chartParts(block, pictures[block.chart]);
    case 'table':
      return [captionOf(block.caption, true), tableOf(block), paragraph({})];
  }
}

const textOf = (text: string): Paragraph =>
  paragraph({
    alignment: AlignmentType.JUSTIFIED,
    spacing: { line: 420 },
    indent,
    children: [run(text, '仿宋', bodyPoints)],
  });

function chartParts(
  { caption, empty }: Extract<BriefingBlock, { kind: 'chart' }>,
  picture: BriefingPictures[BriefingChart],
): Paragraph[] {
  if (picture === null) return [textOf(empty)];
  const { png, width, height } = picture;
  const scale = Math.min(1, (textWidth * pixelsPerTwip) / width);
  const image = new ImageRun({
    type: 'png',
    data: png,
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name: caption, title: caption, description: caption },
  });
  return [
    paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { before: twips(6) },
      children: [image],
    }),
    captionOf(caption, false),
  ];
}

function tableOf({ columns, rows }: Extract<BriefingBlock, { kind: 'table' }>): Table {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((share / whole) * textWidth));
  const cell = (text: string, at: number, align: 'left' | 'center' | 'right', font: Font) =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { left: 60, right: 60, top: 30, bottom: 30 },
      children: [
        paragraph({ alignment: AlignmentType[upper[align]], children: [run(text, font, tablePoints)] }),
      ],
    });
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ label }, at) => cell(label, at, 'center', '黑体')),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: columns.map(({ align }, at) => cell(row[at] ?? '', at, align, '仿宋')),
          }),
      ),
    ],
  });
}

const upper = { left: 'LEFT', center: 'CENTER', right: 'RIGHT' } as const;
