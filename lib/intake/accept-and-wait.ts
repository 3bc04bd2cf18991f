import type { ParsedMessage } from '@/lib/channels/message-fields';
import { localeFor } from '@/lib/companies/locale-for';
import { companyFor } from '@/lib/companies/resolve';
import type { Context } from '@/lib/context';
import { invalid } from '@/lib/errors';
import { waitForOutcome } from '@/lib/messages/wait';
import { acceptMessage } from './accept';
import type { Accepted } from './accepted';

const MAX_WAIT_SECONDS = 60;

/** `POST /api/v1/messages`: 202 at once, or with `Prefer: wait=N` 200 as soon as the first delivery has decided. */
export async function postMessage(ctx: Context, input: ParsedMessage, headers: Headers): Promise<Response> {
  const accepted = await acceptMessage(ctx, input, readIdempotencyKey(headers));
  // Several messages have no one outcome.
  const seconds = accepted.ids ? 0 : readWaitSeconds(headers);
  if (seconds === 0) return answer(accepted, 202, accepted);
  const header = headers.get('accept-language');
  const locale = await localeFor(await companyFor(ctx, input.company), { header, locale: ctx.locale });
  const { decided, ...outcome } = await waitForOutcome({ ...ctx, locale }, accepted.id, seconds);
  const { deduplicated } = accepted;
  return decided
    ? answer({ ...outcome, deduplicated }, 200, accepted, seconds)
    : answer(accepted, 202, accepted, seconds);
}

function answer(body: object, status: number, accepted: Accepted, waited?: number): Response {
  const { replayed: _replayed, ...plain } = body as Accepted;
  const headers = new Headers({ 'cache-control': 'no-store' });
  if (accepted.replayed) headers.set('idempotent-replayed', 'true');
  if (waited) headers.set('preference-applied', `wait=${waited}`);
  return Response.json(plain, { status, headers });
}

/** @throws AppError validation_failed */
export function readIdempotencyKey(headers: Headers, max = 256): string | undefined {
  const key = headers.get('idempotency-key');
  if (key === null) return undefined;
  if (key.length < 1 || key.length > max) throw invalid('Idempotency-Key', 'idempotency_key', { max });
  return key;
}

/** RFC 7240: `Prefer: wait=10`, in seconds. */
function readWaitSeconds(headers: Headers): number {
  const match = /(?:^|[,;\s])wait\s*=\s*"?(\d{1,4})"?/i.exec(headers.get('prefer') ?? '');
  return match ? Math.min(Number(match[1]), MAX_WAIT_SECONDS) : 0;
}
