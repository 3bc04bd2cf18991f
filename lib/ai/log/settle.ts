import type { Answer } from '@/lib/ai/call/ask-provider';
import type { AiFailure } from '@/lib/ai/call/failure';
import { isForAPerson } from '@/lib/ai/providers/state';
import { announce } from '@/lib/announcements/announce';
import { sql } from '@/lib/database/db';
import { costOf, type Price } from './cost';

/** So many failures in a row, of the service and not of what was asked, and it is left alone for so long. */
const MOST_FAILURES = 5;
const REST_MS = 5 * 60_000;
/** Until a person has seen to it: nobody writes of a time here. */
const FOR_GOOD_MS = 32 * 24 * 3_600_000;
/** They tell of what was asked: the service is well. */
const NOT_ITS_OWN = ['request', 'refused', 'output'];

/** What a call came to. Where nobody knows what it used, it may have been what was booked. */
export async function settleCall(
  callId: string,
  provider: { id: string } & Price,
  answer: Answer<unknown>,
): Promise<number | null> {
  const { usage, unsure, ms, requestId } = answer;
  const told = costOf(provider, usage);
  const outcome = answer.ok ? 'ok' : answer.failure.fault;
  const [call] = await sql()<{ costMicros: number | null }[]>`
    update ai_calls set duration_ms = ${ms}, outcome = ${outcome}, input_tokens = ${usage.input},
      cached_tokens = ${usage.cached}, output_tokens = ${usage.output}, reasoning_tokens = ${usage.reasoning},
      cost_micros = case when ${unsure} then greatest(cost_micros, ${told}) else ${told} end, request_id = ${requestId}
    where id = ${callId} returning cost_micros::float8 as "costMicros"`;
  return call?.costMicros ?? null;
}

/** How a provider is after an answer. */
export async function noteAnswer(providerId: string, answer: Answer<unknown>): Promise<void> {
  if (answer.ok) await noteWell(providerId);
  else if (!NOT_ITS_OWN.includes(answer.failure.fault)) await noteFailure(providerId, answer.failure);
  announce('ai');
}

async function noteWell(id: string): Promise<void> {
  await sql()`
    update ai_providers set failures = 0, open_until = null, fault = null, reply = null, failed_at = null
    where id = ${id} and (fault is not null or failures > 0 or open_until is not null)`;
}

async function noteFailure(id: string, { fault, reply, waitMs }: AiFailure): Promise<void> {
  const restMs = isForAPerson(fault) ? FOR_GOOD_MS : waitMs;
  await sql()`
    update ai_providers set failures = failures + 1, fault = ${fault}, reply = ${reply}, failed_at = now(),
      open_until = case
        when ${restMs}::float8 is not null then now() + ${restMs}::float8 * interval '1 millisecond'
        when failures + 1 >= ${MOST_FAILURES} then now() + ${REST_MS}::float8 * interval '1 millisecond' end
    where id = ${id}`;
}
