import type { Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { toDataBlock } from './data-block';

/** Beyond this a message goes through nodemailer's stream, which waits for a slow server instead of holding all of it again. */
const MAX_BLOCK_BYTES = 256 * 1024;

type Answered = (error: Error | null, reply?: string) => void;
type SendStream = { outByteCount: number; end(mime: Buffer): void };

/** What of nodemailer's connection its types leave out. */
type Internals = {
  _socket: Socket;
  _envelope: { size?: number };
  _responseActions: ((reply: string) => void)[];
  _actionSMTPStream(reply: string, answered: Answered): void;
  _createSendStream(answered: Answered): SendStream;
};

const nodemailers = SMTPConnection.prototype as unknown as Internals;

export type Envelope = { from: string; to: string[]; size: number };

/**
 * nodemailer's connection, but for the body: we hold all of it, so it is sent with its end in one write. Through a stream of its own, in two
 * writes, the conversation costs twice the CPU time, and the server twice the reads.
 */
export class MailConnection extends SMTPConnection {
  /** `onBody` tells that the server said 354 to DATA: from that moment on the outcome can be unknown. @throws nodemailer's error */
  sendMime(envelope: Envelope, mime: Buffer, onBody?: () => void): Promise<SMTPConnection.SentMessageInfo> {
    // Of a stream nodemailer uses no more than this, and a real one for each message is dear.
    const body = {
      pipe(into: Writable) {
        onBody?.();
        into.end(mime);
      },
    } as unknown as Readable;
    return new Promise((resolve, reject) => {
      this.send(envelope, body, (error, info) => (error ? reject(error) : resolve(info)));
    });
  }

  /** Overrides nodemailer's. @internal */
  _createSendStream(answered: Answered): SendStream {
    const own = this as unknown as Internals;
    if ((own._envelope.size ?? Number.POSITIVE_INFINITY) > MAX_BLOCK_BYTES)
      return nodemailers._createSendStream.call(this, answered);
    own._responseActions.push((reply) => own._actionSMTPStream(reply, answered));
    return {
      outByteCount: 0,
      end(mime) {
        const block = toDataBlock(mime);
        this.outByteCount = block.length;
        own._socket.write(block);
      },
    };
  }
}
