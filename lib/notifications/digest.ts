import { Cron } from 'croner';
import { settingsFor } from '@/lib/companies/settings-for';
import { jobContext } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { AppError, errorMessage, passes } from '@/lib/errors';
import { parseInput } from '@/lib/http/parse-input';
import { acceptMessage } from '@/lib/intake/accept';
import { log } from '@/lib/log';
import { MessageInput } from '@/lib/messages/schema';
import { drawDigest, type Item } from './draw-digest';
import type { Person } from './person';
import { digestOf, isRefused } from './preferences/view';
import type { Type } from './types/read';

/** In the morning of each day, or of Mondays, by the clocks of the person, else of the company. */
const WHEN = { daily: '0 9 * * *', weekly: '0 9 * * 1' };
const AT_ONCE = 200;
/** Whoever told of something right before that hour may still be writing it down. */
const SETTLE_MS = 60_000;
/** As long as a crash may take that it survives. */
const ONCE_HOURS = 168;

/** When what is told now goes in one mail with others, as this person asked; null: it goes by itself. */
export async function digestTime(
  type: Type,
  { contactId, digests, refused, stored, timeZone }: Person,
  companyId: string | null,
): Promise<Date | null> {
  const digest = contactId && stored.email && !type.required ? digestOf(type, digests) : null;
  // Whoever does not want it by mail has no mail to wait for.
  const isMailed =
    type.steps.some(({ channel }) => channel === 'email') && !isRefused(type, 'email', refused);
  if (!digest || !isMailed) return null;
  const timezone = timeZone ?? (await settingsFor(companyId)).timeZone;
  return new Cron(WHEN[digest], { timezone, paused: true }).nextRun();
}

type Group = {
  contactId: string;
  companyId: string | null;
  marketing: boolean;
  at: Date;
  address: string;
  items: Item[];
  ids: string[];
};

/** The mails whose time has come, each with all that was told of since. Once each: its moment names it, whatever is in it. @returns how many */
export async function sendDigests(now = new Date()): Promise<number> {
  const until = new Date(now.getTime() - SETTLE_MS);
  await leaveOutTheGone(until);
  let count = 0;
  for (;;) {
    const groups = await dueGroups(until);
    let sent = 0;
    // One that cannot be sent holds up nobody else.
    for (const group of groups)
      await send(group)
        .then(() => sent++)
        .catch((error: unknown) => log.error('a digest was not sent', { error: errorMessage(error) }));
    count += sent;
    if (groups.length < AT_ONCE || sent === 0) return count;
  }
}

/** Advertising goes by itself: who does not want it still hears of the rest. */
function dueGroups(until: Date): Promise<Group[]> {
  return sql()<Group[]>`
    select n.contact_id as "contactId", n.company_id as "companyId", n.marketing, n.digest_at as at, min(s.address) as address,
      array_agg(n.id order by n.id) as ids,
      jsonb_agg(jsonb_build_object('id', n.id, 'text', s.text, 'template', s.template, 'templateVersion', s.template_version,
        'language', s.language, 'variables', n.variables, 'person', n.person) order by n.id) as items
    from notifications n join notification_steps s on s.notification_id = n.id and s.channel = 'email' and s.state = 'planned'
    where n.digest_at <= ${until} and n.state = 'waiting' and n.contact_id is not null
    group by n.contact_id, n.company_id, n.marketing, n.digest_at order by n.digest_at limit ${AT_ONCE}`;
}

async function send(group: Group): Promise<void> {
  const { contactId, companyId, marketing, at, address, ids } = group;
  try {
    const drawn = await drawDigest(group);
    const input = parseInput(MessageInput, {
      to: address,
      company: companyId,
      category: marketing ? 'marketing' : 'transactional',
      metadata: { digest: contactId },
      dedupe: {
        key: `digest:${contactId}:${companyId ?? ''}:${marketing ? 'marketing:' : ''}${at.toISOString()}`,
        hours: ONCE_HOURS,
      },
      ...drawn,
    });
    const { id } = await acceptMessage(jobContext('notifications'), { ...input, type: 'digest' });
    await settle(ids, 'handed_over', id, null);
  } catch (error) {
    if (!(error instanceof AppError) || passes(error) || error.code === 'internal') throw error;
    await settle(ids, 'failed', null, error.errors?.[0]?.code ?? error.code);
  }
}

/** From then on they are as those that went by themselves. */
async function settle(ids: string[], state: string, messageId: string | null, reason: string | null) {
  await sql()`
    with marked as (
      update notification_steps set state = ${state}, message_id = ${messageId}, reason = ${reason}, handed_at = now()
      where notification_id = any(${ids}::uuid[]) and channel = 'email' and state = 'planned'
    )
    update notifications set digest_at = null, next_at = now() + interval '1 minute'
    where id = any(${ids}::uuid[]) and state = 'waiting'`;
}

/** Whoever was deleted meanwhile is told nothing more. */
async function leaveOutTheGone(until: Date): Promise<void> {
  await sql()`
    with gone as (
      update notifications set state = 'canceled', digest_at = null, finished_at = now(), attachments = null
      where digest_at <= ${until} and state = 'waiting' and contact_id is null returning id
    )
    update notification_steps s set state = 'canceled' from gone where s.notification_id = gone.id and s.state = 'planned'`;
}
