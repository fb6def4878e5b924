/** Where two texts part: the eye finds one wrong digit among eleven. */

export interface TextPart {
  readonly text: string;
  readonly isDifferent: boolean;
}

/** `text` cut into what it shares with `other` at both ends and the part between; one part when nothing is shared. */
export function differingParts(text: string, other: string): TextPart[] {
  const [a, b] = [[...text], [...other]];
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  // Two unrelated words often begin or end alike by chance; marking the rest would only confuse.
  if (head + tail < a.length / 2) return [{ text, isDifferent: false }];
  return [
    { text: a.slice(0, head).join(''), isDifferent: false },
    { text: a.slice(head, a.length - tail).join(''), isDifferent: true },
    { text: a.slice(a.length - tail).join(''), isDifferent: false },
  ].filter((part) => part.text !== '');
}
