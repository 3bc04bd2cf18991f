import { compile } from 'html-to-text';
import type { DeliverySettings } from '@/lib/settings/schema';

/** Reading a page of this size takes some milliseconds; of a longer one nobody reads the text. */
const MAX_HTML = 256 * 1024;

/** What costs is not the length: 65,000 `<hr>` fit into 256 kB and take 200 ms, this many of the worst tags some 30. */
const MAX_TAGS = 8000;

const toText = compile({
  wordwrap: false,
  limits: { maxInputLength: MAX_HTML, maxDepth: 100 },
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false } },
    { selector: 'img', format: 'skip' },
    { selector: 'h1', options: { uppercase: false } },
    { selector: 'h2', options: { uppercase: false } },
    { selector: 'h3', options: { uppercase: false } },
  ],
});

type Bodies = { html: string | null; text: string | null };

/** The same message with text made of its HTML, where it has none and the settings want it. */
export function withText<Message extends Bodies>(
  message: Message,
  { textFromHtml: wanted }: DeliverySettings['content'],
): Message {
  const { html, text } = message;
  return text || !html || !wanted ? message : { ...message, text: textFromHtml(html) };
}

/** The words of an HTML message, for those who read text and for filters that look for it; null when it has none. */
export function textFromHtml(html: string): string | null {
  if (html.length > MAX_HTML || hasTooManyTags(html)) return null;
  return toText(html).trim() || null;
}

function hasTooManyTags(html: string): boolean {
  let tags = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1))
    if (++tags > MAX_TAGS) return true;
  return false;
}
