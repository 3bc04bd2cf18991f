/** Lets work begin while what is under way holds no more than so many bytes together; the rest waits in order. One piece always may, however large. */
export class ByteBudget {
  private used = 0;
  private readonly waiting: { bytes: number; start: () => void }[] = [];

  constructor(private readonly bytes: number) {}

  async run<T>(bytes: number, work: () => Promise<T>): Promise<T> {
    if (this.waiting.length > 0 || !this.fits(bytes))
      await new Promise<void>((start) => this.waiting.push({ bytes, start }));
    else this.used += bytes;
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

  private startNext(): void {
    for (let next = this.waiting[0]; next && this.fits(next.bytes); next = this.waiting[0]) {
      this.waiting.shift();
      this.used += next.bytes;
      next.start();
    }
  }
}
