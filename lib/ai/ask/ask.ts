import type { z } from 'zod';
import { noteAnswer } from '@/lib/ai/log/settle';
import { configOf } from '@/lib/ai/providers/config';
import type { AiProviderRow } from '@/lib/ai/providers/view';
import type { Context } from '@/lib/context';
import type { Candidate } from '@/lib/routing/types';
import { currentSettings } from '@/lib/settings/current';
import { redactText } from '@/lib/text/redact';
import type { AiAnswer, AiTry } from './answer';
import { askBooked, type Booked } from './ask-booked';
import { rankAi } from './candidates';
import { whyNot } from './may-use';
import { mapTexts, Redactor } from './redact';
import type { AiUse } from './uses';

export type AiJob<T> = {
  use: AiUse;
  name: string;
  /** Of the words below: noted with each call. */
  version: number;
  instructions: string;
  input: unknown;
  schema: z.ZodType<T>;
  maxOutputTokens: number;
  /** Whose thing it is about. */
  companyId: string | null;
  /** What the schema cannot say; undefined: it is fine. An answer that is not is nobody's. */
  check?: (output: T) => string | undefined;
};

/** One try each, of three at most, and no other one once a person has waited for so long. */
const MOST_TRIES = 3;
const MOST_MS = 45_000;

/**
 * Asks whoever is first, then the next; never throws for what services do. Personal data is taken out before, and put back into the answer.
 */
export async function askAi<T>(ctx: Context, job: AiJob<T>): Promise<AiAnswer<T>> {
  const why = await whyNot(job.use, job.companyId);
  if (why) return { ok: false, reason: why, tries: [] };
  const { ai } = await currentSettings();
  const redactor = new Redactor(ai.hidePersonalData);
  // Keys and tokens leave in no case, and do not come back.
  const input = redactor.hide(mapTexts(job.input, redactText));
  const { candidates, rows } = await rankAi(job.companyId, job.use);
  const tries: AiTry[] = [];
  const ranked = candidates.filter(({ rank }) => rank !== null);
  const began = Date.now();
  let asked = 0;
  for (const { providerId } of ranked) {
    if (asked >= MOST_TRIES || Date.now() - began > MOST_MS) break;
    const row = rows.get(providerId)!;
    const answer = await tryOne(ctx, { ...job, input, redacted: ai.hidePersonalData }, row);
    // Whom our own limits kept from being asked costs nobody a try.
    if (!('refused' in answer)) asked += 1;
    if ('refused' in answer) tries.push({ provider: row.name, outcome: answer.refused });
    else if (!answer.ok) tries.push({ provider: row.name, outcome: answer.failure.fault });
    else {
      const output = redactor.restore(answer.output) as T;
      const flaw = job.check?.(output);
      if (flaw === undefined)
        return {
          ok: true,
          output,
          provider: row.name,
          model: row.model,
          tries,
          costMicros: answer.costMicros,
        };
      tries.push({ provider: row.name, outcome: 'output' });
    }
  }
  return { ok: false, reason: reasonOf(tries, candidates), tries };
}

async function tryOne<T>(ctx: Context, job: Booked<T>, row: AiProviderRow) {
  const config = await configOf(row);
  if (!config) return { refused: 'no_key' as const };
  const answer = await askBooked(ctx, row, config, job);
  if (!('refused' in answer)) await noteAnswer(row.id, answer);
  return answer;
}

function reasonOf(tries: AiTry[], candidates: Candidate[]) {
  const isUsedUp = candidates.some(({ reason }) => reason === 'budget_used');
  if (tries.length === 0) return isUsedUp ? 'budget' : 'no_provider';
  return tries.every(({ outcome }) => outcome === 'total' || outcome === 'budget') ? 'budget' : 'failed';
}
