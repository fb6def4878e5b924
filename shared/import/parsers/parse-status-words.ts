/** Words in remarks that say a unit no longer works as usual: 已停产, 2023年注销, 搬迁至外地. */

const words: readonly (readonly [RegExp, string])[] = [
  [/吊销/, 'revoked'],
  [/注销|销户/, 'deregistered'],
  [/迁出|搬走|搬迁至|迁往|外迁|迁至|已搬迁|已迁/, 'movedOut'],
  [/空壳|僵尸|无实体|无实际经营|无经营/, 'shell'],
  [/停产|停业|停工|歇业|关停|倒闭|破产|关闭|停止经营|停止运营|停办/, 'suspended'],
  [/被?(?:兼并|合并)/, 'merged'],
  [/筹建|筹备|在建/, 'preparing'],
];
const denied = /(?:未|没有|没|不再|恢复|已恢复|拟|避免)[^,，。;；]{0,2}$/;

export interface StatusWord {
  readonly status: string;
  /** The word found. */
  readonly word: string;
}

/** null when nothing is said, or what is said is denied (未停产, 恢复生产). */
export function statusIn(text: string): StatusWord | null {
  for (const [pattern, status] of words) {
    const match = pattern.exec(text);
    if (match && !denied.test(text.slice(0, match.index)) && !/恢复|复产|复工/.test(text))
      return { status, word: match[0] };
  }
  return null;
}
