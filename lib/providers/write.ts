import { and, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { ProviderRow } from '@/drizzle/schema/providers';
import { providers } from '@/drizzle/schema/providers';
import { forgetQuota } from '@/lib/capacity/usage-windows';
import { findChannel } from '@/lib/channels/registry';
import { mayChange } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import type { Transaction } from '@/lib/database/db';
import { withUnique } from '@/lib/database/with-unique';
import { invalid, notFound } from '@/lib/errors';
import { toMicros } from '@/lib/money';
import { enqueue } from '@/lib/queue/enqueue';
import { withoutEmpty } from '@/lib/settings/overrides-schema';
import { KNOWN_AFTER_SECONDS } from './cache';
import { announceChange } from './follow';
import { keepsMessages } from './keeps';
import { matchesIdOrName, ownFirst } from './match';
import { recipientRules, withoutRepeats } from './recipient-domains';
import { getAdapter } from './registry';
import type { ProviderPatch } from './schema';

const FALLBACK_LOCK = 7_355_610;

type Self = { id: string; kind: string; channel: string; companyId: string | null };

/** The columns a patch touches; the money and the fallback take their stored shape. */
export async function toColumns(tx: Transaction, patch: ProviderPatch, self: Self) {
  const {
    settings: _settings,
    secrets: _secrets,
    kind: _kind,
    company: _company,
    costPerMessage,
    monthlyFee,
    budget,
    fallback,
    senderDomains,
    recipientDomains,
    overrides,
    ...plain
  } = patch;
  return {
    ...plain,
    ...(costPerMessage !== undefined && { costMicros: toMicros(costPerMessage) }),
    ...(monthlyFee !== undefined && { monthlyFeeMicros: toMicros(monthlyFee) }),
    ...(budget !== undefined && {
      budget: budget && { monthlyMicros: toMicros(budget.monthly), hard: budget.hard },
    }),
    ...(senderDomains !== undefined && {
      senderDomains: senderDomains?.length
        ? [...new Set(under('senderDomains', z.array(ruleOf(self)), senderDomains))]
        : null,
    }),
    ...(recipientDomains !== undefined && {
      recipientDomains: recipientDomains
        ? withoutRepeats(under('recipientDomains', recipientRules(ruleOf(self)), recipientDomains))
        : null,
    }),
    ...(overrides !== undefined && { overrides: withoutEmpty(overrides) }),
    ...(fallback !== undefined && { fallbackId: fallback ? await findFallback(tx, fallback, self) : null }),
  };
}

/** 0 would be refused as a limit; so is a hard budget that lets nothing through. Pausing is for that. @throws AppError validation_failed */
export function checkBudget({ budget, monthlyFeeMicros, costMicros }: ProviderRow): void {
  if (budget?.hard && costMicros > 0 && budget.monthlyMicros < monthlyFeeMicros + costMicros)
    throw invalid('budget.monthly', 'budget_too_small');
}

async function findFallback(tx: Transaction, idOrName: string, self: Self): Promise<string> {
  const [row] = await tx
    .select({ id: providers.id, name: providers.name, channel: providers.channel, kind: providers.kind })
    .from(providers)
    // What all share must not lean on what one company has.
    .where(
      and(matchesIdOrName(self, idOrName), self.companyId === null ? isNull(providers.companyId) : undefined),
    )
    .orderBy(...ownFirst(self, idOrName))
    .limit(1);
  if (!row) throw invalid('fallback', 'no_provider', { provider: idOrName });
  if (row.id === self.id) throw invalid('fallback', 'fallback_self');
  if (row.channel !== self.channel)
    throw invalid('fallback', 'fallback_channel', {
      provider: row.name,
      theirs: row.channel,
      ours: self.channel,
    });
  // Nothing of its mail would reach it: a sandbox takes only what names it.
  if (keepsMessages(row) && !keepsMessages(self))
    throw invalid('fallback', 'fallback_sandbox', { provider: row.name });
  if (await leadsTo(tx, row.id, self.id))
    throw invalid('fallback', 'fallback_circle', { provider: row.name });
  return row.id;
}

/** One change of a fallback at a time: two that are fine by themselves could close a circle. */
async function leadsTo(tx: Transaction, from: string, to: string): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(${FALLBACK_LOCK})`);
  const rows = await tx.execute(sql`
    with recursive chain as (
      select id, fallback_id from providers where id = ${from}
      union
      select p.id, p.fallback_id from providers p join chain on p.id = chain.fallback_id
    )
    select id from chain where id = ${to}`);
  return rows.length > 0;
}

/** What its channel takes as a rule on senders and recipients. */
function ruleOf({ channel }: Self): z.ZodType<string, string> {
  const address = findChannel(channel)?.address;
  return address?.rule ?? address?.schema ?? z.string();
}

/** Settings as the adapter's schema reads them. @throws ZodError with paths below `settings` */
export function parseSettings(kind: string, settings: unknown): Record<string, unknown> {
  return under('settings', getAdapter(kind).settings, settings) as Record<string, unknown>;
}

/** Names must be known to the kind; values must fit unless they clear. @throws ZodError with paths below `secrets` */
export function parseSecrets(
  kind: string,
  secrets: Record<string, string | null>,
): Record<string, string | null> {
  const given = Object.fromEntries(Object.entries(secrets).filter(([, value]) => value !== null));
  under('secrets', getAdapter(kind).secrets, given);
  const cleared = Object.entries(secrets).filter(([, value]) => value === null);
  under('secrets', getAdapter(kind).secrets, Object.fromEntries(cleared.map(([name]) => [name, 'x'])));
  return secrets;
}

function under<T>(key: string, schema: z.ZodType<T>, value: unknown): T {
  return z.object({ [key]: schema }).parse({ [key]: value }, { reportInput: true })[key] as T;
}

/** @throws AppError name_taken */
export function withUniqueName<T>(name: string | undefined, work: () => Promise<T>): Promise<T> {
  return withUnique('providers_name_key', { detail: `There already is a provider called ${name}.` }, work);
}

/** For who is about to change it. @throws AppError not_found; forbidden for a company's token where it is shared */
export async function lockProvider(tx: Transaction, ctx: Context, idOrName: string): Promise<ProviderRow> {
  const [row] = await tx
    .select()
    .from(providers)
    .where(matchesIdOrName(ctx, idOrName))
    .orderBy(...ownFirst(ctx, idOrName))
    .limit(1)
    .for('update');
  if (!row) throw notFound('provider', idOrName);
  mayChange(ctx, row.companyId);
  return row;
}

/** What was found of it with each domain holds for it as it was: it is judged anew as soon as every process knows of the change. */
export async function judgeAnew(tx: Transaction): Promise<void> {
  await enqueue(tx, 'check-domains', {}, 'providers', KNOWN_AFTER_SECONDS);
}

/** What was changed may be what parked messages wait for: more room, another password, a provider resumed. */
export async function letParkedTry(tx: Transaction, providerId: string): Promise<void> {
  await announceChange(tx);
  await forgetQuota(tx, providerId);
  // Every process knows of the change within a second; who was passed by in the meantime is released as well.
  await enqueue(tx, 'release', { providerId }, providerId, KNOWN_AFTER_SECONDS);
}
