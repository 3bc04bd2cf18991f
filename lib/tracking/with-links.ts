import type { StoredRecipient, StoredTracking } from '@/drizzle/schema/messages';
import { isOpen } from '@/lib/channels/open-recipient';
import { PREFERENCES_URL, UNSUBSCRIBE_URL } from '@/lib/templates/scope';
import { contactOf } from './contact-of';
import { linkKey } from './link-key';
import { type MessageLink, PIXEL_ENDING, signLink } from './link-token';
import { linkAddress } from './own-name';
import { rewriteHtml } from './rewrite-html';

type Message = {
  id: string;
  companyId: string | null;
  category: string;
  sender: string | null;
  recipients: StoredRecipient[];
};
type Content = {
  html: string | null;
  text: string | null;
  headers: Record<string, string> | null;
  tracking: StoredTracking | null;
};

/**
 * The message with links of ours, as far as it was accepted with the wish for them: the same each time it is tried. Without an address that
 * the world knows it stays as it is.
 */
export async function withLinks<C extends Content>(message: Message, given: C): Promise<C> {
  const isAsked = asksFor(UNSUBSCRIBE_URL, given);
  const isChosen = asksFor(PREFERENCES_URL, given);
  if (!given.tracking && !isAsked && !isChosen) return given;
  const address = await linkAddress(message);
  if (!address)
    return isAsked || isChosen
      ? withUrls(given, `mailto:${message.sender ?? ''}?subject=unsubscribe`)
      : given;
  const key = await linkKey();
  const recipient = onlyRecipient(message.recipients);
  const owner = { messageId: message.id, recipient };
  const urlOf = (path: 't' | 'u', link: MessageLink) => `${address}/api/${path}/${signLink(link, key)}`;
  const isLeft = unsubscribesBy(given.headers, `${address}/api/u/`);
  const unsubscribe = () =>
    urlOf('u', {
      kind: 'unsubscribe',
      ...owner,
      companyId: message.companyId,
      category: message.category === 'marketing' ? 'marketing' : 'transactional',
      address: recipient === null ? null : message.recipients[recipient]!.address,
    });
  const contactId = isChosen ? await contactOf(message.id) : null;
  const choose = contactId
    ? `${address}/api/u/preferences/${signLink({ kind: 'preferences', contactId }, key)}`
    : unsubscribe();
  const content = isAsked || isChosen ? withUrls(given, unsubscribe(), choose) : given;
  const { tracking, html, headers } = content;
  if (!tracking) return content;
  return {
    ...content,
    headers: tracking.unsubscribe
      ? { ...headers, ...unsubscribeHeaders(unsubscribe(), recipient !== null) }
      : headers,
    html:
      html === null
        ? null
        : rewriteHtml(html, {
            linkTo: tracking.clicks
              ? (link) => (isLeft(link.url) ? null : urlOf('t', { kind: 'click', ...owner, ...link }))
              : undefined,
            pixel: tracking.opens ? pixel(urlOf('t', { kind: 'open', ...owner }) + PIXEL_ENDING) : undefined,
          }),
  };
}

function asksFor(url: string, { html, text }: Content): boolean {
  return Boolean(html?.includes(url) || text?.includes(url));
}

/** A template has places for them, and nobody knows them before the message is sent. */
function withUrls<C extends Content>(content: C, unsubscribe: string, choose = unsubscribe): C {
  const put = (given: string, write: (url: string) => string) =>
    given.replaceAll(UNSUBSCRIBE_URL, write(unsubscribe)).replaceAll(PREFERENCES_URL, write(choose));
  const { html, text } = content;
  return {
    ...content,
    html: html === null ? null : put(html, (url) => url.replaceAll('&', '&amp;')),
    text: text === null ? null : put(text, (url) => url),
  };
}

/** A message to several goes out once for all: then nobody knows whose copy it is. */
function onlyRecipient(recipients: StoredRecipient[]): number | null {
  const [first, ...others] = recipients.flatMap((recipient, place) => (isOpen(recipient) ? [place] : []));
  return first !== undefined && others.length === 0 ? first : null;
}

/**
 * RFC 2369, and RFC 8058 where its conditions hold: one click needs TLS. That of a message to several leads to a page that asks who it is:
 * one of them must not unsubscribe the others.
 */
function unsubscribeHeaders(url: string, isOfOne: boolean): Record<string, string> {
  const isOneClick = isOfOne && url.startsWith('https:');
  return {
    'List-Unsubscribe': `<${url}>`,
    ...(isOneClick && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
  };
}

function pixel(url: string): string {
  return `<img src="${url}" alt="" width="1" height="1" style="border:0;height:1px;width:1px">`;
}

const WORDS = /unsubscri|opt-?out|desuscri|desubscri|darse-?de-?baja|cancelar-?suscrip/i;

/** What takes people off a list must work without us in between, and is no interest in what the message is about. */
function unsubscribesBy(headers: Content['headers'], own: string): (url: string) => boolean {
  const named = Object.entries(headers ?? {}).find(([name]) => /^list-unsubscribe$/i.test(name))?.[1] ?? '';
  const targets = new Set(Array.from(named.matchAll(/<([^<>]+)>/g), ([, url]) => URL.parse(url!)?.href));
  return (url) => targets.has(url) || url.startsWith(own) || WORDS.test(url);
}
