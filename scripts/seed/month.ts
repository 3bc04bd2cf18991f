import { Semaphore } from '@/lib/async/semaphore';
import { createCompany } from '@/lib/companies/create';
import { CompanyInput } from '@/lib/companies/schema';
import { commandContext } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { ensurePartitions } from '@/lib/database/partitions';
import { AppError } from '@/lib/errors';
import { rebuildRollUps } from '@/lib/metrics/rebuild';
import { createProvider } from '@/lib/providers/create';
import { ProviderInput } from '@/lib/providers/schema';
import { dayStatement, type Seeds } from './day';
import { PROVIDERS } from './providers';

const DAY_MS = 86_400_000;
const DAYS = 30;
/** Days that are written side by side: each is the work of one processor. */
const AT_ONCE = 2;
/** How much of a working day's mail the days from Sunday on have. */
const OF_A_WEEK = [0.35, 1.1, 1, 1, 1.05, 1.15, 0.55];

/**
 * Two companies, four providers and their messages of the last 30 days, with an outage in which another one took over, bounces, complaints,
 * opens and clicks. The same each time but for the moment it begins from. @throws AppError conflict where there is anything already
 */
export async function seedMonth(count: number): Promise<{ messages: number; seconds: number }> {
  await refuseUnlessEmpty();
  const began = performance.now();
  const now = new Date(Math.floor((Date.now() - 600_000) / 60_000) * 60_000);
  await ensurePartitions(sql(), 5, new Date(now.getTime() - DAYS * DAY_MS));
  const seeds = await makeNames(now);
  const days = daysUntil(now).map(({ share, ...day }) => ({ ...day, size: Math.round(count * share) }));
  const messages = days.reduce((sum, { size }) => sum + size, 0);
  const places = new Semaphore(AT_ONCE);
  await Promise.all(days.map((day) => places.run(() => sql().unsafe(dayStatement({ ...seeds, ...day })))));
  await sql().unsafe('analyze messages, message_bodies, attempts, events');
  await rebuildRollUps(commandContext('seed'));
  return { messages, seconds: Math.round((performance.now() - began) / 1000) };
}

async function refuseUnlessEmpty(): Promise<void> {
  const [row] = await sql()<[{ used: boolean }]>`
    select exists (select from messages) or exists (select from providers) or exists (select from delivery_days) as used`;
  if (row.used)
    throw new AppError(
      'conflict',
      'This system has messages or providers already. The month is written into an empty one only: start one of its own with RELEVO_DATA_DIR.',
    );
}

async function makeNames(now: Date): Promise<Seeds> {
  const ctx = commandContext('seed');
  const companies = await Promise.all(
    [
      { name: 'San Rafael Clinic', key: 'clinic' },
      { name: 'Garage Ñandutí', key: 'garage' },
    ].map((company) => createCompany(ctx, CompanyInput.parse(company))),
  );
  const providers: Record<string, string> = {};
  for (const [key, { earlier, ...provider }] of Object.entries(PROVIDERS)) {
    const { id } = await createProvider(ctx, ProviderInput.parse({ ...provider, active: false }));
    providers[key] = id;
    // Their prices are as old as the month; one of them was another at first.
    await sql()`update provider_prices set valid_from = ${now}::timestamptz - interval '60 days' where provider_id = ${id}`;
    if (earlier)
      await sql()`
        with first as (
          update provider_prices set valid_from = ${now}::timestamptz - make_interval(days => ${earlier.days}) where provider_id = ${id}
          returning provider_id, monthly_fee_micros)
        insert into provider_prices (provider_id, valid_from, cost_micros, monthly_fee_micros)
        select provider_id, ${now}::timestamptz - interval '60 days', ${earlier.costMicros}, monthly_fee_micros from first`;
  }
  return {
    providers: providers as Seeds['providers'],
    companies: companies.map(({ id }) => id),
    // From ten in the morning until past noon in Asunción, nine days ago.
    outage: outageOf(now),
    dearer: new Date(now.getTime() - (PROVIDERS.sendgrid.earlier?.days ?? 0) * DAY_MS),
  };
}

function outageOf(now: Date): { from: Date; to: Date } {
  const from = new Date(now.getTime() - 9 * DAY_MS);
  from.setUTCHours(13, 10, 0, 0);
  return { from, to: new Date(from.getTime() + 2.6 * 3_600_000) };
}

function daysUntil(now: Date): { from: Date; to: Date; share: number }[] {
  const days = Array.from({ length: DAYS }, (_, n) => {
    const to = new Date(now.getTime() - (DAYS - 1 - n) * DAY_MS);
    const from = new Date(to.getTime() - DAY_MS);
    return { from, to, share: OF_A_WEEK[new Date(to.getTime() - DAY_MS / 2).getUTCDay()]! * (1 + n / 100) };
  });
  const whole = days.reduce((sum, { share }) => sum + share, 0);
  return days.map((day) => ({ ...day, share: day.share / whole }));
}
