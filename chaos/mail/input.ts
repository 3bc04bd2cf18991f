import type { Socket } from 'node:net';

/** What a client sends, cut where the protocol cuts it. */
export class Input {
  private text = '';
  private ended = false;
  private wake: () => void = () => undefined;

  constructor(socket: Socket) {
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => {
      this.text += chunk;
      this.wake();
    });
    const end = () => {
      this.ended = true;
      this.wake();
    };
    socket.on('end', end).on('close', end);
  }

  /** Everything before the separator, or null when the client went before it came. */
  async until(separator: string): Promise<string | null> {
    for (;;) {
      const end = this.text.indexOf(separator);
      if (end >= 0) {
        const part = this.text.slice(0, end);
        this.text = this.text.slice(end + separator.length);
        return part;
      }
      if (this.ended) return null;
      await this.more();
    }
  }

  /** Until something has come, or the client has gone. */
  async any(): Promise<void> {
    if (this.text === '' && !this.ended) await this.more();
  }

  private more(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }
}
