import type { Context } from '@/lib/context';
import { getDrillRecord } from './list';
import { reportDrill } from './report';
import type { DrillDetail } from './schema';
import { viewDrill } from './view';

/** With the report of what the router did so far. @throws AppError not_found */
export async function getDrill(ctx: Context, { id }: { id: string }): Promise<DrillDetail> {
  const record = await getDrillRecord(ctx, id);
  return { ...viewDrill(record), report: await reportDrill(ctx, record) };
}
