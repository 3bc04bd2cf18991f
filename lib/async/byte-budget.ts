/** Of the whole budget: what is no larger need not wait behind a large one that does not fit yet. */
const SMALL = 1 / 16;

type Waiter = { bytes: number; start: () => void };

/**
 * Lets work begin while what is under way holds no more than so many bytes together; the rest waits in order, but that what is small passes
 * as soon as it fits. One piece always may, however large.
 */
export class ByteBudget {
  private used = 0;
  private readonly waiting: Waiter[] = [];

  constructor(private bytes: number) {}

  /** What is under way stays. */
  resize(bytes: number): void {
    this.bytes = bytes;
    this.startNext();
  }

  async run<T>(bytes: number, work: () => Promise<T>): Promise<T> {
    if (this.fits(bytes) && (this.waiting.length === 0 || this.isSmall(bytes))) this.used += bytes;
    else await new Promise<void>((start) => this.waiting.push({ bytes, start }));
    try {
      return await work();
    } finally {
      this.used -= bytes;
      this.startNext();
    }
  }

  private fits(bytes: number): boolean {
    return this.used === 0 || this.used + bytes <= this.bytes;
  }

  private isSmall(bytes: number): boolean {
    return bytes <= this.bytes * SMALL;
  }

  private startNext(): void {
    for (let next = this.next(); next; next = this.next()) {
      this.waiting.splice(this.waiting.indexOf(next), 1);
      this.used += next.bytes;
      next.start();
    }
  }

  private next(): Waiter | undefined {
    return this.waiting.find(({ bytes }, index) => this.fits(bytes) && (index === 0 || this.isSmall(bytes)));
  }
}
