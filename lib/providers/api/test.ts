import type { Outgoing } from '@/lib/channels/outgoing';
import type { Cause, RecipientOutcome, SendResult, TestResult, TestStep } from '@/lib/channels/results';
import type { OutboundError } from '@/lib/outbound/outbound-error';
import { type OutboundReply, type OutboundRequest, safeFetch } from '@/lib/outbound/safe-fetch';
import type { TestOptions } from '../adapter';
import { causeOfAnswer, causeOfOutcome, causeOfSilence } from './causes';
import { isWebPage, pageTitle } from './web-page';

export type Check = {
  name: TestStep['name'];
  request: Omit<OutboundRequest, 'signal'>;
  /** Which answers are good; default: 2xx. */
  passes?: (reply: OutboundReply) => boolean;
  /** Only that something answers there: nothing can be asked of it without sending. */
  anyAnswer?: true;
  /** Takes credentials that an answer repeats out of what is kept. */
  hide?: (text: string) => string;
  /** What a good answer tells a technician: account, quota left, sender state. Throws `TestFailure` when it is not good enough. */
  detail: (reply: OutboundReply) => string;
  /** What to try instead where the key is refused this: some keys may send and nothing else. */
  otherwise?: Check;
  /** The cause behind another status; default by status. */
  cause?: (reply: OutboundReply) => Cause | undefined;
};

export type KnownCause = (refused: RecipientOutcome) => Cause | undefined;

/** A check that answered, but with something that stops sending. */
export class TestFailure extends Error {
  constructor(
    readonly reason: Cause,
    message: string,
  ) {
    super(message);
  }
}

const LIMIT_MS = 10_000;

/** Calls that prove the credentials without sending anything, then the optional real message. */
export async function testByApi<Message extends Outgoing>(
  checks: Check[],
  options: TestOptions<Message>,
  send: (message: Message) => Promise<SendResult>,
  /** Of a refusal that the service has a code or words of its own for. */
  known?: KnownCause,
): Promise<TestResult> {
  const steps: TestStep[] = [];
  const transcript: string[] = [];
  try {
    for (const check of checks)
      await timed(steps, check.name, () => runCheck(check, options.signal, transcript));
    const { message } = options;
    if (message) await timed(steps, 'send', () => sendOne(send, message, known));
    return { ok: true, steps, transcript: transcript.join('\n') };
  } catch (error) {
    return { ok: false, steps, cause: causeOf(error), transcript: transcript.join('\n') };
  }
}

async function timed(steps: TestStep[], name: TestStep['name'], work: () => Promise<string>): Promise<void> {
  const began = performance.now();
  const step: TestStep = { name, ok: false, ms: 0, detail: '' };
  steps.push(step);
  try {
    step.detail = await work();
    step.ok = true;
  } catch (error) {
    step.detail = (error as Error).message.slice(0, 500);
    throw error;
  } finally {
    step.ms = Math.round(performance.now() - began);
  }
}

async function runCheck(check: Check, signal: AbortSignal, transcript: string[]): Promise<string> {
  const { method, url } = check.request;
  transcript.push(`> ${method} ${url}`);
  const reply = await safeFetch({
    ...check.request,
    signal: AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]),
  });
  const text = check.hide?.(reply.text) ?? reply.text;
  transcript.push(`< ${reply.status} ${text.slice(0, 2000)}`);
  if (check.anyAnswer) return check.detail(reply);
  const isGood = check.passes?.(reply) ?? (reply.status >= 200 && reply.status < 300);
  // A portal or a proxy in between, or the address of something else.
  if (isGood && isWebPage(reply)) throw new TestFailure('protocol', `a web page: ${pageTitle(reply)}`);
  if (isGood) return check.detail(reply);
  if (check.otherwise && (reply.status === 401 || reply.status === 403))
    return runCheck(check.otherwise, signal, transcript);
  throw new TestFailure(
    check.cause?.(reply) ?? causeOfAnswer(reply),
    `${reply.status} ${text.slice(0, 300)}`,
  );
}

async function sendOne<Message extends Outgoing>(
  send: (message: Message) => Promise<SendResult>,
  message: Message,
  known?: KnownCause,
) {
  const [outcome] = (await send(message)).outcomes;
  if (outcome?.outcome === 'accepted') return outcome.providerMessageId ?? 'accepted';
  const cause = outcome && (known?.(outcome) ?? causeOfOutcome(outcome));
  throw new TestFailure(cause ?? 'protocol', outcome?.reply ?? 'not accepted');
}

function causeOf(error: unknown): Cause {
  return error instanceof TestFailure ? error.reason : causeOfSilence(error as OutboundError);
}
