/** The keys of the ledger, as shown on `?` and on the help page. */
export interface Shortcut {
  readonly keys: readonly string[];
  readonly does: string;
}

export const shortcuts: readonly { readonly title: string; readonly keys: readonly Shortcut[] }[] = [
  {
    title: '全局',
    keys: [
      { keys: ['Ctrl', 'K'], does: '查找单位、人员，去任意页面' },
      { keys: ['Ctrl', 'F'], does: '查找' },
      { keys: ['Ctrl', 'Z'], does: '撤销上一步' },
      { keys: ['Ctrl', 'Y'], does: '重做' },
      { keys: ['Ctrl', 'P'], does: '打印正在看的报表' },
      { keys: ['Ctrl', 'L'], does: '锁定台账（设了本机口令以后）' },
      { keys: ['?'], does: '显示键盘操作' },
      { keys: ['Esc'], does: '关闭弹窗、取消' },
    ],
  },
  {
    title: '台账表格',
    keys: [
      { keys: ['↑', '↓', '←', '→'], does: '移动单元格' },
      { keys: ['Shift', '↑↓←→'], does: '扩大选择' },
      { keys: ['Enter'], does: '编辑；编辑后确认并下移' },
      { keys: ['Tab'], does: '右移；编辑后确认' },
      { keys: ['F2'], does: '编辑单元格' },
      { keys: ['Esc'], does: '放弃编辑' },
      { keys: ['Ctrl', 'C'], does: '复制，可粘贴到 Excel、WPS' },
      { keys: ['Ctrl', 'V'], does: '粘贴从 Excel、WPS 复制的一块' },
      { keys: ['Ctrl', 'D'], does: '把上一行的内容向下填充' },
      { keys: ['Delete'], does: '清空所选单元格' },
      { keys: ['Alt', '↓'], does: '筛选、排序这一列' },
      { keys: ['空格'], does: '勾选这一行' },
    ],
  },
  {
    title: '冲突、搁置箱',
    keys: [
      { keys: ['j'], does: '下一处（也可用 ↓）' },
      { keys: ['k'], does: '上一处（也可用 ↑）' },
      { keys: ['1'], does: '采用提出的值' },
      { keys: ['2'], does: '采用县级值' },
      { keys: ['3'], does: '都不对，另填' },
      { keys: ['Enter'], does: '按建议处理' },
    ],
  },
];
