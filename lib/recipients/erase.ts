import { replaceInAudit } from '@/lib/audit/reseal';
import { isAccount } from '@/lib/auth/is-account';
import { eraseFromCampaigns } from '@/lib/campaigns/erase';
import { mayChange } from '@/lib/companies/scoped';
import { eraseContacts } from '@/lib/contacts/erase';
import type { Context } from '@/lib/context';
import { type Replacing, replaceIn, replacingAddresses, textColumns } from '@/lib/database/replace-text';
import { settledSince } from '@/lib/database/settled-since';
import { eraseAttempts } from '@/lib/delivery/erase';
import { formOf } from '@/lib/erasures/form';
import { beginErasure, finishErasure } from '@/lib/erasures/record';
import { AppError } from '@/lib/errors';
import { eraseEvents, eraseInbound, followedBy } from '@/lib/events/erase';
import { parseInput } from '@/lib/http/parse-input';
import { eraseReceived } from '@/lib/inbound/received/forget';
import { eraseContents } from '@/lib/intake/erase';
import { cancelMessage } from '@/lib/messages/cancel';
import { hideRecipient, messagesOf, openAmong, type Person } from '@/lib/messages/erase';
import { eraseNotifications } from '@/lib/notifications/erase';
import { type Refusal, refusal } from '@/lib/refusals';
import { eraseFromInbox } from '@/lib/sandbox/erase';
import { toCompare } from '@/lib/suppressions/compare';
import { eraseFromLists } from '@/lib/suppressions/erase';
import { spellings } from '@/lib/text/spellings';
import { eraseDeliveries } from '@/lib/webhooks/erase';
import { ErasableRef, type ErasedView } from './schema';
import { BY_MESSAGE, ROWS_STAY, STAYS } from './what-stays';

const AT_ONCE = 200;
const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Deletes what is known of one person: contents, replies and events of the messages to them, and their address wherever it is stored. What
 * was counted stays, as does the wish not to be written to, under a form that nobody can read. What still waits for them alone is canceled
 * first. It may be asked for again: one that broke off goes on, one that is done finds nothing.
 * @throws AppError conflict while a message to them is being sent, waits for others too, or for who has an account
 */
export async function eraseRecipient(ctx: Context, input: { address: string }): Promise<ErasedView> {
  const { address } = parseInput(ErasableRef, { address: input.address });
  // It is on messages of all companies.
  mayChange(ctx, null);
  if (ctx.companyId !== null) throw conflict('erase_one_company');
  const compared = toCompare('email', address);
  const addresses = [...new Set([...spellings(address), compared])];
  if (await isAccount(addresses)) throw conflict('erase_account');
  const canceled = await closeOpen(ctx, { addresses, standIn: '' });
  const erasure = await beginErasure(ctx, await formOf(compared));
  const person: Person = { addresses, standIn: erasure.standIn };
  const replacing = replacingAddresses(addresses, erasure.standIn);
  const messages = await eraseMessages(person, replacing);
  const suppressions = await eraseFromLists(person, erasure.form);
  await eraseInbound(replacing);
  await eraseReceived(addresses);
  await eraseNotifications(addresses);
  await eraseContacts(addresses);
  await eraseFromCampaigns(addresses);
  await replaceElsewhere(replacing);
  await replaceInAudit(ctx, replacing);
  await finishErasure(ctx, erasure, { messages, canceled });
  return { messages, canceled, suppressions };
}

/** Looks at all of them before it cancels one. @returns how many it canceled */
async function closeOpen(ctx: Context, person: Person): Promise<number> {
  const open: string[] = [];
  for await (const ids of batches(person))
    for (const { id, inHands, forOthers } of await openAmong(person, ids)) {
      if (inHands) throw conflict('erase_in_hands', { id });
      if (forOthers) throw conflict('erase_others', { id });
      open.push(id);
    }
  for (const id of open)
    await cancelMessage(ctx, { id }).catch(() => {
      throw conflict('erase_in_hands', { id });
    });
  return open.length;
}

async function eraseMessages(person: Person, replacing: Replacing): Promise<number> {
  const columns = await textColumns();
  let count = 0;
  for await (const ids of batches(person)) {
    // One that is sent again, or handed in, at this moment.
    if ((await hideRecipient(person, ids)) < ids.length) throw conflict('erase_in_hands', { id: ids[0]! });
    if (!(await settledSince())) throw conflict('erase_waits');
    const related = [...ids, ...(await followedBy(ids))].toSorted();
    await eraseAttempts(person, ids);
    await eraseEvents(person, ids);
    await eraseDeliveries(ids);
    await eraseFromInbox(ids);
    for (const [table, key] of Object.entries(BY_MESSAGE))
      await replaceIn({ table, columns: columns.get(table)!, key, ids: related }, replacing);
    await eraseContents(ids);
    count += ids.length;
  }
  return count;
}

async function* batches(person: Person): AsyncGenerator<string[]> {
  for (let after = FIRST; ; ) {
    const ids = await messagesOf(person, after, AT_ONCE);
    if (ids.length > 0) yield ids;
    if (ids.length < AT_ONCE) return;
    after = ids.at(-1)!;
  }
}

/** In every other table: one that is added later is among them by itself. */
async function replaceElsewhere(replacing: Replacing): Promise<void> {
  for (const [table, all] of await textColumns()) {
    const columns = all.filter(({ name }) => !(table in STAYS) && !(`${table}.${name}` in STAYS));
    if (columns.length > 0 && !(table in BY_MESSAGE))
      await replaceIn({ table, columns, except: ROWS_STAY[table] }, replacing);
  }
}

function conflict(code: Refusal['code'], params?: Refusal['params']): AppError {
  return new AppError('conflict', WORDS[code as keyof typeof WORDS], refusal(code, params));
}

const WORDS = {
  erase_account: 'Somebody with an account here has this address; who did what would no longer be known.',
  erase_in_hands: 'A message to them is being sent at this moment. Try again in a minute.',
  erase_one_company: 'What is known of a person is deleted by who looks at all companies.',
  erase_others: 'A message to them waits for other recipients, too. Cancel it, or wait until it is sent.',
  erase_waits: 'Something that began before takes long, and may still write of them. Try again in a minute.',
};
