import { sql as drizzleSql } from 'drizzle-orm';
import { mutation } from '@/lib/audit/mutation';
import { upsertContacts } from '@/lib/contacts/save';
import { type Context, jobContext } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { toCompare } from '@/lib/suppressions/compare';
import { unsuppress } from '@/lib/suppressions/suppress';
import { greet } from './greet';
import type { OptIn } from './opt-in-token';
import type { ListRow } from './rows';
import { join } from './subscribe';

/** Somebody pressed the button in their mail: they are on the list, and whatever they said before against its mail is over. */
export async function confirmOptIn(list: ListRow, { contactId }: OptIn, ip: string | null): Promise<boolean> {
  const [person] = await sql()<{ email: string | null }[]>`
    select c.email from list_members m join contacts c on c.id = m.contact_id
    where m.list_id = ${list.id} and m.contact_id = ${contactId}`;
  if (!person?.email) return false;
  const { email } = person;
  const ctx: Context = { ...jobContext('opt-in'), ip };
  const isNew = await mutation(ctx, 'list.confirm', async (tx) => {
    const changed = await tx.execute(drizzleSql`
      update list_members set state = 'subscribed', by = ${email}, agreed_at = now(), agreed_ip = ${ip}, left_at = null
      where list_id = ${list.id} and contact_id = ${contactId} and state <> 'subscribed' returning 1`);
    return {
      result: changed.length > 0,
      subjectId: list.id,
      ownerId: list.companyId,
      after: { contactId },
    };
  });
  await unsuppress({
    companyId: list.companyId,
    address: email,
    category: 'marketing',
    cause: 'unsubscribe',
  });
  if (isNew) await greet(list, [contactId]);
  return true;
}

export type Form = { email: string; name: string | null; language: string };

/**
 * Somebody wrote an address into the form: nobody knows whose it is. What is known of it stays as it is, and whoever left the list, or is
 * to be asked on it, is asked. @throws AppError validation_failed
 */
export async function subscribeByForm(list: ListRow, form: Form, ip: string | null): Promise<'asked' | 'on'> {
  const ctx: Context = { ...jobContext('form'), ip };
  const contactId = (await knownBy(list, form.email)) ?? (await makeContact(ctx, list, form));
  const state = list.optIn === 'double' ? 'waiting' : 'subscribed';
  await join(ctx, list, {
    ...{ contactIds: [contactId], state, source: 'form', by: form.email, ip },
    again: 'waiting',
  });
  return state === 'waiting' ? 'asked' : 'on';
}

async function knownBy({ companyId }: ListRow, email: string): Promise<string | null> {
  const [row] = await sql()<{ id: string }[]>`
    select id from contacts where email_compared = ${toCompare('email', email)}
      and (company_id is null or company_id is not distinct from ${companyId})
    order by company_id nulls last, id limit 1`;
  return row?.id ?? null;
}

async function makeContact(ctx: Context, { companyId }: ListRow, form: Form): Promise<string> {
  const { email, name, language } = form;
  const { results } = await upsertContacts(ctx, {
    contacts: [{ email, name, language }],
    company: companyId,
  });
  const [only] = results;
  if (!only || 'error' in only) throw new Error('a contact that was looked at before was refused');
  return only.id;
}
