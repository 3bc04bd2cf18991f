import { beforeEach } from 'vitest';
import { evaluateAlerts } from '@/lib/alerts/evaluate';
import type { AlertKind } from '@/lib/alerts/kinds';
import { listAlerts } from '@/lib/alerts/list';
import { createAlertRule } from '@/lib/alerts/rules';
import { createUser } from '@/lib/auth/create-user';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { updateSettings } from '@/lib/settings/update';
import { beat } from '@/lib/workers/heartbeat';
import { testContext } from './factories';

const MINUTE_MS = 60_000;
let now = 0;

/** Each test begins at that moment, or now. After `useDatabaseForEachTest`. */
export function useAlerts(begin?: string): void {
  beforeEach(async () => {
    now = begin ? Date.parse(begin) : Date.now();
    // Nobody waits five seconds to see a provider down again.
    await updateSettings(testContext, { delivery: { retries: { immediateTries: 1 } } });
  });
}

export function passTime(minutes: number): void {
  now += minutes * MINUTE_MS;
}

/** In so many minutes. */
export function alertTime(minutes = 0): string {
  return new Date(now + minutes * MINUTE_MS).toISOString();
}

/** After so many minutes, as the job does. */
export async function look(minutes = 1): Promise<void> {
  passTime(minutes);
  await evaluateAlerts(new Date(now));
}

export const startWorker = () => beat({ id: newId(), startedAt: new Date(), poolIds: [] });

export const onlyRule = (kind: AlertKind) => sql()`update alert_rules set active = kind = ${kind}`;

/** The first of a kind. */
export async function ruleOf(kind: AlertKind): Promise<string> {
  const [row] = await sql()<
    { id: string }[]
  >`select id from alert_rules where kind = ${kind} order by id limit 1`;
  return row!.id;
}

export async function openAlerts() {
  return (await listAlerts(testContext, { state: 'open', limit: 9 })).data;
}

export function mails() {
  return sql()<{ subject: string; to: string; text: string; providers: string[] | null }[]>`
    select m.subject, m.recipients -> 0 ->> 'address' as to, b.text, m.provider_ids as providers
    from messages m join message_bodies b on b.message_id = m.id order by m.id`;
}

export const subjects = async () => (await mails()).map(({ subject }) => subject);

export async function makePerson(
  email: string,
  role: 'administrator' | 'technician',
  language: 'en' | 'es' = 'en',
) {
  await createUser(testContext, { email, name: email, role, language, password: 'a long enough password' });
}

/** An open one of a company, as a rule of its own finds it; `mark` names all that is its own. */
export async function plantAlert(
  company: string | null,
  mark: string,
): Promise<{ id: string; ruleId: string }> {
  const { id: ruleId } = await createAlertRule(testContext, {
    kind: 'parked',
    company,
    recipients: [`${mark}@example.com`],
  });
  const id = newId();
  await sql()`
    insert into alerts (id, rule_id, company_id, kind, subject, severity, values, fired_at, last_seen_at)
    values (${id}, ${ruleId}, ${company}, 'provider_down', ${mark}, 'critical', ${sql().json({ name: mark })}, now(), now())`;
  return { id, ruleId };
}
