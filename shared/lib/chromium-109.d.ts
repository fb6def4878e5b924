/**
 * The page and its workers are built for Chromium 109, the newest that Windows 7 and many UOS and Kylin machines
 * run. They are therefore checked against ES2022, so that toSorted, toReversed, toSpliced, with and groupBy do not
 * compile; the two methods of ES2023 that Chromium has had since version 97 are declared here.
 */
interface ReadonlyArray<T> {
  findLast<S extends T>(
    predicate: (value: T, index: number, array: readonly T[]) => value is S,
  ): S | undefined;
  findLast(predicate: (value: T, index: number, array: readonly T[]) => unknown): T | undefined;
  findLastIndex(predicate: (value: T, index: number, array: readonly T[]) => unknown): number;
}
interface Array<T> {
  findLast<S extends T>(predicate: (value: T, index: number, array: T[]) => value is S): S | undefined;
  findLast(predicate: (value: T, index: number, array: T[]) => unknown): T | undefined;
  findLastIndex(predicate: (value: T, index: number, array: T[]) => unknown): number;
}
