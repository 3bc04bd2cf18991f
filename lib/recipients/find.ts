import { and, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import { suppressions } from '@/drizzle/schema/suppressions';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { formsOf } from '@/lib/erasures/form';
import { readRows } from '@/lib/messages/list';
import { placesOf } from '@/lib/messages/places';
import type { Status } from '@/lib/messages/status';
import { toCompare } from '@/lib/suppressions/compare';
import { type FoundRecipient, isPhone, isWholeEmail, RecipientAddress, type RecipientSearch } from './schema';

/** Of so many of the newest messages that match. */
const LOOKED_AT = 50;
const MOST = 20;

const UUID_INSIDE = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/**
 * Who is meant by what somebody has at hand: an address or its beginning, a phone number, the id of a message (ours, a provider's, or the
 * `Message-ID` of the mail itself), or words of a subject. Never a scan: what no index serves is not looked for.
 */
export async function findRecipients(
  ctx: Context,
  { q }: RecipientSearch,
): Promise<{ data: FoundRecipient[] }> {
  const found = new Map<string, FoundRecipient>();
  const wanted = toLookFor(q);
  const rows = await newestWith(ctx, wanted);
  // An id of a provider may look like one of ours.
  const matching = rows.length > 0 || wanted === q ? rows : await newestWith(ctx, q);
  for (const { message } of matching)
    for (const { address, name } of message.recipients) {
      const key = address.toLowerCase();
      if (found.has(key)) continue;
      const { id, subject, acceptedAt } = message;
      const newest = {
        id,
        subject: subject ?? '',
        status: message.status as Status,
        acceptedAt: acceptedAt.toISOString(),
      };
      found.set(key, { address: key, name: name ?? null, message: newest, suppressed: false });
    }
  const whole = RecipientAddress.safeParse(q).data ?? '';
  // Nothing has to be known of an address for its story to be asked for: that nothing is known is one.
  if (isWhole(whole) && !found.has(whole))
    found.set(whole, { address: whole, name: null, message: null, suppressed: false });
  const rank = rankBy(whole);
  const data = [...found.values()].sort((a, b) => rank(a) - rank(b)).slice(0, MOST);
  return { data: await markSuppressed(ctx, data) };
}

/** As the search of messages takes it. A `Message-ID` of ours has the id of the message inside; a number is one word. */
function toLookFor(q: string): string {
  if (isPhone(q)) return q.replace(/\D/g, '');
  return UUID_INSIDE.exec(q)?.[0] ?? q;
}

async function newestWith(ctx: Context, q: string) {
  const rows: Awaited<ReturnType<typeof readRows>> = [];
  for await (const place of placesOf(ctx, { q })) {
    rows.push(...(await readRows(place, LOOKED_AT - rows.length)));
    if (rows.length >= LOOKED_AT) break;
  }
  return rows;
}

function isWhole(address: string): boolean {
  return isWholeEmail(address) || isPhone(address);
}

/** Who is named comes before who only had the same message. */
function rankBy(typed: string) {
  return ({ address, name }: FoundRecipient): number => {
    if (address === typed) return 0;
    if (address.startsWith(typed)) return 1;
    return address.includes(typed) || name?.toLowerCase().includes(typed) ? 2 : 3;
  };
}

async function markSuppressed(ctx: Context, found: FoundRecipient[]): Promise<FoundRecipient[]> {
  if (found.length === 0) return found;
  const compared = found.map(({ address }) => toCompare('email', address));
  const forms = await formsOf(compared);
  const rows = await db()
    .selectDistinct({ address: suppressions.address })
    .from(suppressions)
    .where(
      and(
        inArray(suppressions.address, [...forms].flat()),
        scoped(ctx, suppressions.companyId, 'shared'),
        isNull(suppressions.liftedAt),
        or(isNull(suppressions.expiresAt), gt(suppressions.expiresAt, sql`now()`)),
      ),
    );
  const listed = new Set(rows.map(({ address }) => address));
  return found.map((each, index) => ({
    ...each,
    suppressed: listed.has(compared[index]!) || listed.has(forms.get(compared[index]!)!),
  }));
}
