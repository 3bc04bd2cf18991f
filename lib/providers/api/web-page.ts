import type { OutboundReply } from '@/lib/outbound/safe-fetch';

type Answer = Pick<OutboundReply, 'headers' | 'text'>;

/** A page for people: a proxy's, a portal's, an edge's. No mail API answers with one. */
export function isWebPage({ headers, text }: Answer): boolean {
  return /\bhtml\b/i.test(headers['content-type'] ?? '') || /^\s*<(!doctype|html|head|body)\b/i.test(text);
}

const READ = 4000;

/** What it says, without its markup. */
export function pageTitle({ text }: Answer): string {
  const read = text.slice(0, READ);
  const title = /<title>([^<]*)/i.exec(read)?.[1];
  const words = title ?? read.replace(/<[^<>]*>/g, ' ');
  return words.replace(/\s+/g, ' ').trim().slice(0, 300) || 'a web page';
}
