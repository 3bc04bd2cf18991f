import type { NotificationState } from '@/drizzle/notification-states';
import { inTurns } from '@/lib/async/in-turns';
import { companyFor } from '@/lib/companies/resolve';
import { identities } from '@/lib/contacts/prepare';
import type { Context } from '@/lib/context';
import { sha256 } from '@/lib/crypto/compare';
import { requireRoom } from '@/lib/disk/room';
import { AppError, invalid } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { log } from '@/lib/log';
import { composeNotification } from './compose';
import { digestTime } from './digest';
import { keepFiles, type OpenFile, storedFile } from './files';
import { type Due, type HandedOver, handOver, isKnown } from './hand-over';
import { addressOn, findPerson, type Person } from './person';
import { isRefused } from './preferences/view';
import type { NotificationInput } from './schema';
import { type NewNotification, type StoredStep, storeNotification } from './store';
import { prepareType } from './types/prepared';
import type { Type } from './types/read';

export type ChannelAnswer = {
  channel: string;
  state: 'planned' | 'handed_over' | 'skipped' | 'failed';
  reason?: string;
  messageId?: string;
};

export type Notified = {
  id: string;
  state: NotificationState;
  /** Why nothing is sent: `off`, `duplicate`, `no_address` or `not_wanted`. */
  reason?: string;
  duplicateOf?: string;
  channels: ChannelAnswer[];
};

/**
 * Tells one person that something happened, by the channels of its type. Committed when this resolves: what is under way then goes on
 * whatever happens to this process. @throws AppError validation_failed; variables_invalid with all that is missing; forbidden; insufficient_storage
 */
export async function notify(ctx: Context, input: NotificationInput): Promise<Notified> {
  await requireRoom(ctx);
  const companyId = await companyFor(ctx, input.company);
  const prepared = await prepareType(companyId, input.type, ctx.locale);
  if (!prepared) throw invalid('type', 'no_notification_type', { type: input.type });
  const person = await findPerson(input, companyId);
  // Those of a batch were read in one go.
  await inTurns();
  const { type } = prepared;
  const id = newId();
  const composed = await composeNotification(prepared, input.variables, {
    id,
    companyId,
    person: person.stored,
    fields: person.fields,
    contactId: person.contactId,
  });
  // What a test tells stays a test: a mail of several would not.
  const digestAt = ctx.test ? null : await digestTime(type, person, companyId);
  const steps = type.steps.map((step, position): StoredStep => {
    const { channel, waitMinutes } = step;
    const address = addressOn(channel, person.stored, person.contactId);
    const reason =
      whyNot(type, channel, address, person) ?? (digestAt && channel !== 'email' ? 'in_digest' : null);
    return {
      position,
      channel,
      address,
      wait_minutes: waitMinutes,
      state: reason === null ? 'planned' : 'skipped',
      reason: reason ?? (digestAt && 'in_digest'),
      text: channel === 'email' && !digestAt ? null : composed.text,
      template: channel === 'email' ? (composed.mail?.template ?? null) : null,
      template_version: channel === 'email' ? (composed.mail?.version ?? null) : null,
      language: composed.language,
    };
  });
  const planned = steps.filter(({ state }) => state === 'planned');
  const files = await keepFiles(input);
  const notification: NewNotification = {
    id,
    company_id: companyId,
    type: type.key,
    contact_id: person.contactId,
    person: person.stored,
    variables: composed.variables,
    attachments: files.length > 0 ? files.map(storedFile) : null,
    mode: type.mode,
    priority: type.priority,
    marketing: type.marketing,
    quiet: person.quiet,
    digest_at: digestAt?.toISOString() ?? null,
    state: planned.length > 0 ? 'waiting' : 'skipped',
    reason: planned.length > 0 ? null : whyNobody(steps),
    actor: ctx.actor,
    test: ctx.test ?? false,
    dedupe: input.dedupeKey
      ? { key: keyOf(type, companyId, person, input.dedupeKey), hours: type.dedupeHours }
      : null,
    steps,
  };
  const { duplicateOf } = await storeNotification(notification);
  if (duplicateOf)
    return {
      id,
      state: 'skipped',
      reason: 'duplicate',
      duplicateOf,
      channels: steps.map(({ channel }) => ({ channel, state: 'skipped', reason: 'duplicate' })),
    };
  const first = digestAt ? [] : type.mode === 'all' ? planned : planned.slice(0, 1);
  const handed = await handOverAll(ctx, notification, files, first);
  return answerOf(notification, handed);
}

function whyNot(type: Type, channel: string, address: string | null, { refused }: Person): string | null {
  if (!type.active) return 'off';
  if (!isKnown(channel)) return 'no_channel';
  if (isRefused(type, channel, refused)) return 'not_wanted';
  return address === null ? 'no_address' : null;
}

/** No channel is left: what the person chose, where that is why. */
function whyNobody(steps: StoredStep[]): string {
  const has = (reason: string) => steps.some((step) => step.reason === reason);
  if (has('off')) return 'off';
  return has('not_wanted') ? 'not_wanted' : 'no_address';
}

/** Several at once: none waits for another. What could not be accepted now is tried again by the job. */
async function handOverAll(
  ctx: Context,
  notification: NewNotification,
  attachments: OpenFile[],
  steps: StoredStep[],
): Promise<HandedOver[]> {
  const {
    id,
    company_id: companyId,
    type,
    person,
    variables,
    priority,
    marketing,
    quiet,
    test,
  } = notification;
  const settled = await Promise.allSettled(
    steps.map((step) =>
      handOver(ctx, {
        ...{ id, companyId, type, person, variables, attachments, priority, marketing, quiet, test },
        position: step.position,
        channel: step.channel,
        address: step.address!,
        text: step.text,
        template: step.template,
        templateVersion: step.template_version,
        language: step.language,
        actor: ctx.actor,
      } as Due),
    ),
  );
  return settled.flatMap((each) => {
    if (each.status === 'fulfilled') return [each.value];
    if (!(each.reason instanceof AppError))
      log.error('notification not handed over yet', { id, error: each.reason });
    return [];
  });
}

function answerOf({ id, state, reason, steps }: NewNotification, handed: HandedOver[]): Notified {
  return {
    id,
    state,
    ...(reason && { reason }),
    channels: steps.map(({ position, channel, state: planned, reason: skipped }) => {
      const result = handed.find((each) => each.position === position);
      if (result?.messageId) return { channel, state: 'handed_over', messageId: result.messageId };
      if (result && !result.reason) return { channel, state: 'handed_over' };
      if (result?.reason) return { channel, state: 'failed', reason: result.reason };
      return { channel, state: planned, ...(skipped && { reason: skipped }) };
    }),
  };
}

/** The same cause for the same person, whatever else is said of them, in one company. */
function keyOf(
  { key }: Type,
  companyId: string | null,
  { contactId, stored }: Person,
  cause: string,
): string {
  return sha256(JSON.stringify([companyId, key, contactId ?? identities(stored), cause])).toString('hex');
}
