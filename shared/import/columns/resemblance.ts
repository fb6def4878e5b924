/** How alike two headings are: twice the characters both have in the same order, over all characters (0–1). */
export function resemblance(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  let row: number[] = Array(b.length + 1).fill(0);
  for (const char of a) {
    const next = [0];
    for (let j = 0; j < b.length; j++)
      next.push(b[j] === char ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0));
    row = next;
  }
  return (2 * (row[b.length] ?? 0)) / (a.length + b.length);
}
