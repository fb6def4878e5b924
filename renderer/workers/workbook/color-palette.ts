/** Colours that spreadsheets name by number: the fixed palette of Excel 97 and the accents of its usual theme. */

const palette =
  '000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF800000008000000080808000800080008080C0C0C08080809999FF993366FFFFCCCCFFFF660066FF80800066CCCCCCFF000080FF00FFFFFF0000FFFF8000808000000080800000FF00CCFFCCFFFFCCFFCCFFFF9999CCFFFF99CCCC99FFFFCC993366FF33CCCC99CC00FFCC00FF9900FF6600666699969696003366339966003300333300993300993366333399333333';

/** Text and background colours by palette index; 0–7 repeat 8–15, 64 and above are automatic. */
export function paletteColor(index: number): string | null {
  const at = index >= 8 ? index - 8 : index;
  const color = palette.slice(at * 6, at * 6 + 6);
  return index < 64 && color.length === 6 ? color : null;
}

const themeAccents = ['4472C4', 'ED7D31', 'A5A5A5', 'FFC000', '5B9BD5', '70AD47'];
/** 0–3 are the theme's black and white. */
export const themeColor = (index: number): string | null => themeAccents[index - 4] ?? null;

/** null for what nobody means anything with: black, white, greys. */
export function meaningfulColor(color: string | null): string | null {
  if (color === null) return null;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return Math.max(red, green, blue) - Math.min(red, green, blue) < 0x30 ? null : color.toUpperCase();
}
