import { MOST_NAMED } from '@/lib/channels/message-fields';
import { settingsFor } from '@/lib/companies/settings-for';
import { jobContext } from '@/lib/context';
import { errorMessage } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locales';
import { log } from '@/lib/log';
import { MessageInput } from '@/lib/messages/schema';
import { cachedProviders } from '@/lib/providers/cache';
import { keepsMessages } from '@/lib/providers/keeps';
import type { LoadedProvider } from '@/lib/providers/load';
import { brandFor } from '@/lib/templates/brand';
import { drawLetter } from '@/lib/templates/own-mails/letter';
import { acceptMessage } from './accept';

export type SystemMail = {
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** With it the text is drawn as well, in the look of the templates; without it goes as it is. */
  language?: Locale;
  /** Base64; with a `contentId` they stand in the HTML. */
  attachments?: { filename: string; contentType: string; content: string; contentId?: string }[];
  /** Whose providers and sender it has, besides the shared ones. */
  companyId?: string | null;
  /** The same mail asked for again with this key within a day is the first one. */
  key?: string;
  /** Ids of providers that carry it only where nobody else does. */
  avoid?: readonly string[];
  /** Within these hours the first mail with this key stands for all, whatever is in them. */
  once?: { key: string; hours: number };
};

/** `sandbox`: nobody gets it while there are only sandboxes. */
export type SystemMailResult =
  | { ok: true; messageId: string; sandbox: boolean }
  | { ok: false; reason: 'no_provider' | 'no_sender' };

/**
 * A mail of Relevo's own to a person: an invitation, a reminder, a report. It goes the way of all messages, whoever brought it about, so that
 * nothing a token is bound to bounds it. Says where there is nobody to carry it, instead of letting it wait unseen.
 */
export async function sendSystemMail(mail: SystemMail): Promise<SystemMailResult> {
  const { companyId = null, key, once, avoid = [], language, ...content } = mail;
  const [all, { sender }] = await Promise.all([cachedProviders(), settingsFor(companyId)]);
  const own = all.filter(
    ({ row, problem }) =>
      row.channel === 'email' &&
      row.active &&
      !problem &&
      row.settings.onlyTests !== true &&
      (row.companyId === null || row.companyId === companyId),
  );
  const real = own.filter(({ row }) => !keepsMessages(row));
  // A sandbox is no way out where there are others: nobody would read it.
  const usual = real.length > 0 ? real : own;
  const better = usual.filter(({ row }) => !avoid.includes(row.id));
  const carriers = better.length > 0 ? better : usual;
  if (carriers.length === 0) return { ok: false, reason: 'no_provider' };
  if (!sender && !carriers.some(({ row }) => row.fromEmail)) return { ok: false, reason: 'no_sender' };
  const html = content.html ?? (language && (await draw(mail, language)));
  const input = MessageInput.parse({
    ...content,
    ...(html && { html }),
    priority: 'high',
    company: companyId,
    dedupe: once,
    ...(carriers.length < usual.length && { providers: firstOf(carriers) }),
  });
  const { id } = await acceptMessage(jobContext('system-mail'), input, key);
  return { ok: true, messageId: id, sandbox: real.length === 0 };
}

/** Named ones are asked in this order, so it is that of their priority; there may be more than a message can name. */
function firstOf(carriers: LoadedProvider[]): string[] {
  const byPriority = carriers.toSorted((a, b) => b.row.priority - a.row.priority);
  return byPriority.slice(0, MOST_NAMED).map(({ row }) => row.id);
}

/** A mail that tells of trouble must not fail for its looks. */
async function draw(
  { subject, text, to, companyId = null }: SystemMail,
  language: Locale,
): Promise<string | null> {
  try {
    return await drawLetter({ subject, text, to, language, brand: await brandFor(companyId) });
  } catch (error) {
    log.warn('a mail of our own goes out as text alone', { reason: errorMessage(error) });
    return null;
  }
}
