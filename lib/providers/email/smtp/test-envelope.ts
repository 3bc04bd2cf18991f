import type { Cause } from '@/lib/channels/results';
import { type Announced, causeOf } from './causes';
import type { MailConnection } from './mail-connection';
import { refusal, type SmtpError } from './smtp-error';
import { isAscii, mailFrom, rcptTo } from './transaction';

const REPLY_MS = 9_000;
const SOME_BYTES = 2_000;

/**
 * MAIL and RCPT for the provider's own address, then RSET: nothing is sent. Postfix tells only at RCPT whom it does not let in
 * (https://www.postfix.org/postconf.5.html#smtpd_delay_reject). That nobody reads mail at that address, or that it is greylisted, is no
 * flaw of the provider's. @throws SmtpError: what would be said of every message
 */
export async function askEnvelope(
  connection: MailConnection,
  address: string,
  announced: Announced,
  /** Of the envelope. */
  from = address,
): Promise<string> {
  if (!isAscii(address.slice(0, address.lastIndexOf('@'))) && !connection.offers('SMTPUTF8'))
    return `not asked: ${address} needs SMTPUTF8`;
  connection.allow(REPLY_MS);
  const mail = await connection.exchange(
    mailFrom(connection, from, [address], { bytes: SOME_BYTES }),
    REPLY_MS,
  );
  if (!mail.startsWith('2')) throw refusal('MAIL FROM', mail);
  const rcpt = await connection.exchange(rcptTo(address), REPLY_MS);
  const refused = rcpt.startsWith('2') ? undefined : refusal('RCPT TO', rcpt);
  if (refused && isOfEveryMessage(refused, announced)) throw refused;
  await connection.exchange('RSET', REPLY_MS).catch(() => undefined);
  return `${address}: ${rcpt}`;
}

const OF_EVERY_MESSAGE: Cause[] = [
  'account_disabled',
  'address_not_allowed',
  'blocked',
  'credentials_missing',
  'ehlo_name',
  'quota',
  'relay',
  'sender',
  'tls_first',
];

function isOfEveryMessage(error: SmtpError, announced: Announced): boolean {
  return OF_EVERY_MESSAGE.includes(causeOf(error, 'envelope', announced));
}
