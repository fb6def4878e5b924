/** A code as something to hand out: the address that opens the right page, and a slip of paper. Pure. */
import { formatInstant } from '@renderer/data/format-value';
import type { CodeMessage } from '@shared/sync/account-messages';

/** Opens the browser edition at the enrolment page with the code filled in. */
export const enrolAddress = (serverUrl: string, code: string): string =>
  `${serverUrl}/#/connect?code=${encodeURIComponent(code)}`;

export interface Slip {
  readonly serverUrl: string;
  readonly code: string;
  readonly place: string;
  readonly note: string;
  readonly expiresText: string;
}

/** null for a code the county no longer knows. */
export function slipOf({ code, orgUnit, note, expiresAt }: CodeMessage, serverUrl: string): Slip | null {
  return code === null
    ? null
    : { serverUrl, code, place: orgUnit.name, note, expiresText: formatInstant(expiresAt) };
}

const htmlText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A page that stands alone. @param picture the code as an svg drawing, made by this program */
export function slipHtml(slip: Slip, picture: string): string {
  const line = (label: string, value: string) =>
    `<tr><th>${htmlText(label)}</th><td>${htmlText(value)}</td></tr>`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>设备登记码</title>
<style>
@page { size: A5 landscape; margin: 15mm; }
body { font-family: "Noto Serif CJK SC", SimSun, serif; font-size: 12pt; }
h1 { font-size: 20pt; text-align: center; margin: 0 0 8mm; }
main { display: flex; gap: 10mm; align-items: flex-start; }
table { border-collapse: collapse; flex: 1; }
th, td { text-align: left; padding: 2mm 3mm 2mm 0; vertical-align: top; }
th { font-weight: normal; white-space: nowrap; }
.code { font-family: Consolas, monospace; font-size: 20pt; letter-spacing: 1pt; }
svg { width: 45mm; height: 45mm; }
p { margin: 6mm 0 0; }
</style>
</head>
<body>
<h1>设备登记码</h1>
<main>
<table>
<tr><th>登记码</th><td class="code">${htmlText(slip.code)}</td></tr>
${line('县级服务器', slip.serverUrl)}
${line('登记到', slip.place)}
${slip.note === '' ? '' : line('说明', slip.note)}
${line('有效期至', slip.expiresText)}
</table>
${picture}
</main>
<p>在台账里打开“连接县级”，填上服务器地址和登记码；或用手机扫码打开。每个码只能登记一台电脑，用过即失效，请勿外传。</p>
</body>
</html>
`;
}
