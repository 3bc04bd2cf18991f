import { eq } from 'drizzle-orm';
import { domainHealth, type StoredHealthItem } from '@/drizzle/schema/domain-health';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { translator } from '@/lib/i18n/translate';
import { findRow } from '../find';
import type { DomainHealth, HealthItem } from './schema';

/** As the last look found it. @throws AppError not_found */
export async function getHealth(ctx: Context, ref: string): Promise<DomainHealth> {
  const row = await findRow(ctx, ref);
  const [known] = await db().select().from(domainHealth).where(eq(domainHealth.domainId, row.id));
  return {
    domain: row.name,
    state: known?.checkedAt ? known.state : 'unknown',
    items: (known?.items ?? []).map(viewItem),
    checkedAt: known?.checkedAt?.toISOString() ?? null,
    nextCheckAt: known?.nextCheckAt.toISOString() ?? null,
  };
}

export function viewItem(item: StoredHealthItem): HealthItem {
  const t = translator('en');
  return {
    ...item,
    findings: item.findings.map(({ code, severity, values }) => ({
      code,
      severity: severity as HealthItem['state'],
      values,
      summary: t(`findings.${code}`, values),
      url: typeof values.removal === 'string' ? values.removal : null,
    })),
  };
}
