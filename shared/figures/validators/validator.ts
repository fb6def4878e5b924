/** What a validator of printed figures is. Inputs are plain numbers, so claims in a text can be checked too. */
import type { Problem } from '@shared/problems/problem';

export interface Validator<Input> {
  readonly id: `V${number}`;
  /** The rule in a few Chinese words. */
  readonly label: string;
  /** Findings with the arithmetic shown in `details.arithmetic`; empty = nothing to object to. */
  readonly check: (input: Input) => readonly Problem[];
}

/** A number beside the words it is printed with. */
export interface Named {
  readonly label: string;
  readonly value: number;
}
