import type { Context } from '@/lib/context';
import { eventId } from '@/lib/events/event-id';
import type { ToldType } from '@/lib/events/types';
import { idTime } from '@/lib/ids';
import { applyEvents, type ToldEvent } from '@/lib/messages/apply-events';
import { currentReplyRules } from '@/lib/replies/own/current';
import { findValue } from './fields';
import { findMessage, type Matched } from './find-message';
import type { Mail } from './mail';
import { type Finding, readBounce } from './read-bounce';
import { recipientOf } from './recipient';
import type { Effect } from './vocabulary';

export type BounceResult = Pick<Finding, 'class' | 'cause' | 'code' | 'reply' | 'rule'> & {
  /** Ours where it was found, else as the mail says. */
  recipient: string | null;
  messageId: string | null;
  type: ToldType | null;
  effect: Effect;
};

type Options = { dryRun?: boolean };

/** Reads a mail, finds which message it is about, and notes what it tells of each recipient. The same mail read again changes nothing. */
export async function applyBounce(
  ctx: Context,
  mail: Mail,
  { dryRun }: Options = {},
): Promise<BounceResult[]> {
  const { findings, returned } = readBounce(mail, await currentReplyRules());
  const message = await findMessage(ctx, mail, returned);
  const results: BounceResult[] = [];
  for (const finding of findings) results.push(await applyFinding({ mail, finding, message, dryRun }));
  return results;
}

type Work = Options & { mail: Mail; finding: Finding; message: Matched | undefined };

async function applyFinding({ mail, finding, message, dryRun }: Work): Promise<BounceResult> {
  const type = typeOf(finding);
  const recipient = message && recipientOf(finding.recipients, message.recipients);
  const result = {
    class: finding.class,
    cause: finding.cause,
    code: finding.code,
    reply: finding.reply,
    ...(finding.rule && { rule: finding.rule }),
    recipient: recipient ?? finding.recipients[0] ?? null,
    messageId: message?.id ?? null,
    type,
  };
  if (!type) return { ...result, effect: 'nothing' };
  if (!message) return { ...result, effect: 'no_message' };
  // Who answers from another address answers all the same.
  if (!recipient && type !== 'replied') return { ...result, effect: 'no_recipient' };
  if (dryRun) return { ...result, effect: 'would_be_noted' };
  const [effect] = await applyEvents([
    toEvent({ mail, finding, message, recipient: recipient ?? null, type }),
  ]);
  // Whoever it was about is not known any more.
  return { ...result, effect: effect === 'erased' ? 'no_message' : effect! };
}

/**
 * `bounced` is said of a recipient alone, and only for good. What ended for another reason has `failed`: nobody is called bad for a fault of
 * ours, a full mailbox or a server that was away.
 */
function typeOf({ class: kind, cause, isDelay }: Finding): ToldType | null {
  if (kind === 'complaint') return 'complained';
  if (kind === 'delivered') return 'delivered';
  if (kind === 'human_reply') return 'replied';
  if (kind !== 'hard' && kind !== 'soft') return null;
  if (isDelay) return 'deferred';
  return kind === 'hard' && cause === 'recipient' ? 'bounced' : 'failed';
}

type Told = { mail: Mail; finding: Finding; message: Matched; recipient: string | null; type: ToldType };

function toEvent({ mail, finding, message, recipient, type }: Told): ToldEvent {
  const at = timeOf(mail, message.id);
  const { class: kind, cause, code, reply, rule } = finding;
  return {
    id: eventId(
      [
        message.id,
        recipient ?? '',
        type,
        findValue(mail.fields, 'message-id') ?? '',
        findValue(mail.fields, 'date') ?? '',
      ],
      at,
    ),
    messageId: message.id,
    recipient,
    type,
    at,
    ...(message.providerId && { providerId: message.providerId }),
    detail: {
      by: type === 'replied' ? 'answer' : 'bounce',
      class: kind,
      ...(type === 'replied' && { subject: mail.subject.slice(0, MOST_SUBJECT).toWellFormed() }),
      ...(cause && { cause }),
      ...(code && { code }),
      ...(reply && { reply }),
      ...(rule && { rule }),
    },
  };
}

/** As long as a header's line may be. */
const MOST_SUBJECT = 998;

const DAY_MS = 86_400_000;
/** Servers give up after five days, some after two weeks. */
const LATEST_MS = 60 * DAY_MS;

/** As the mail says, where that can be: a clock may be wrong, and a forger says anything. The same whenever it is read. */
function timeOf({ fields }: Mail, messageId: string): Date {
  const sent = idTime(messageId).getTime();
  const said = Date.parse(findValue(fields, 'date')?.replace(/\([^()]*\)/g, '') ?? '');
  return new Date(said >= sent && said <= sent + LATEST_MS ? said : sent);
}
