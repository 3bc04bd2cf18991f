/** One expression of alternatives, each on a line of its own in the tables. Case does not count. */
export function anyOf(...alternatives: string[]): RegExp {
  return new RegExp(alternatives.join('|'), 'i');
}
