import { and, desc, eq } from 'drizzle-orm';
import { campaigns } from '@/drizzle/schema/campaigns';
import { keyOf } from '@/lib/companies/resolve';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { notFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { fromMicros } from '@/lib/money';
import { archiveOf } from './archive/addresses';
import type { Books, CampaignView, Decision } from './schema';
import type { CampaignState } from './states';

export type CampaignRow = typeof campaigns.$inferSelect;

/** The newest first; there are hundreds at most: no paging. */
export function campaignsOf(companyId: string | null, state?: CampaignState): Promise<CampaignRow[]> {
  return db()
    .select()
    .from(campaigns)
    .where(
      and(
        scoped({ companyId }, campaigns.companyId, 'shared'),
        state ? eq(campaigns.state, state) : undefined,
      ),
    )
    .orderBy(desc(campaigns.id))
    .limit(500);
}

/** @throws AppError not_found */
export async function readCampaign(ctx: Pick<Context, 'companyId'>, id: string): Promise<CampaignRow> {
  const [row] = isUuid(id)
    ? await db()
        .select()
        .from(campaigns)
        .where(and(eq(campaigns.id, id), scoped(ctx, campaigns.companyId, 'shared')))
    : [];
  if (!row) throw notFound('campaign', id);
  return row;
}

export async function viewCampaign(row: CampaignRow): Promise<CampaignView> {
  const company = await keyOf(row.companyId);
  const { id, title, state, reason, audience, template, variables, language, subject, preheader } = row;
  const { fromEmail, fromName, test, startsAt, zoned, spreadHours, perMinute } = row;
  const { approvedBy, createdBy, startedBy, resendOf, archived, version, budgetMicros } = row;
  return {
    ...{ id, title, state, reason, audience, template, variables, language, subject, preheader },
    ...{ fromEmail, fromName, test, startsAt, zoned, spreadHours, perMinute },
    tracking: { opens: row.trackOpens, clicks: row.trackClicks },
    variants: row.variants.map(({ templateId: _id, templateVersion: _version, ...variant }) => variant),
    decision: row.decision as Decision | null,
    decideAt: iso(row.decideAt),
    beginsAt: iso(row.beginsAt),
    budget: budgetMicros === null ? null : { amount: fromMicros(budgetMicros), hard: row.budgetHard },
    ...{ approvedBy, createdBy, startedBy },
    startedAt: iso(row.startedAt),
    finishedAt: iso(row.finishedAt),
    books: booksOf(row),
    ...{ resendOf, archived, version },
    archive: archiveOf(row),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    ...(company && { company }),
  };
}

function booksOf({ books }: CampaignRow): Books | null {
  if (!books) return null;
  const { audience, sent, excluded, failed, parked, uncertain, waiting, reasons, at } = books;
  return { audience, sent, excluded, failed, parked, uncertain, waiting, reasons, at };
}

const iso = (at: Date | null) => at?.toISOString() ?? null;
