/** Why the county did not take an edit. Retired names stay listed so that no code is used twice. */
import { catalogue } from './problem';

export const syncProblems = catalogue('sync', {
  unknownDocument: {
    severity: 'error',
    text: () => '县级没有这条记录，无法修改。请先上报该记录的新建，或在搁置箱中重新提交。',
  },
  contentMissing: {
    severity: 'error',
    text: () => '新建记录没有带内容，县级无法建档。请在搁置箱中重新提交。',
  },
  idTaken: {
    severity: 'error',
    text: () => '县级已有同一编号的另一条记录。请核对两条记录，另存为新记录后再上报。',
  },
  bookkeepingChanged: {
    severity: 'error',
    text: ({ path }: { readonly path: string }) =>
      `“${path}”由系统维护，不能上报修改。请在搁置箱中放弃这条修改。`,
  },
});
