import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { AppError } from '@/lib/errors';
import { createListOf } from '@/lib/lists/create-of';
import type { ListView } from '@/lib/lists/schema';
import { refusal } from '@/lib/refusals';
import { OUTCOME } from './books';
import { readMine } from './halt';
import { readCampaign } from './rows';
import type { CampaignRecipient, ListOfInput, RecipientFilter } from './schema';

/** Who got it, who did not and why, and who did what. @throws AppError not_found */
export async function listRecipients(
  ctx: Context,
  { id, outcome, did, limit, cursor }: RecipientFilter & { id: string },
): Promise<{ data: CampaignRecipient[]; nextCursor: string | null }> {
  await readCampaign(ctx, id);
  const rows = await sql()<CampaignRecipient[]>`
    select * from (
      select r.contact_id as id, r.name, r.address, ${sql().unsafe(OUTCOME)} as outcome, coalesce(r.reason, m.reason) as reason, r.variant, r.message_id as "messageId"
      from campaign_recipients r left join messages m on m.id = r.message_id
      where r.campaign_id = ${id} and ${cursor ? sql()`r.contact_id > ${cursor}` : sql()`true`} ${did ? didIt(did) : sql()``}
    ) as each
    where ${outcome ? sql()`outcome = ${outcome}` : sql()`true`}
    order by id limit ${limit + 1}`;
  const data = rows.slice(0, limit);
  return { data, nextCursor: rows.length > limit ? data.at(-1)!.id : null };
}

/** A list of whoever did this, as it is known now: it stays when messages are forgotten. @throws AppError not_found, conflict, forbidden, name_taken */
export async function listOfRecipients(
  ctx: Context,
  { id, did, title }: ListOfInput & { id: string },
): Promise<ListView> {
  const { actor } = ctx;
  if (actor.type === 'token' && !actor.scopes.includes('campaigns:read'))
    throw new AppError('forbidden', 'Who did what needs the scope campaigns:read as well.');
  const row = await readMine(ctx, id);
  const rows = await sql()<{ id: string }[]>`
    select r.contact_id as id from campaign_recipients r join contacts c on c.id = r.contact_id
    where r.campaign_id = ${id} ${didIt(did)} order by 1`;
  if (rows.length === 0) throw new AppError('conflict', 'Nobody did that.', refusal('campaign_nobody_did'));
  const contactIds = rows.map((one) => one.id);
  return createListOf(ctx, { title, companyId: row.companyId, contactIds, by: row.title });
}

/** Whoever clicked has seen it, too. What programs did is nobody's doing. */
export function didIt(did: NonNullable<RecipientFilter['did']>) {
  const types = did === 'opened' || did === 'not_opened' ? ['opened', 'clicked'] : [did];
  const is = sql()`exists (select from events e where e.message_id = r.message_id and e.type = any(${types}) and not coalesce(e.detail ? 'machine', false))`;
  return did === 'not_opened' ? sql()`and r.message_id is not null and not ${is}` : sql()`and ${is}`;
}
