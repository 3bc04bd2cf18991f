import { isAscii as isAsciiBytes } from 'node:buffer';
import { asciiDomain } from '@/lib/text/ascii-domain';
import type { SendLimits } from './limits';
import type { MailConnection } from './mail-connection';
import { cannotCarry, refusal, type SmtpError } from './smtp-error';

export type Envelope = { from: string; to: string[] };

/** One mail transaction, as far as it came (RFC 5321, 3.3). */
export type Transaction = {
  /** Each recipient that was refused by itself. */
  refusals: Map<string, SmtpError>;
  /** What ended it for all others. */
  failure?: SmtpError;
  /** To the message, when it was taken. */
  reply?: string;
  /** The server said anything at all. */
  answered: boolean;
  /** The end of the body may have left: without an answer the server may have taken the message. */
  endSent: boolean;
  /** What was said and answered fits together, so that RSET makes the connection usable again. */
  inStep: boolean;
};

/** MAIL, RCPT, DATA, body. What the server or the network does is in the result. */
export async function transact(
  connection: MailConnection,
  envelope: Envelope,
  mime: Buffer,
  limits: SendLimits,
  idleMs: number | null,
): Promise<Transaction> {
  const transaction: Transaction = { refusals: new Map(), answered: false, endSent: false, inStep: true };
  try {
    const to = carried(connection, envelope, mime.length, transaction);
    if (to.length === 0) return transaction;
    connection.allow(limits.envelopeMs);
    const firstMs = idleMs === null ? limits.replyMs : limits.firstReplyMs(idleMs);
    const how = { bytes: mime.length, eightBit: !isAsciiBytes(mime) };
    // RFC 6531, 3.1: who takes addresses beyond ASCII takes such bodies, too.
    const takesThem = connection.offers('8BITMIME') || connection.offers('SMTPUTF8');
    if (how.eightBit && !takesThem) throw cannotCarry({ what: 'raw' });
    if (await announce(connection, { ...envelope, to }, how, transaction, firstMs, limits.replyMs))
      await hand(connection, mime, limits, transaction);
  } catch (error) {
    transaction.failure = error as SmtpError;
  }
  return transaction;
}

/** Those whom the connection can send to at all; before anything is said. */
function carried(
  connection: MailConnection,
  { from, to }: Envelope,
  bytes: number,
  { refusals }: Transaction,
): string[] {
  if (connection.maxBytes > 0 && bytes > connection.maxBytes)
    throw cannotCarry({ what: 'size', detail: String(bytes), limit: connection.maxBytes });
  if (connection.offers('SMTPUTF8')) return to;
  const refuse = (address: string) => cannotCarry({ what: 'local_part', detail: address });
  if (!isAscii(wireAddress(from))) throw refuse(from);
  for (const address of to) if (!isAscii(wireAddress(address))) refusals.set(address, refuse(address));
  return to.filter((address) => !refusals.has(address));
}

/** Resolves with whether the server now waits for the message. */
async function announce(
  connection: MailConnection,
  { from, to }: Envelope,
  how: How,
  transaction: Transaction,
  firstMs: number,
  replyMs: number,
): Promise<boolean> {
  const commands = [mailFrom(connection, from, to, how), ...to.map(rcptTo), 'DATA'];
  const pipelined = connection.offers('PIPELINING')
    ? connection.exchangeAll(commands, firstMs, replyMs)
    : undefined;
  const ask = (index: number) =>
    pipelined?.[index] ?? connection.exchange(commands[index]!, index === 0 ? firstMs : replyMs);
  const mail = await ask(0);
  transaction.answered = true;
  if (!mail.startsWith('2')) {
    // One that takes a message after refusing its sender is out of step, unless it gets no chance to.
    transaction.inStep = !pipelined || !goesAhead(await settled(pipelined.at(-1)!));
    throw refusal('MAIL FROM', mail);
  }
  for (const [index, address] of to.entries()) {
    const rcpt = await ask(index + 1);
    if (rcpt.startsWith('421')) throw refusal('RCPT TO', rcpt);
    if (!rcpt.startsWith('2')) transaction.refusals.set(address, refusal('RCPT TO', rcpt));
  }
  const nobody = to.every((address) => transaction.refusals.has(address));
  if (nobody && !pipelined) return false;
  const data = await ask(commands.length - 1).catch((error: SmtpError) => {
    if (!nobody) throw error;
    return '';
  });
  // It went with the rest, and there is nobody to send to: an empty message ends it.
  if (nobody && goesAhead(data)) await connection.exchange('.', replyMs).catch(() => undefined);
  if (nobody) return false;
  if (!goesAhead(data)) throw refusal('DATA', data);
  return true;
}

async function hand(
  connection: MailConnection,
  mime: Buffer,
  limits: SendLimits,
  transaction: Transaction,
): Promise<void> {
  transaction.inStep = false;
  const reply = await connection.sendBody(mime, limits, () => {
    transaction.endSent = true;
  });
  transaction.inStep = transaction.endSent;
  if (!reply.startsWith('2') || !transaction.endSent) throw refusal('DATA', reply);
  transaction.reply = reply;
}

/** Some servers say 250 where 354 belongs. */
const goesAhead = (reply: string) => /^[23]/.test(reply);

const settled = (reply: Promise<string>) => reply.catch(() => '');

/** How large, and whether with octets beyond ASCII: only a mail that goes as it was written has any. */
export type How = { bytes: number; eightBit?: boolean };

export function mailFrom(
  connection: MailConnection,
  from: string,
  to: string[],
  { bytes, eightBit }: How,
): string {
  const wire = wireAddress(from);
  const international = [wire, ...to.map(wireAddress)].some((address) => !isAscii(address));
  const size = connection.offers('SIZE') ? ` SIZE=${bytes}` : '';
  // RFC 6152.
  const body = eightBit && connection.offers('8BITMIME') ? ' BODY=8BITMIME' : '';
  return `MAIL FROM:<${wire}>${international ? ' SMTPUTF8' : ''}${size}${body}`;
}

export const rcptTo = (address: string) => `RCPT TO:<${wireAddress(address)}>`;

/** A domain has a form that every server knows; what stands before it may have none. */
function wireAddress(address: string): string {
  if (/[\r\n<>]/.test(address)) throw new Error(`${JSON.stringify(address)} is no address`);
  const at = address.lastIndexOf('@');
  return at < 0 || isAscii(address.slice(at))
    ? address
    : address.slice(0, at + 1) + asciiDomain(address.slice(at + 1));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
export const isAscii = (text: string) => /^[\u0000-\u007f]*$/.test(text);
