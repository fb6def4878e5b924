/** A ledger of meeting places as some other office keeps it: equipment ticked or in words, areas in any unit, totals. */
import { inventName, inventPhone } from './invented';
import { type Seeded, seeded } from './seeded';
import { type DraftCell, SheetDraft, toBytes } from './sheet-draft';
import type { OfficeWorkbook, TrueRecord } from './truth';

interface Room {
  readonly name: string;
  readonly roomKind: string;
  readonly village: string;
  readonly areaM2: number;
  readonly investWan: number;
  readonly isShareable: boolean;
  readonly contact: string;
  readonly phone: string;
  readonly builtOn: string;
  readonly facilities: ReadonlySet<string>;
}
interface Column {
  readonly path: readonly string[];
  readonly cell: (room: Room) => DraftCell;
  readonly sum?: 'areaM2' | 'investWan';
}

const kinds: readonly (readonly [string, string])[] = [
  ['党群服务中心', 'serviceCentre'],
  ['党员活动室', 'memberRoom'],
  ['职工之家', 'staffHome'],
  ['党群工作室', 'studio'],
  ['党建工作站', 'workStation'],
];
const facilityWords: readonly (readonly [string, string])[] = [
  ['标识', 'sign'],
  ['党旗', 'flag'],
  ['书报', 'books'],
  ['电教', 'av'],
  ['制度上墙', 'rulesOnWall'],
];

function inventRoom(random: Seeded, n: number): Room {
  const [word, roomKind] = random.pick(kinds);
  const village = random.pick(['桃源村', '河东社区', '黄泥村', '经济开发区']);
  return {
    name: `${village}${word}${n + 1}`,
    roomKind,
    village,
    areaM2: 20 + random.below(400),
    investWan: 1 + random.below(60),
    isShareable: random.chance(0.5),
    contact: inventName(random),
    phone: inventPhone(random),
    builtOn: `${2008 + random.below(17)}-${String(1 + random.below(9)).padStart(2, '0')}`,
    facilities: new Set(facilityWords.map(([, code]) => code).filter(() => random.chance(0.7))),
  };
}

/** Most cells are bare numbers; some say their unit, as clerks do who copy from reports. */
const areaCell = (random: Seeded, areaM2: number): DraftCell =>
  random.pick<DraftCell>([
    areaM2,
    areaM2,
    `${areaM2}㎡`,
    `${areaM2}平方米`,
    `${areaM2}平米`,
    `${areaM2}m2`,
    `${areaM2} ㎡`,
    String(areaM2),
  ]);

function facilityColumns(random: Seeded, style: 'ticks' | 'words'): Column[] {
  const group = random.pick(['设施', '设施配备', '设施设备', '配套设施', '基本设施', '硬件设施']);
  const yes = random.pick(['√', '有', '是', '✔']);
  const no = yes === '有' ? '无' : yes === '是' ? '否' : random.pick([null, '×']);
  if (style === 'words')
    return [
      {
        path: [group],
        cell: (room) =>
          facilityWords
            .filter(([, code]) => room.facilities.has(code))
            .map(([word]) => word)
            .join(random.pick(['、', '，', ' '])) || '无',
      },
    ];
  return facilityWords.map(([word, code]) => ({
    path: [group, word],
    cell: (room) => (room.facilities.has(code) ? yes : no),
  }));
}

function columnsOf(random: Seeded, style: 'ticks' | 'words'): Column[] {
  const say = (...variants: string[]): string[] => random.pick(variants).split('/');
  const contact: Column[] = random.chance(0.5)
    ? [
        {
          path: say('负责人及电话', '负责人及联系电话', '管理人员及电话', '责任人及联系方式', '联系人及电话'),
          cell: (room) =>
            random.pick([
              `${room.contact} ${room.phone}`,
              `${room.contact}${room.phone}`,
              `${room.contact}（${room.phone}）`,
              `${room.contact}\n${room.phone}`,
              `${room.contact}，${room.phone}`,
            ]),
        },
      ]
    : [
        {
          path: say('负责人', '管理人员', '负责人/姓名', '联系人', '负责人姓名'),
          cell: (room) => room.contact,
        },
        {
          path: say('联系电话', '电话', '负责人/电话', '手机号', '联系方式'),
          cell: (room) => Number(room.phone),
        },
      ];
  // Headings in two rows keep their group only when both halves are of the same group.
  if (contact.length === 2 && contact.some(({ path }) => path.length === 2)) {
    contact[0] = { path: ['负责人', '姓名'], cell: (room) => room.contact };
    contact[1] = { path: ['负责人', '电话'], cell: (room) => Number(room.phone) };
  }
  return [
    {
      path: say(
        '名称',
        '阵地名称',
        '活动场所名称',
        '党群活动阵地名称',
        '场所名称',
        '党群服务阵地名称',
        '活动室名称',
      ),
      cell: (room) => room.name,
    },
    ...random.shuffle<Column>([
      {
        path: say('类型', '阵地类型', '类别', '阵地类别', '场所类型', '阵地性质'),
        cell: (room) => kinds.find(([, code]) => code === room.roomKind)?.[0] ?? null,
      },
      {
        path: say('地址', '详细地址', '所在位置', '地点', '具体地址', '坐落地点'),
        cell: (room) => `云岭镇${room.village}`,
      },
      {
        path: say(
          '面积(㎡)',
          '面积（平方米）',
          '建筑面积(㎡)',
          '使用面积（m2）',
          '场地面积',
          '面积',
          '总面积(平方米)',
          '活动场所面积',
        ),
        cell: (room) => areaCell(random, room.areaM2),
        sum: 'areaM2',
      },
      {
        path: say('建成时间', '建成年月', '建设时间', '投入使用时间', '启用时间', '建成投用时间'),
        cell: (room) =>
          random.pick([
            room.builtOn.replace('-0', '.'),
            `${room.builtOn.replace('-0', '年')}月`,
            `${room.builtOn}-01`,
          ]),
      },
      {
        path: say(
          '投入(万元)',
          '投入资金（万元）',
          '投资(万元)',
          '建设经费(万元)',
          '投入经费（万元）',
          '总投资（万元）',
        ),
        cell: (room) =>
          random.pick<DraftCell>([
            room.investWan,
            room.investWan,
            `${room.investWan}万`,
            `${room.investWan}万元`,
          ]),
        sum: 'investWan',
      },
      { path: say('开放时间', '开放时段'), cell: () => '工作日8:30-17:30' },
      {
        path: say('是否共享', '是否开放共享', '是否对外共享', '共享情况(是/否)').join('/').split('#'),
        cell: (room) => (room.isShareable ? '是' : '否'),
      },
    ]),
    ...facilityColumns(random, style),
    ...contact,
  ];
}

export function roomLedger(seed: number): OfficeWorkbook {
  const random = seeded(seed + 20_000);
  const style = random.pick(['ticks', 'ticks', 'words'] as const);
  const columns = columnsOf(random, style);
  const draft = new SheetDraft(random.pick(['阵地', '党群阵地', '活动场所', 'Sheet1']));
  const paths = [['序号'], ...columns.map(({ path }) => path)];
  draft.add([
    random.pick(['云岭镇党群活动阵地台账', '云岭镇两新党组织活动阵地一览表', '云岭镇党群阵地建设情况统计表']),
  ]);
  draft.merge(1, 0, 1, paths.length - 1);
  if (random.chance(0.5)) draft.add(['填报单位：云岭镇党建办', null, null, '填报时间：2026.9']);
  draft.blank(random.below(2));
  const headerRows = draft.heading(paths, random.chance(0.8));
  const rooms: Room[] = [];
  const partyRooms = Array.from({ length: 5 + random.below(6) }, (_, i): TrueRecord => {
    const room = inventRoom(random, i);
    rooms.push(room);
    return { row: draft.add([i + 1, ...columns.map(({ cell }) => cell(room))]), fields: truthOf(room) };
  });
  const skippedRows: number[] = [];
  if (random.chance(0.7)) {
    const label = random.pick(['合计', '合  计', '总计', `合计：${rooms.length}处`]);
    const sums = columns.map(({ sum }) => (sum ? rooms.reduce((total, room) => total + room[sum], 0) : null));
    skippedRows.push(draft.add(random.chance(0.5) ? [label, ...sums] : [null, label, ...sums.slice(1)]));
  }
  if (random.chance(0.3)) skippedRows.push(draft.add(['备注：面积按实际使用面积填写。']));
  const truth = { name: draft.name, kind: 'partyRooms', headerRows, partyRooms, skippedRows, problems: [] };
  return { fileName: `云岭镇阵地-${seed}.xlsx`, bytes: toBytes([draft]), sheets: [truth] };
}

const truthOf = (room: Room): TrueRecord['fields'] => ({
  name: room.name,
  roomKind: room.roomKind,
  areaM2: room.areaM2,
  investWan: room.investWan,
  isShareable: room.isShareable,
  builtOn: room.builtOn,
  phone: room.phone,
  contact: room.contact,
  ...Object.fromEntries(
    facilityWords.map(([, code]) => [`facilities.${code}`, room.facilities.has(code) ? true : undefined]),
  ),
});
