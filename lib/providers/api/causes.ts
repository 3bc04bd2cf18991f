import type { Cause, RecipientOutcome } from '@/lib/channels/results';
import type { OutboundError } from '@/lib/outbound/outbound-error';
import type { OutboundReply } from '@/lib/outbound/safe-fetch';
import { classifyStatus } from './status';
import { isWebPage } from './web-page';

/** Words that mean the same at every API. */
const WORDS: { says: RegExp; cause: Cause }[] = [
  // Brevo: "We have detected you are using an unrecognised IP address"; SendGrid's IP Access Management: "… not whitelisted".
  {
    says: /\b(unrecogni[sz]ed|unauthori[sz]ed|forbidden) IP\b|\bIP( address(es)?)? .{0,30}\b(not|un)[ -]?(allowed|authori[sz]ed|recogni[sz]ed|whitelisted|allowlisted|listed)/i,
    cause: 'address_not_allowed',
  },
  // Mailgun: "Free accounts are for test purposes only", "on probation"; Resend: "You can only send testing emails to your own email
  // address"; Postmark 412, "while your account is pending approval".
  {
    says: /\bfor test purposes\b|\btesting emails\b|\bon probation\b|\bpending approval\b|authorized recipients|share the same domain as the 'From'/i,
    cause: 'trial_account',
  },
  {
    says: /\b(account|sending|domain)\b.{0,40}\b(suspended|disabled|deactivated|paused|closed|banned)\b|may not send|not yet activated|activate your/i,
    cause: 'account_disabled',
  },
];

function causeByWords(text: string): Cause | undefined {
  const read = text.slice(0, 2000);
  return WORDS.find(({ says }) => says.test(read))?.cause;
}

/** Behind an answer that no adapter's own rule knows. */
export function causeOfAnswer(reply: OutboundReply): Cause {
  const { status, text } = reply;
  if (status === 429) return (classifyStatus(reply) as { quota?: boolean }).quota ? 'quota' : 'throttled';
  if (status >= 500) return 'unavailable';
  if (isWebPage(reply)) return status === 403 ? 'blocked' : 'protocol';
  const said = status >= 400 ? causeByWords(text) : undefined;
  return said ?? (status === 401 || status === 403 ? 'auth' : 'protocol');
}

/** What an adapter knows of its own refusals: a cause for each of their codes. */
export function causesByCode(codes: Partial<Record<Cause, (string | number)[]>>) {
  const byCode = new Map(
    Object.entries(codes).flatMap(([cause, each]) => each.map((code) => [String(code), cause as Cause])),
  );
  return ({ code }: Pick<RecipientOutcome, 'code'>): Cause | undefined => byCode.get(code ?? '');
}

/** Why the real message of a test did not go out. */
export function causeOfOutcome({
  outcome,
  fault,
  permanent,
  quota,
  declined,
  code,
  reply = '',
}: RecipientOutcome): Cause {
  if (outcome === 'unknown') return code === 'ETIMEDOUT' ? 'timeout' : 'unavailable';
  if (fault === 'recipient') return declined ? 'declined' : 'recipient';
  if (fault === 'throttled') return 'throttled';
  if (quota) return 'quota';
  const said = causeByWords(reply);
  if (said) return said;
  if (fault === 'content' || fault === 'cannot_carry') return 'protocol';
  if (!permanent) return 'unavailable';
  if (/^401\b|api key|signature|access token|server token/i.test(reply)) return 'auth';
  return /\bpermission|\bscopes?\b|not authorized|access forbidden/i.test(reply) ? 'permission' : 'sender';
}

/** Without an answer. */
export function causeOfSilence({ reason }: OutboundError): Cause {
  return reason === 'blocked' ? 'private_target' : (reason ?? 'protocol');
}
