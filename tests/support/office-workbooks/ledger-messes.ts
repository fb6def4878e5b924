/** What offices do to single cells, and what is still true of the row. */
import type { CellValue } from 'hucre/xlsx';
import type { Firm } from './firm';
import type { Seeded } from './seeded';

/** A mess on one row: what the cell becomes, and what a clerk still reads. `undefined` = not checked. */
export interface Mess {
  readonly name: string;
  readonly key: string | null;
  readonly fits: (firm: Firm) => boolean;
  readonly cell: (firm: Firm, random: Seeded) => CellValue;
  readonly truth: (firm: Firm) => Record<string, unknown>;
  readonly isReported: boolean;
}

const fullWidth = (text: string): string =>
  text.replace(/[0-9A-Z]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
export const messes: readonly Mess[] = [
  {
    name: 'code as number',
    key: 'uscc',
    fits: () => true,
    cell: () => 913415230000000000,
    truth: () => ({ uscc: null }),
    isReported: true,
  },
  {
    name: 'code in exponent form',
    key: 'uscc',
    fits: () => true,
    cell: () => '9.13415E+17',
    truth: () => ({ uscc: null }),
    isReported: true,
  },
  {
    name: 'wrong check character',
    key: 'uscc',
    fits: () => true,
    cell: (firm) => firm.uscc.slice(0, 17) + (firm.uscc.endsWith('0') ? '1' : '0'),
    truth: () => ({ uscc: null }),
    isReported: true,
  },
  {
    name: 'spaces and lower case in the code',
    key: 'uscc',
    fits: () => true,
    cell: (firm) => `${firm.uscc.slice(0, 6)} ${firm.uscc.slice(6).toLowerCase()}`,
    truth: () => ({}),
    isReported: false,
  },
  {
    name: 'full-width code',
    key: 'uscc',
    fits: () => true,
    cell: (firm) => fullWidth(firm.uscc),
    truth: () => ({}),
    isReported: false,
  },
  {
    name: 'full-width phone',
    key: 'phone',
    fits: () => true,
    cell: (firm) => `${fullWidth(firm.phone)} `,
    truth: () => ({}),
    isReported: false,
  },
  {
    name: 'phone as number',
    key: 'phone',
    fits: () => true,
    cell: (firm) => Number(firm.phone),
    truth: () => ({}),
    isReported: false,
  },
  {
    name: 'approximate staff',
    key: 'staff',
    fits: () => true,
    cell: (firm) => `约${firm.staff}`,
    truth: () => ({}),
    isReported: true,
  },
  {
    name: 'staff with 余人',
    key: 'staff',
    fits: () => true,
    cell: (firm) => `${firm.staff}余人`,
    truth: () => ({}),
    isReported: true,
  },
  {
    name: 'staff with unit',
    key: 'staff',
    fits: () => true,
    cell: (firm) => `${firm.staff}人`,
    truth: () => ({}),
    isReported: false,
  },
  {
    name: 'probationary in brackets',
    key: 'members',
    fits: (firm) => firm.members >= 3,
    cell: (firm) => `${firm.members}（其中预备1）`,
    truth: () => ({}),
    isReported: true,
  },
  {
    name: 'more members than staff',
    key: 'members',
    fits: (firm) => firm.tier !== null,
    cell: (firm) => firm.staff + 7,
    truth: (firm) => ({ membersHere: firm.staff + 7 }),
    isReported: true,
  },
  {
    name: 'two ticks',
    key: 'joint',
    fits: (firm) => firm.formation === 'solo',
    cell: () => '√',
    truth: () => ({ formation: undefined }),
    isReported: true,
  },
  {
    name: 'January or October',
    key: 'founded',
    fits: (firm) => firm.tier !== null,
    cell: () => 2019.1,
    truth: () => ({ orgFoundedOn: undefined }),
    isReported: true,
  },
  {
    name: '元 in a 万元 column',
    key: 'revenue',
    fits: (firm) => firm.revenueWan > 1000,
    cell: (firm) => firm.revenueWan * 10_000,
    truth: () => ({ revenueWan: undefined }),
    isReported: true,
  },
  {
    name: 'thousands comma',
    key: 'revenue',
    fits: (firm) => firm.revenueWan > 1000,
    cell: (firm) => firm.revenueWan.toLocaleString('en-US'),
    truth: () => ({}),
    isReported: false,
  },
  {
    name: 'former name in brackets',
    key: 'name',
    fits: () => true,
    cell: (firm) => `${firm.name}(原${firm.name.slice(0, 4)}老厂)`,
    truth: () => ({}),
    isReported: true,
  },
  {
    name: 'inner space in a name',
    key: 'owner',
    fits: (firm) => firm.owner.length === 2,
    cell: (firm) => `${firm.owner[0]}　${firm.owner[1]}`,
    truth: () => ({}),
    isReported: false,
  },
  {
    name: 'date as text',
    key: 'founded',
    fits: (firm) => firm.tier !== null,
    cell: (firm) => `${(firm.orgFoundedOn ?? '').replace(/-0?/, '年')}月`,
    truth: () => ({}),
    isReported: false,
  },
  {
    name: 'date as a real date',
    key: 'founded',
    fits: (firm) => firm.tier !== null,
    cell: (firm) => new Date(`${firm.orgFoundedOn}-01T00:00:00Z`),
    truth: () => ({}),
    isReported: false,
  },
  { name: 'hidden row', key: null, fits: () => true, cell: () => null, truth: () => ({}), isReported: true },
  {
    name: 'struck through',
    key: null,
    fits: () => true,
    cell: () => null,
    truth: () => ({}),
    isReported: true,
  },
];
