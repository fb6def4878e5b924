/** How things stand, in one sentence under the title. */
import type { RecordKind } from '@renderer/workers/import-desk/client';
import { countProblems, listProblems } from './problem-groups';
import { takenSheets, type WizardState } from './wizard-state';

export const recordWords: Readonly<Record<RecordKind, { readonly label: string; readonly measure: string }>> =
  {
    units: { label: '两新组织', measure: '家' },
    partyOrgs: { label: '党组织', measure: '个' },
    instructors: { label: '指导员、联络员', measure: '名' },
    partyRooms: { label: '活动阵地', measure: '处' },
    people: { label: '党员', measure: '名' },
  };

export function stepSentence(state: WizardState): string {
  switch (state.session.step) {
    case 'file':
      return '用办公室现有的表格就行，不用改格式。核对、确认之前，台账不会有任何改动。';
    case 'sheets':
      return sheetsSentence(state);
    case 'problems':
      return problemsSentence(state);
    case 'differences':
      return '核对将要写入台账的内容。点“确认写入”之前，台账没有任何改动。';
    case 'done':
      return '导入完成。这一批随时可以在“以往导入”中整批撤销。';
  }
}

/** 共 2 张工作表，读到 45 家两新组织、12 个党组织. */
function sheetsSentence(state: WizardState): string {
  if (state.reading.status !== 'ready') return '正在识别表头和各列内容…';
  const sheets = takenSheets(state);
  const parts = (Object.keys(recordWords) as RecordKind[]).flatMap((kind) => {
    const count = sheets.reduce((sum, sheet) => sum + sheet.recordCounts[kind], 0);
    return count > 0 ? [`${count}${recordWords[kind].measure}${recordWords[kind].label}`] : [];
  });
  const what = parts.length > 0 ? `读到${parts.join('、')}` : '还没有读到可以导入的内容';
  return `“${state.session.file?.name ?? ''}”导入${sheets.length}张工作表，${what}。请核对工作表和列的对应。`;
}

function problemsSentence(state: WizardState): string {
  const { openByUrgency, open } = countProblems(listProblems(takenSheets(state), state.session.input));
  if (open === 0) return '没有待处理的问题，可以进入下一步。';
  const must = openByUrgency.must > 0 ? `${openByUrgency.must}处必须处理` : '';
  const check = openByUrgency.check > 0 ? `${openByUrgency.check}处请核对` : '';
  return `还有${[must, check].filter(Boolean).join('、')}。暂不处理也能继续：有误的格子按未填登记，之后可在台账里补。`;
}
