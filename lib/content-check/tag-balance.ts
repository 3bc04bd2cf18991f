/** WHATWG HTML 13.1.2: have no end tag. */
const VOID = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(
    ' ',
  ),
);
/** WHATWG HTML 13.1.2.4: may leave it out. */
const OPTIONAL = new Set(
  'html head body p li dt dd option optgroup rt rp tr td th thead tbody tfoot colgroup caption'.split(' '),
);
const MAX_NAMES = 3;

/** Which tags are closed by none, and which close none; each costs the same, however deep they are nested. */
export class TagBalance {
  private readonly stack: string[] = [];
  private readonly openByName = new Map<string, number>();
  private readonly names = new Set<string>();
  private count = 0;

  open(name: string): void {
    if (VOID.has(name)) return;
    this.stack.push(name);
    this.openByName.set(name, this.depthOf(name) + 1);
  }

  close(name: string): void {
    if (VOID.has(name)) return;
    if (this.depthOf(name) === 0) {
      // An end of a paragraph opens one; others end nothing.
      if (!OPTIONAL.has(name)) this.note(name);
      return;
    }
    for (let top = this.pop(); top !== name; top = this.pop()) if (!OPTIONAL.has(top)) this.note(top);
  }

  isWithin(names: Set<string>): boolean {
    for (const name of names) if (this.depthOf(name) > 0) return true;
    return false;
  }

  /** `isWhole`: what is still open stays so. */
  end(isWhole: boolean): { count: number; names: string[] } {
    while (isWhole && this.stack.length > 0) {
      const top = this.pop();
      if (!OPTIONAL.has(top)) this.note(top);
    }
    return { count: this.count, names: [...this.names] };
  }

  private note(name: string): void {
    this.count++;
    if (this.names.size < MAX_NAMES) this.names.add(name);
  }

  private pop(): string {
    const top = this.stack.pop()!;
    this.openByName.set(top, this.depthOf(top) - 1);
    return top;
  }

  private depthOf(name: string): number {
    return this.openByName.get(name) ?? 0;
  }
}
