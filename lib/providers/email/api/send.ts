import type { OutgoingMessage } from '@/lib/channels/email/outgoing-message';
import type { RecipientOutcome, SendResult } from '@/lib/channels/results';
import type { OutboundError } from '@/lib/outbound/outbound-error';
import { safeFetch } from '@/lib/outbound/safe-fetch';
import type { ApiCall, Outcome } from '../../api/call';
import { judge, judgeSilence } from '../../api/judge';
import { addressesIn, fieldIn, namesOnlyTheSender } from './recipients';

/** The request for a part of the message's recipients. */
export type ToCall = (part: OutgoingMessage) => ApiCall | Promise<ApiCall>;

/**
 * One request for the whole message: all recipients share its outcome. Unless one address stopped it: that one is refused, and the others are
 * sent to at once without it, by halves where the API does not say who is meant.
 */
export async function sendByApi(
  message: OutgoingMessage,
  toCall: ToCall,
  signal: AbortSignal,
): Promise<SendResult> {
  const run: Run = { toCall, signal, requestsLeft: MOST_REQUESTS, isPointed: false };
  const outcomes = await sendTo(message, run);
  const address = new Map(outcomes.map((outcome) => [outcome.address, outcome]));
  const inOrder = message.recipients.map((recipient) => address.get(recipient)!);
  return { outcomes: run.isPointed ? inOrder : inOrder.map((outcome) => withoutBlame(outcome, inOrder)) };
}

/** For one bad address among fifty a dozen requests do; nobody needs more. */
const MOST_REQUESTS = 40;
const SOON_MS = 1000;

type Run = {
  toCall: ToCall;
  signal: AbortSignal;
  requestsLeft: number;
  /** Somebody was named; a field of recipients is nobody. */
  isPointed: boolean;
  /** What would be said to the rest as well: nobody asks any more. */
  stop?: Outcome;
};

async function sendTo(part: OutgoingMessage, run: Run): Promise<RecipientOutcome[]> {
  const { recipients } = part;
  if (run.stop) return share(run.stop, recipients);
  if (run.requestsLeft-- <= 0) return share(SOON, recipients);
  const { outcome, named, suspects } = await ask(part, run);
  const isTaken = outcome.outcome === 'accepted';
  if (!isTaken && (outcome.fault !== 'recipient' || !outcome.permanent)) {
    run.stop = forOthers(outcome);
    return share(outcome, recipients);
  }
  const refused: Outcome = { ...outcome, outcome: 'refused', fault: 'recipient', permanent: true };
  const others = recipients.filter((address) => !named.includes(address));
  if (named.length > 0)
    return [
      ...share(refused, named),
      ...(isTaken ? share(outcome, others) : others.length > 0 ? await sendTo(only(part, others), run) : []),
    ];
  if (isTaken) return share(outcome, recipients);
  if (recipients.length === 1 && showsOthers(part)) return sendTo(only(part, recipients), run);
  if (recipients.length === 1) return share(refused, recipients);
  const [front, back] = split(recipients, suspects);
  return [...(await sendTo(only(part, front), run)), ...(await sendTo(only(part, back), run))];
}

const SOON: Outcome = { outcome: 'refused', fault: 'recipient', permanent: false, retryAfterMs: SOON_MS };

type Answered = { outcome: Outcome; named: string[]; suspects: string[] };

async function ask(part: OutgoingMessage, run: Run): Promise<Answered> {
  const call = await run.toCall(part);
  const { method, url, headers, body, timeoutMs } = call;
  const { signal } = run;
  const reply = await safeFetch({ method, url, headers, body, timeoutMs, signal }).catch(
    (error: OutboundError) => error,
  );
  if (reply instanceof Error) return { outcome: judgeSilence(reply), named: [], suspects: [] };
  const outcome = judge({ ...call, speaks: 'json' }, reply);
  if (outcome.outcome === 'accepted') return { outcome, named: call.leftOut?.(reply) ?? [], suspects: [] };
  if (outcome.fault !== 'recipient') return { outcome, named: [], suspects: [] };
  const text = call.explain(reply).text.slice(0, 4000);
  if (namesOnlyTheSender(text, part)) return { outcome: ofSender(outcome), named: [], suspects: [] };
  const suspects = fieldIn(text, part);
  const pointed = [call.pointedAt?.(reply) ?? [], addressesIn(text, part)].find(({ length }) => length > 0);
  const named = pointed ?? (suspects.length === 1 ? suspects : []);
  run.isPointed ||= pointed !== undefined;
  return { outcome, named, suspects };
}

/** As in SMTP: nobody bounces for an address that is ours. Another provider may know it. */
function ofSender(outcome: Outcome): Outcome {
  return { ...outcome, fault: 'provider', permanent: true };
}

/** What a refusal of some says of those who were not asked for: the provider's trouble is theirs too, anything else is not. */
function forOthers(outcome: Outcome): Outcome | undefined {
  if (outcome.outcome === 'unknown')
    return { ...outcome, outcome: 'refused', fault: 'provider', permanent: false };
  return outcome.fault === 'provider' || outcome.fault === 'throttled' ? outcome : undefined;
}

function share(outcome: Outcome, recipients: string[]): RecipientOutcome[] {
  return recipients.map((address) => ({ address, ...outcome }));
}

/** A message of these alone: one that still showed the bad address would be refused for it again. */
function only(message: OutgoingMessage, recipients: string[]): OutgoingMessage {
  const [to, cc, bcc] = [message.to, message.cc, message.bcc].map((list) =>
    list.filter(({ email }) => recipients.includes(email)),
  );
  return { ...message, to: to!, cc: cc!, bcc: bcc!, recipients };
}

function showsOthers({ to, cc, bcc, recipients }: OutgoingMessage): boolean {
  return [...to, ...cc, ...bcc].some(({ email }) => !recipients.includes(email));
}

function split(recipients: string[], suspects: string[]): [string[], string[]] {
  const innocent = recipients.filter((address) => !suspects.includes(address));
  if (suspects.length > 0 && innocent.length > 0) return [innocent, suspects];
  const middle = Math.ceil(recipients.length / 2);
  return [recipients.slice(0, middle), recipients.slice(middle)];
}

/** All of several refused, and not one of them named: it may be something that they share, which another provider tells better. */
function withoutBlame(outcome: RecipientOutcome, all: RecipientOutcome[]): RecipientOutcome {
  const isShared = all.length > 1 && all.every(({ fault, permanent }) => fault === 'recipient' && permanent);
  return isShared ? { ...outcome, fault: 'cannot_carry' } : outcome;
}
