import type { StoredRecipient } from '@/drizzle/schema/messages';
import { scopedSql } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { findByProviderId } from '@/lib/messages/find-by-provider-id';
import { type Field, listValues } from './fields';
import type { Mail } from './mail';

export type Matched = { id: string; recipients: StoredRecipient[]; providerId: string | null };

/** A mail that names more is of somebody who tries. */
const MOST_NAMES = 20;

/**
 * Which of our messages a mail is about: by the address it came to, by the Message-ID that we gave, by the id that a provider gave.
 *
 * Anybody can write a bounce. One has an effect only where it names a message that exists and is out, by an id with 74 random bits, which only
 * its recipients and the servers on its way have seen; and only upon one of its recipients (`recipient.ts`). What is left to whom a message
 * was sent together with others is to call these bounced. Nothing in a bounce is shown as anything but text, or sent to anybody.
 */
export async function findMessage(ctx: Context, mail: Mail, returned: Field[]): Promise<Matched | undefined> {
  const names = namesIn(mail, returned);
  return (
    (await findOut(ctx, names.flatMap(ownIdIn))) ??
    (await findOut(
      ctx,
      (
        await Promise.all(
          names
            .flatMap(providerIdsIn)
            .slice(0, MOST_NAMES)
            .map((name) => findByProviderId(name)),
        )
      ).flat(),
    ))
  );
}

/** The first that is no draft of the future: somebody was tried. In the order of `ids`. */
async function findOut(ctx: Context, ids: string[]): Promise<Matched | undefined> {
  if (ids.length === 0) return undefined;
  const rows = await sql()<Matched[]>`
    select id, recipients, provider_id as "providerId" from messages
    where id = any(${ids}::uuid[]) and channel = 'email' and ${scopedSql(ctx)}`;
  const out = rows.filter(({ recipients }) => recipients.some(isOut));
  return out.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))[0];
}

/** A provider was given it for them, as far as is known. */
export function isOut({ status }: StoredRecipient): boolean {
  return status !== 'waiting' && status !== 'captured';
}

/** Where a mail may name ours: first the address it came to (VERP), then the returned header, then what it answers. */
function namesIn({ fields, parts }: Mail, returned: Field[]): string[] {
  const to = ['delivered-to', 'x-original-to', 'envelope-to', 'to'].flatMap((name) =>
    listValues(fields, name),
  );
  const own = [
    'message-id',
    'x-message-id',
    'x-ses-message-id',
    'x-mailgun-sid',
    'original-message-id',
  ].flatMap((name) => listValues(returned, name));
  const answered = ['in-reply-to', 'references', 'x-original-message-id'].flatMap((name) =>
    listValues(fields, name),
  );
  const inReports = parts
    .filter(({ type }) => REPORTS.test(type))
    .flatMap(({ text }) =>
      [...text.matchAll(/^(?:original|x-original)-?message-?id: *(.{1,300})$/gim)].map((match) => match[1]!),
    );
  return [...to, ...own, ...inReports, ...answered].map((name) => name.slice(0, 4_000)).slice(0, MOST_NAMES);
}

const REPORTS = /^message\/(?:global-)?(?:delivery-status|feedback-report|disposition-notification)$/;

const UUID =
  /(?<![\da-f])([\da-f]{8})-?([\da-f]{4})-?(7[\da-f]{3})-?([89ab][\da-f]{3})-?([\da-f]{12})(?![\da-f])/gi;

/** A message's id, in a Message-ID `<id@domain>` or behind the plus of an address. */
function ownIdIn(name: string): string[] {
  return [...name.matchAll(UUID)]
    .slice(0, MOST_NAMES)
    .map(([, ...groups]) => groups.slice(0, 5).join('-').toLowerCase());
}

/** With and without its domain: Amazon SES tells the first half, and writes `<id@email.amazonses.com>`. */
function providerIdsIn(name: string): string[] {
  return [...name.matchAll(/<([^<>\s]{4,200})>/g)].flatMap(([, id]) => [id!, id!.split('@')[0]!]);
}
