import type { Draft } from '../draft';

/** What a draft is told of the variables. */
export function variablesOf({ variables }: Draft) {
  return variables.map(({ name, type, label }) => ({ name, type, label: label?.en ?? label?.es ?? '' }));
}
