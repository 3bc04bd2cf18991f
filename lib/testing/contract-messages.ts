import { cargoOfOutgoing } from '@/lib/channels/email/cargo';
import type { OutgoingMessage } from '@/lib/channels/email/outgoing-message';
import type { Outgoing } from '@/lib/channels/outgoing';
import type { Adapter } from '@/lib/providers/adapter';
import { type Carries, whyNotCarried } from '@/lib/routing/carries';
import { expectContent, makeFullMessage, makeOutgoing } from './outgoing';

/** The messages of a channel that the contract of its adapters is played with. */
export type ContractMessages<Message extends Outgoing = OutgoingMessage> = {
  /** Ordinary addresses of different recipients. */
  addresses: [string, string];
  /** A plain one for these, of whom only `waiting` still wait. */
  make(recipients: string[], waiting?: string[]): Message;
  /** With every part that the adapter carries. */
  full(carries: Carries): Message;
  /** With a file of these bytes; absent: there are no files. */
  withFile?(content: Buffer): Message;
  /** Every part of it is in the bytes that arrived; absent: no such bytes are looked at. */
  expectContent?(raw: Buffer, sent: Message): Promise<void>;
};

/** An adapter of the channel whose messages these are. */
export type AdapterOf<Message extends Outgoing> = Adapter<
  Record<string, unknown>,
  Record<string, string>,
  Message
>;

export const emails: ContractMessages = {
  addresses: ['ana@example.com', 'ben@example.com'],
  make: (recipients, waiting = recipients) =>
    makeOutgoing({ to: recipients.map((email) => ({ email })), recipients: waiting }),
  full: (carries) => carriedBy(carries, makeFullMessage()),
  withFile: (content) =>
    makeOutgoing({ attachments: [{ filename: 'big.pdf', contentType: 'application/pdf', content }] }),
  expectContent,
};

/** Without the files of types, and the letters in headers, that the provider does not take. */
function carriedBy(carries: Carries, given: OutgoingMessage): OutgoingMessage {
  const message = carries.asciiHeaders ? { ...given, headers: { 'X-Clinic': 'Area 51' } } : given;
  const isCarried = (attachment: OutgoingMessage['attachments'][number]) =>
    !whyNotCarried(carries, cargoOfOutgoing({ ...message, attachments: [attachment] }, 0));
  return { ...message, attachments: message.attachments.filter(isCarried) };
}
