import { cachedCompanies } from '@/lib/companies/cache';
import { sql } from '@/lib/database/db';
import { errorMessage } from '@/lib/errors';
import { negotiateLocale } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translate';
import { sendSystemMail } from '@/lib/intake/system-mail';
import { log } from '@/lib/log';
import { linkKey } from '@/lib/tracking/link-key';
import { publicAddress } from '@/lib/tracking/public-address';
import { signOptIn } from './opt-in-token';

type Waiting = {
  listId: string;
  contactId: string;
  title: string;
  companyId: string | null;
  email: string;
  language: string | null;
};

/** So many at a time: each is a mail of its own. */
const MOST = 200;

/**
 * Sends the question to who waits for it: once, noted when it was handed in. Whoever ends before has asked nobody twice, for a mail asked for
 * again within a day is the first one. Without a public address there is no button to press: then they wait until somebody says it.
 */
export async function askWaiting(listId: string | null = null): Promise<number> {
  const address = publicAddress();
  if (!address) return 0;
  const waiting = await sql()<Waiting[]>`
    select m.list_id as "listId", m.contact_id as "contactId", l.title, l.company_id as "companyId", c.email, c.language
    from list_members m join lists l on l.id = m.list_id join contacts c on c.id = m.contact_id
    where m.state = 'waiting' and m.asked_at is null and c.email is not null and (${listId}::uuid is null or m.list_id = ${listId})
    -- Each list in turn: one whose company has nobody to carry mail keeps no other waiting.
    order by row_number() over (partition by m.list_id order by m.created_at, m.contact_id), m.list_id limit ${MOST}`;
  let asked = 0;
  for (const one of waiting) if (await ask(one, address)) asked++;
  return asked;
}

async function ask(one: Waiting, address: string): Promise<boolean> {
  const { listId, contactId, title, companyId, email } = one;
  try {
    const ofCompany = companyId === null ? null : (await cachedCompanies()).get(companyId)?.language;
    const language = negotiateLocale(one.language ?? ofCompany);
    const t = translator(language);
    const link = `${address}/api/l/${signOptIn({ listId, contactId }, await linkKey())}`;
    const key = `opt-in ${listId} ${contactId}`;
    const sent = await sendSystemMail({
      ...{ to: email, companyId, language },
      subject: t('lists.mail.subject', { list: title }),
      text: t('lists.mail.text', { list: title, link }),
      once: { key, hours: 24 },
    });
    if (!sent.ok) return false;
    await sql()`
      update list_members set asked_at = now()
      where list_id = ${listId} and contact_id = ${contactId} and state = 'waiting'`;
    return true;
  } catch (error) {
    // One address that cannot be written to does not keep the others waiting.
    log.warn('nobody was asked', { listId, contactId, reason: errorMessage(error) });
    return false;
  }
}
