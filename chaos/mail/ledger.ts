/** What a mail server took over: the witness of every scenario, apart from anything Relevo says of itself. */
export type Copy = { at: number; to: string[]; server: string };

const MESSAGE_ID = /^message-id:\s*<([0-9a-f-]{36})@/im;

export class Ledger {
  private readonly copies = new Map<string, Copy[]>();
  total = 0;

  /** Relevo's own id of a message is in its Message-ID, the same in every copy, but for a mail that a program wrote itself. @throws when there is none */
  static idIn(mail: string): string {
    const id = MESSAGE_ID.exec(mail.slice(0, mail.indexOf('\r\n\r\n')))?.[1];
    if (!id) throw new Error(`A mail without a Message-ID of Relevo's:\n${mail.slice(0, 1000)}`);
    return id;
  }

  note(id: string, copy: Copy): void {
    this.total++;
    const known = this.copies.get(id);
    if (known) known.push(copy);
    else this.copies.set(id, [copy]);
  }

  of(id: string): Copy[] {
    return this.copies.get(id) ?? [];
  }

  /** How many different messages came. */
  get size(): number {
    return this.copies.size;
  }

  ids(): string[] {
    return [...this.copies.keys()];
  }

  /** Messages that came more than once, with the number of copies. */
  repeated(): { id: string; copies: number }[] {
    return [...this.copies]
      .filter(([, copies]) => copies.length > 1)
      .map(([id, { length }]) => ({ id, copies: length }));
  }
}
