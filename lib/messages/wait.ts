import type { StoredRecipient } from '@/drizzle/schema/messages';
import { sleep } from '@/lib/async/abort';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { partlyOf, tellOutcome } from './outcome';
import { outcomeTexts } from './outcome-texts';
import type { Status } from './status';

export type Outcome = {
  id: string;
  status: Status;
  provider: string | null;
  summary: string;
  decided: boolean;
};

type Row = {
  id: string;
  status: Status;
  dueAt: Date | null;
  recipients: StoredRecipient[];
  provider: string | null;
};

const POLL_MS = 60;
const waiting = new Map<string, Set<(row: Row) => void>>();
let polling = false;

/** Waits until a first delivery has decided, at most `seconds`; then says in plain words where the message stands. */
export async function waitForOutcome(ctx: Context, id: string, seconds: number): Promise<Outcome> {
  let settled: Row | undefined;
  const abort = new AbortController();
  const notify = (row: Row) => {
    settled = row;
    abort.abort();
  };
  const listeners = waiting.get(id) ?? new Set();
  waiting.set(id, listeners.add(notify));
  void poll();
  await sleep(seconds * 1000, abort.signal);
  listeners.delete(notify);
  if (listeners.size === 0) waiting.delete(id);
  if (settled) return { ...summarize(ctx, settled), decided: true };
  return {
    id,
    status: 'queued',
    provider: null,
    summary: outcomeTexts(ctx.locale)('waiting'),
    decided: false,
  };
}

/** One query for all who wait in this process; nobody waits, nothing runs. */
async function poll(): Promise<void> {
  if (polling) return;
  polling = true;
  try {
    while (waiting.size > 0) {
      await sleep(POLL_MS);
      // The last one may have gone meanwhile.
      if (waiting.size === 0) return;
      for (const row of await readDecided([...waiting.keys()]).catch(() => []))
        for (const notify of waiting.get(row.id) ?? []) notify(row);
    }
  } finally {
    polling = false;
  }
}

function readDecided(ids: string[]): Promise<Row[]> {
  return sql()<Row[]>`
    select m.id, m.status, m.due_at as "dueAt", m.recipients, p.name as provider
    from messages m left join providers p on p.id = m.provider_id
    where m.id = any(${ids}::uuid[]) and m.status <> 'queued'`;
}

function summarize(ctx: Context, row: Row): Omit<Outcome, 'decided'> {
  const { id, status, provider } = row;
  const summary = tellOutcome(outcomeTexts(ctx.locale), { ...row, partly: partlyOf(row) });
  return { id, status, provider, summary };
}
