import { composeMime } from '@/lib/channels/email/mime';
import type { OutgoingMessage } from '@/lib/channels/email/outgoing-message';
import { isSigned } from '@/lib/channels/email/raw-mail';
import { type Signer, signMail } from '@/lib/dkim/sign';
import { signersFor } from '@/lib/dkim/signers';
import { errorMessage } from '@/lib/errors';
import { log } from '@/lib/log';
import { asciiDomainOf } from '@/lib/text/ascii-domain';
import type { SmtpSettings } from './settings';
import { signsHere } from './signs-here';

export type Unsigned = { ok: false; reply: string };
export type Signers = { ok: true; list: readonly Signer[] };

/** What signs a message here. Not ok: its domain has a key that cannot be opened, and what is unsigned may be refused everywhere. */
export async function findSigners(
  settings: SmtpSettings,
  { from, companyId }: OutgoingMessage,
): Promise<Signers | Unsigned> {
  if (companyId === undefined || !signsHere(settings)) return { ok: true, list: [] };
  const domain = asciiDomainOf(from.email);
  try {
    return { ok: true, list: await signersFor(domain, companyId) };
  } catch (error) {
    log.error('a message could not be signed', { domain, error });
    return {
      ok: false,
      reply: `The DKIM key of ${domain} cannot be used: ${errorMessage(error)}`.slice(0, 300),
    };
  }
}

/** The bytes that go to the server, signed as they will stand on the wire. */
export async function composeSigned(message: OutgoingMessage, { list }: Signers): Promise<Buffer> {
  const mime = await composeMime(message);
  // One that is signed already arrives as it was signed.
  return list.length === 0 || (message.raw && isSigned(message.raw)) ? mime : signMail(mime, list);
}
