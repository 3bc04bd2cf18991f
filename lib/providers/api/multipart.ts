import { randomBytes } from 'node:crypto';
import type { OutgoingAttachment } from '@/lib/channels/outgoing';

/** A form with one file (RFC 7578), its name written as browsers write it. */
export function multipart(
  fields: Record<string, string>,
  [name, { filename, contentType, content }]: [string, OutgoingAttachment],
): { type: string; body: Buffer } {
  const boundary = randomBytes(18).toString('hex');
  const shown = filename.replace(/[\r\n]/g, ' ').replaceAll('"', '%22');
  const parts = Object.entries(fields).map(
    ([title, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${title}"\r\n\r\n${value}\r\n`,
  );
  const head = `${parts.join('')}--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${shown}"\r\nContent-Type: ${contentType}\r\n\r\n`;
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}
