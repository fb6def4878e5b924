/** Numbers as texts print them: 438, but also "430余" (430 to 439) and "4万余" (40 000 to 49 999). */
export interface PrintedNumber {
  readonly value: number;
  /** Printed with 余, 多 or 以上. */
  readonly isApproximate?: boolean;
}

/** Lowest and highest number a printed one can mean. */
export function rangeOf({ value, isApproximate }: PrintedNumber): { min: number; max: number } {
  if (!isApproximate || value === 0) return { min: value, max: value };
  let step = 1;
  while (value % (step * 10) === 0) step *= 10;
  return { min: value, max: value + step - 1 };
}

export const showPrinted = ({ value, isApproximate }: PrintedNumber): string =>
  isApproximate ? `${value}余` : String(value);
