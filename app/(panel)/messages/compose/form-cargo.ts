import type { Cargo } from '@/lib/routing/carries';
import { hasUnicodeLocalPart, readMailbox } from '@/lib/text/address';
import type { ComposeForm } from './compose-schema';

/** What decides who can carry the message, of a form that may be half filled in. */
export function cargoOfForm({
  to = [],
  cc = [],
  bcc = [],
  from,
  text,
  html,
  attachments = [],
}: Partial<ComposeForm>): Cargo {
  const people = [...to, ...cc, ...bcc];
  const emails = [...people, from ?? ''].map((text) => readMailbox(text)?.email ?? '');
  const bodies = [text, html].map((body) => new TextEncoder().encode(body ?? '').length);
  return {
    sizeBytes:
      bodies.reduce((sum, bytes) => sum + bytes, 0) + attachments.reduce((sum, { size }) => sum + size, 0),
    recipients: people.length,
    bodyBytes: Math.max(...bodies),
    files: attachments.map(({ name, size }) => ({
      ext: /\.(\w{1,20})$/.exec(name)?.[1]?.toLowerCase() ?? '',
      bytes: size,
    })),
    ...(emails.some(hasUnicodeLocalPart) && { unicodeLocal: true as const }),
  };
}
