import type { Socket } from 'node:net';

export type OnError = (error: Error, type: string, reply: string | false, command: string) => void;

/** What of nodemailer's connection its types leave out. */
export type Internals = {
  _socket: Socket | false;
  _remainder: string;
  _responseQueue: string[];
  _responsePartial: boolean;
  _responseActions: ((reply: string) => void)[];
  _supportedExtensions: string[];
  _maxAllowedSize: number;
  _ehloLines?: string[];
  _processResponse(): void;
  _sendCommand(line: string): void;
  _onError: OnError;
  _onClose(): void;
};

/** `550-No` or `421 Later` without its end says enough; of a reply that is not a refusal only the whole counts. */
export function completeLastReply(own: Internals): void {
  const rest = own._remainder.trim();
  const begun = own._responsePartial ? [own._responseQueue.pop()] : [];
  const lines = [...begun, ...(/^\d{3}[ -]/.test(rest) ? [rest] : [])].join('\n').split('\n');
  if (/^[45]\d\d[ -]/.test(lines[0]!)) {
    const last = lines.pop()!;
    own._responseQueue.push([...lines, last.replace(/^(\d{3})-/, '$1 ')].join('\n'));
    own._remainder = '';
  }
  own._responsePartial = false;
}
