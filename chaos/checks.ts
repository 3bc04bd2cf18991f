import type { Check } from './scenario';

/** Collects assertions; a failed one does not stop the scenario, the later ones may explain it. */
export class Checks {
  readonly list: Check[] = [];

  that(name: string, passed: boolean, found: unknown): void {
    this.list.push({ name, passed, found });
  }

  equal(name: string, found: number, expected: number): void {
    this.that(`${name}: ${expected}`, found === expected, found);
  }

  atMost(name: string, found: number, limit: number): void {
    this.that(`${name}: at most ${limit}`, found <= limit, Math.round(found * 100) / 100);
  }

  /** Passes when the list is empty; shows the first few otherwise. */
  none(name: string, found: readonly unknown[]): void {
    this.that(
      `${name}: none`,
      found.length === 0,
      found.length <= 5 ? found : [...found.slice(0, 5), `… ${found.length} in all`],
    );
  }
}
