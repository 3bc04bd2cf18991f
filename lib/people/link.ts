import { randomBytes } from 'node:crypto';
import { sha256 } from '@/lib/crypto/compare';
import { publicUrl } from '@/lib/env';
import type { Locale } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translate';
import { sendSystemMail } from '@/lib/intake/system-mail';
import type { LinkMail } from './schema';

/** Of 256 bits, so that a fast hash is enough. */
export function newLinkToken(): { token: string; tokenHash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: sha256(token) };
}

type Mail = {
  kind: 'invitation' | 'newPassword';
  to: string;
  language: Locale;
  path: string;
  values?: Record<string, string>;
};

/** By the way of all messages; says truthfully where nobody gets it. */
export async function mailLink({
  kind,
  to,
  language,
  path,
  values,
}: Mail): Promise<{ mail: LinkMail; link: string }> {
  const t = translator(language);
  const link = publicUrl() + path;
  const subject = t(`people.mails.${kind}.subject`, { ...values, host: new URL(link).host });
  const text = t(`people.mails.${kind}.text`, { ...values, link });
  const result = await sendSystemMail({ to, subject, text, language });
  if (!result.ok) return { mail: result.reason, link };
  return { mail: result.sandbox ? 'sandbox' : 'sent', link };
}
