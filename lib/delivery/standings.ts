import { remember } from '@/lib/async/memory';

const COUNTED_FOR_MS = 1_000;

type Standing = { ahead: number; countedAt: number };

/**
 * How many stand in front of who joins a line, of each owner of one. Counted in the database once a second; those who came within it may not be
 * there yet, so they are added here.
 */
export class Standings {
  private readonly lines = new Map<string, Standing>();

  constructor(private readonly count: (ownerId: string) => Promise<number>) {
    remember(() => this.forget());
  }

  async join(ownerId: string): Promise<number> {
    const now = Date.now();
    let standing = this.lines.get(ownerId);
    if (!standing || standing.countedAt < now - COUNTED_FOR_MS) {
      const ahead = await this.count(ownerId);
      const counted = this.lines.get(ownerId);
      // Somebody else may have counted meanwhile.
      standing = counted && counted !== standing ? counted : { ahead, countedAt: now };
      this.lines.set(ownerId, standing);
    }
    return standing.ahead++;
  }

  /** Who was counted goes elsewhere after all. */
  leave(ownerId: string): void {
    const standing = this.lines.get(ownerId);
    if (standing && standing.ahead > 0) standing.ahead--;
  }

  /** For tests. */
  forget(): void {
    this.lines.clear();
  }
}
