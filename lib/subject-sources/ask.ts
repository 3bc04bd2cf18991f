import { open } from '@/lib/crypto/envelope';
import { newId } from '@/lib/ids';
import { OutboundError } from '@/lib/outbound/outbound-error';
import { type OutboundReply, safeFetch } from '@/lib/outbound/safe-fetch';
import { sign } from '@/lib/webhooks/sign';
import { type SourceRow, secretContext } from './rows';
import type { Problem } from './schema';

const TIMEOUT_MS = 60_000;
/** Some 200,000 rows. */
const MOST_BYTES = 20 * 1024 * 1024;

export class SourceProblem extends Error {
  constructor(
    readonly code: Problem['code'],
    readonly detail: string,
  ) {
    super(`${code}: ${detail}`);
  }
}

/**
 * What stands at the address now. By the headers of Standard Webhooks whoever answers knows that it is we who ask, and when: signed is the
 * address itself, since a question has no body. @throws SourceProblem
 */
export async function askSource(row: SourceRow, signal: AbortSignal): Promise<OutboundReply> {
  const id = newId();
  const timestamp = Math.floor(Date.now() / 1000);
  const headers = {
    accept: 'text/csv, application/json',
    'user-agent': 'Relevo-Subjects',
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': sign({ id, timestamp, body: row.url }, [secretOf(row)]),
  };
  const asked = { method: 'GET' as const, url: row.url, headers };
  const reply = await safeFetch({ ...asked, timeoutMs: TIMEOUT_MS, maxBytes: MOST_BYTES, signal }).catch(
    (error) => {
      if (!(error instanceof OutboundError)) throw error;
      throw new SourceProblem(error.code === 'E2BIG' ? 'too_large' : 'no_answer', error.reason);
    },
  );
  if (reply.status !== 200) throw new SourceProblem('refused', String(reply.status));
  return reply;
}

function secretOf({ id, sealedSecret }: SourceRow): string {
  try {
    return open(sealedSecret, secretContext(id));
  } catch {
    throw new SourceProblem('no_secret', 'its master key is missing');
  }
}
