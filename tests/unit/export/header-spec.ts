/** Headings in the short notation of the forms: 单位|企业类型{私营,港澳台}|…, as column paths from the top down. */
export function pathsOfSpec(spec: string): string[][] {
  const paths: string[][] = [];
  const above: string[] = [];
  let label = '';
  const leaf = () => {
    if (label !== '') paths.push([...above, label]);
    label = '';
  };
  for (const char of spec) {
    if (char === '{') {
      above.push(label);
      label = '';
    } else if (char === '}') {
      leaf();
      above.pop();
    } else if (char === ',' || char === '|') leaf();
    else label += char;
  }
  leaf();
  return paths;
}
