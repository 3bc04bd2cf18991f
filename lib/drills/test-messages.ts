import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { AppError } from '@/lib/errors';
import { translator } from '@/lib/i18n/translate';
import { idFloor } from '@/lib/ids';
import { acceptBatch } from '@/lib/intake/batch';
import { cancelMessage } from '@/lib/messages/cancel';
import type { MessageInput } from '@/lib/messages/schema';
import { DRILL_TAG } from '@/lib/outages/modes';

/** `company`: that of the provider, whom nobody else's messages would ask. */
type Plan = {
  id: string;
  messages: number;
  to: string;
  company: string | null;
  /** At a sandbox: itself and the others, which take over. Absent: whoever is there. */
  providers?: string[];
};

/** Accepted at once and scheduled one a second: what was promised does not depend on any process. @throws AppError validation_failed */
export async function sendTestMessages(ctx: Context, plan: Plan): Promise<void> {
  if (plan.messages === 0) return;
  const start = Date.now();
  const inputs = Array.from({ length: plan.messages }, (_, index) => toMessage(ctx, plan, index, start));
  const { results } = await acceptBatch(ctx, { messages: inputs });
  const refused = results.find((result) => 'error' in result);
  if (refused && 'error' in refused)
    throw new AppError('validation_failed', `The test messages were refused: ${refused.error.detail}`);
}

function toMessage(
  ctx: Context,
  { id, messages, to, company, providers }: Plan,
  index: number,
  start: number,
): MessageInput {
  const t = translator(ctx.locale);
  return {
    to,
    ...(company && { company }),
    ...(providers && { providers }),
    subject: t('drills.message.subject', { number: index + 1, total: messages }),
    text: t('drills.message.text'),
    tags: [DRILL_TAG],
    metadata: { drill: id },
    // The first goes now; the second leaves time for accepting them all.
    ...(index > 0 && { scheduledAt: new Date(start + (index + 1) * 1000).toISOString() }),
  };
}

/** Those that have not left yet. One that is taken at this moment goes. */
export async function cancelTestMessages(ctx: Context, id: string, startedAt: Date): Promise<void> {
  const rows = await sql()<{ id: string }[]>`
    select id from messages
    where status = 'scheduled' and ${ofDrill(id, startedAt)}`;
  await Promise.all(
    rows.map((row) =>
      cancelMessage(ctx, row).catch((error: unknown) => {
        if (!(error instanceof AppError)) throw error;
      }),
    ),
  );
}

const ACCEPTED_WITHIN_MS = 60_000;

/** They were all accepted when it began, so their ids lie close together. */
export function ofDrill(id: string, startedAt: Date) {
  const [first, last] = [startedAt, new Date(startedAt.getTime() + ACCEPTED_WITHIN_MS)].map(idFloor);
  return sql()`id between ${first!} and ${last!} and tags @> ${[DRILL_TAG]} and metadata->>'drill' = ${id}`;
}
