import type { RecipientOutcome } from '../../adapter';
import { REPLY_RULES, type ReplyRule, type Stage } from './classify-rules';
import type { SmtpError } from './smtp-error';

type Verdict = Pick<RecipientOutcome, 'fault' | 'permanent' | 'quota' | 'retryAfterMs'>;

/** Whose fault a refusal is, whether for good, whether a limit of ours was reached, and when to come back if it says so. */
export function classifyReply(stage: Stage, responseCode: number, reply: string): Verdict {
  const rule = REPLY_RULES.find((candidate) => fits(candidate, stage, responseCode, reply));
  const retryAfterMs = parseRetryAfterMs(reply);
  return {
    fault: rule?.fault ?? 'provider',
    permanent: rule?.permanent ?? responseCode >= 500,
    ...(rule?.quota && { quota: true }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}

function fits(rule: ReplyRule, stage: Stage, responseCode: number, reply: string): boolean {
  const [, enhanced = ''] = /\b[245]\.(\d{1,3}\.\d{1,3})\b/.exec(reply) ?? [];
  return (
    (!rule.stages || rule.stages.includes(stage)) &&
    (rule.code === undefined || rule.code === responseCode) &&
    (rule.enhanced === undefined || (rule.enhanced === 'none' ? !enhanced : rule.enhanced.test(enhanced))) &&
    (!rule.temporary || responseCode < 500) &&
    (!rule.says || rule.says.test(reply))
  );
}

const UNITS_MS: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const IN_A_WHILE = /\b(?:in|after|for)\s+(\d{1,5})\s*(s|secs?|seconds?|m|mins?|minutes?|h|hours?|d|days?)\b/i;
const AT_A_TIME =
  /\b(?:until|after|at)\s+(\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s?(Z|UTC|GMT|[+-]\d\d:\d\d)/i;

/** "try again in 300 seconds", "retry in 5 minutes", "after 2027-01-31 00:00 UTC": milliseconds from now. */
export function parseRetryAfterMs(reply: string, now = Date.now()): number | undefined {
  const [, count, unit = ''] = IN_A_WHILE.exec(reply) ?? [];
  if (count) return Number(count) * UNITS_MS[unit[0]!.toLowerCase()]!;
  const [, time, zone = ''] = AT_A_TIME.exec(reply) ?? [];
  if (!time) return undefined;
  const at = Date.parse(`${time.replace(' ', 'T')}${/^[+-]/.test(zone) ? zone : 'Z'}`);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

/** One recipient's outcome out of nodemailer's error. `bodySent`: the server may have taken the message. */
export function outcomeOfError(address: string, error: SmtpError, bodySent: boolean): RecipientOutcome {
  const reply = (error.response ?? error.message).slice(0, 1000);
  if (!error.responseCode) {
    const code = error.originalCode ?? error.code ?? 'ECONNECTION';
    if (bodySent) return { address, outcome: 'unknown', code, reply };
    const permanent = error.code === 'EAUTH' && code !== 'EOAUTH2_LATER';
    return { address, outcome: 'refused', fault: 'provider', permanent, code, reply };
  }
  const verdict = classifyReply(stageOf(error), error.responseCode, reply);
  return { address, outcome: 'refused', ...verdict, code: String(error.responseCode), reply };
}

/** Which part of the conversation an error ended. */
export function stageOf(error: SmtpError): Stage {
  if (error.command === 'MAIL FROM') return 'sender';
  if (error.command === 'RCPT TO') return 'recipient';
  if (error.command === 'DATA') return 'data';
  return 'session';
}
