import { and, eq, gt, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { aiProviders } from '@/drizzle/schema/ai';
import { bounceMailboxes } from '@/drizzle/schema/bounce-mailboxes';
import { companies } from '@/drizzle/schema/companies';
import { domains } from '@/drizzle/schema/domains';
import { messages } from '@/drizzle/schema/messages';
import { providers } from '@/drizzle/schema/providers';
import { tokens } from '@/drizzle/schema/tokens';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import type { Transaction } from '@/lib/database/db';
import { AppError, notFound } from '@/lib/errors';
import { refusal } from '@/lib/refusals';
import { forgetCompanies } from './cache';
import { lockCompany } from './lock';
import { mayChangeCompanies } from './own-only';

/**
 * Refused while it has providers, living tokens, bounce mailboxes, domains or messages that still wait. Those that came to rest stay until they are forgotten with
 * the others, and the figures too. @throws AppError not_found, conflict, forbidden
 */
export async function deleteCompany(ctx: Context, { id: ref }: { id: string }): Promise<void> {
  mayChangeCompanies(ctx);
  await mutation(ctx, 'company.delete', async (tx) => {
    const before = await lockCompany(tx, ref);
    if (!before) throw notFound('company', ref);
    const left = await belongings(tx, before.id);
    const parts = Object.entries(left).filter(([, count]) => count > 0);
    if (parts.length > 0)
      throw new AppError(
        'conflict',
        `${before.name} still has ${parts.map(inEnglish).join(', ')}. Delete or move them first.`,
        refusal('company_in_use', {
          name: before.name,
          ...left,
          others: parts.filter(([what]) => what !== 'domains').length,
        }),
      );
    await tx.delete(companies).where(eq(companies.id, before.id));
    return { result: undefined, subjectId: before.id, before };
  });
  forgetCompanies();
}

async function belongings(tx: Transaction, id: string) {
  const count = async (table: PgTable, where: SQL | undefined) => {
    const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(table).where(where);
    return row?.count ?? 0;
  };
  const living = and(
    eq(tokens.companyId, id),
    isNull(tokens.revokedAt),
    or(isNull(tokens.expiresAt), gt(tokens.expiresAt, sql`now()`)),
  );
  return {
    // Also those of AI: of whatever sort, they are deleted by who knows them.
    providers:
      (await count(providers, eq(providers.companyId, id))) +
      (await count(aiProviders, eq(aiProviders.companyId, id))),
    tokens: await count(tokens, living),
    mailboxes: await count(bounceMailboxes, eq(bounceMailboxes.companyId, id)),
    domains: await count(domains, eq(domains.companyId, id)),
    messages: await count(messages, and(eq(messages.companyId, id), isNotNull(messages.dueAt))),
  };
}

const NOUNS: Record<string, string> = {
  providers: 'provider',
  tokens: 'token',
  mailboxes: 'bounce mailbox',
  domains: 'domain',
  messages: 'waiting message',
};

function inEnglish([what, count]: [string, number]): string {
  return `${count} ${NOUNS[what]}${count === 1 ? '' : /x$/.test(NOUNS[what]!) ? 'es' : 's'}`;
}
