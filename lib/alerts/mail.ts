import { and, eq, inArray, isNull, or, sql as raw } from 'drizzle-orm';
import type { alerts } from '@/drizzle/schema/alerts';
import { users } from '@/drizzle/schema/users';
import { settingsFor } from '@/lib/companies/settings-for';
import { db } from '@/lib/database/db';
import { AppError, errorMessage } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locales';
import { sendSystemMail } from '@/lib/intake/system-mail';
import { log } from '@/lib/log';
import { healthByProvider } from '@/lib/providers/health/health-view';
import type { RuleRow } from './measure';
import type { RuleTest } from './schema';
import { type Occasion, writeMail } from './text';

export type AlertRow = typeof alerts.$inferSelect;

/**
 * To each in their language, by a provider that works: never by the one that it is about, unless there is no other. `key`: the same
 * occasion told twice, by whomever, is one mail.
 */
export async function mailAlert(
  alert: AlertRow,
  rule: RuleRow,
  occasion: Occasion,
  key: string,
): Promise<RuleTest> {
  const people = await readersOf(rule);
  if (people.length === 0) return { sent: 0, problem: 'nobody' };
  const { companyId } = alert;
  const { timeZone } = await settingsFor(companyId);
  const avoid = await notWorking(alert);
  let sent = 0;
  for (const { email, language } of people) {
    const mail = { ...writeMail(alert, occasion, language, timeZone), to: email, companyId, avoid, language };
    const problem = await send({ ...mail, key: `alert ${key} ${email}` });
    // Nobody carries it to the others either.
    if (problem === 'no_provider' || problem === 'no_sender') return { sent, problem };
    if (!problem) sent++;
  }
  return { sent, problem: sent > 0 ? null : 'refused' };
}

/** One address that cannot be written to keeps nobody else from hearing of it. */
async function send(mail: Parameters<typeof sendSystemMail>[0]): Promise<RuleTest['problem']> {
  try {
    const result = await sendSystemMail(mail);
    return result.ok ? null : result.reason;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // Told already, with the figures of a minute before.
    if (error.code === 'idempotency_conflict' || error.code === 'idempotency_in_progress') return null;
    log.warn('somebody could not be told of an alert', { reason: errorMessage(error) });
    return 'refused';
  }
}

async function notWorking({ kind, subject }: AlertRow): Promise<string[]> {
  const health = await healthByProvider();
  const ill = [...health].filter(
    ([, { breaker, state, problem }]) => breaker !== 'closed' || state === 'unhealthy' || problem !== null,
  );
  return [...ill.map(([id]) => id), ...(kind.startsWith('provider_') ? [subject] : [])];
}

/** Those that the rule names, in the language of whoever has the address; without any, all administrators who see its company. */
async function readersOf({ recipients, companyId }: RuleRow): Promise<{ email: string; language: Locale }[]> {
  const { email, language, role, active, companyIds } = users;
  if (!recipients) {
    const sees =
      companyId === null
        ? isNull(companyIds)
        : or(isNull(companyIds), raw`${companyId}::uuid = any(${companyIds})`);
    return db()
      .select({ email, language })
      .from(users)
      .where(and(eq(active, true), eq(role, 'administrator'), sees));
  }
  const known = await db().select({ email, language }).from(users).where(inArray(email, recipients));
  return recipients.map(
    (address) => known.find((one) => one.email === address) ?? { email: address, language: 'en' as const },
  );
}
