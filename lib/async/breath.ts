import { ownTurn } from './own-turn';

const LONGEST_MS = 5;

/** For long work in one process with others: after each piece of it they get a turn, if it has been long. */
export class Breath {
  private since = performance.now();

  async take(): Promise<void> {
    if (performance.now() - this.since < LONGEST_MS) return;
    await ownTurn();
    this.since = performance.now();
  }
}
