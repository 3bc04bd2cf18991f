import type { DeliverySettings } from '@/lib/settings/schema';
import { readHtml } from './read-html';
import type { Written } from './rules';

export type Given = {
  subject?: string;
  text?: string | null;
  html?: string | null;
  category: Written['category'];
};

/** What the rules look at, of a message as it was handed in. */
export async function readWritten(
  { subject = '', text = null, html, category }: Given,
  { content: { textFromHtml } }: DeliverySettings,
): Promise<Written> {
  return {
    subject,
    text,
    html: html ? await readHtml(html) : null,
    htmlBytes: Buffer.byteLength(html ?? ''),
    category,
    textFromHtml,
  };
}
