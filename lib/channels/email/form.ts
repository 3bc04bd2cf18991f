import type { ChannelForm, Draft } from '@/lib/channels/form';
import type { Cargo } from '@/lib/routing/carries';
import { hasQuestionMark, hasUnicodeLocalPart, readMailbox } from '@/lib/text/address';
import { splitMailboxes } from '@/lib/text/address-list';
import { asciiDomainOf } from '@/lib/text/ascii-domain';
import { hasPlaceholders } from './placeholders';
import { AddressInput, MAX_ATTACHMENTS, MAX_MESSAGE_BYTES, MAX_RECIPIENTS } from './schema';

const bare = (typed: string) => readMailbox(typed)?.email ?? null;

export const emailForm: ChannelForm = {
  recipients: { kinds: ['to', 'cc', 'bcc'], max: MAX_RECIPIENTS },
  parts: ['from', 'replyTo', 'subject', 'html', 'headers', 'attachments'],
  address: AddressInput as ChannelForm['address'],
  isMail: true,
  bare,
  split: splitMailboxes,
  groupOf: asciiDomainOf,
  cargoOf: cargoOfDraft,
  maxBytes: MAX_MESSAGE_BYTES,
  maxFiles: MAX_ATTACHMENTS,
};

function cargoOfDraft({ to = [], cc = [], bcc = [], replyTo = [], ...rest }: Draft): Cargo {
  const { from = '', subject = '', text = '', html = '', attachments = [] } = rest;
  const people = [...to, ...cc, ...bcc];
  const emails = [...people, ...replyTo, from].map((typed) => bare(typed) ?? '');
  const bodies = [text, html].map((body) => new TextEncoder().encode(body).length);
  const contentIdLength = Math.max(0, ...attachments.map(({ contentId = '' }) => contentId.length));
  return {
    sizeBytes: [...bodies, ...attachments.map(({ size }) => size)].reduce((sum, bytes) => sum + bytes, 0),
    recipients: people.length,
    bodyBytes: Math.max(...bodies),
    files: attachments.map(({ name, size, contentId }) => ({
      ext: /\.(\w{1,20})$/.exec(name)?.[1]?.toLowerCase() ?? '',
      bytes: size,
      ...(contentId && { inline: true as const }),
    })),
    ...(contentIdLength > 100 && { contentIdLength }),
    ...([subject, text].some(hasPlaceholders) && { placeholders: true as const }),
    ...(replyTo.length > 1 && { replyTo: replyTo.length }),
    ...(emails.some(hasUnicodeLocalPart) && { unicodeLocal: true as const }),
    ...(emails.some(hasQuestionMark) && { questionMark: true as const }),
  };
}
