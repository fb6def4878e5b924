interface Sheet {
  readonly code: string;
  readonly officeName: string;
  readonly madeAt: string;
}

const htmlText = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** The recovery sheet as a page that stands alone, for A4. */
export const sheetPage = ({ code, officeName, madeAt }: Sheet): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>恢复单</title><style>
@page { size: A4; margin: 25mm; }
body { font-family: FangSong, "Noto Serif SC", serif; font-size: 12pt; line-height: 1.8; }
h1 { font-size: 20pt; text-align: center; }
.code { margin: 12mm 0; padding: 6mm; border: 1px solid #000; font: 700 15pt Consolas, monospace; text-align: center; }
</style></head><body>
<h1>两新台账恢复单</h1>
<p>填报单位：${htmlText(officeName)}<br>打印时间：${htmlText(madeAt)}</p>
<p class="code">${htmlText(code)}</p>
<p>忘记本机口令时：在锁定画面点“忘记口令”，照抄上面的恢复码，再设一个新口令。字母不分大小写，没有字母 I、L、O、U。</p>
<p>凭此单可以打开本机台账，请锁在柜子里，不要拍照，不要与电脑放在一起。重新打印后，此单作废。</p>
</body></html>`;
