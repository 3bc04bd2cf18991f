import { newId } from '@/lib/ids';
import { classifyReply } from '@/lib/replies/classify-reply';
import type { ReplyCause } from '@/lib/replies/meaning';

/** What an event says of an address: gone for good, not reached once more, wants no more, is reached. */
export type Heard = 'hard' | 'soft' | 'complaint' | 'unsubscribe' | 'delivered';

type Said = { type: string; providerId?: string; detail?: Record<string, unknown> };

/** Why a message did not arrive that lies with the recipient and may pass. All else is the sender's, a provider's or the network's. */
const OF_RECIPIENTS: ReplyCause[] = ['mailbox_full', 'mailbox_disabled', 'user_unknown', 'domain_unknown'];

/** Null: nothing about the address. What failed counts only where it is told that the recipient was the cause. */
export function heardOf({ type, providerId, detail = {} }: Said): Heard | null {
  if (detail.machine) return null;
  if (type === 'delivered') return 'delivered';
  if (type === 'complained') return 'complaint';
  // By a link of ours: whoever took that knows from what.
  if (type === 'unsubscribed') return providerId ? 'unsubscribe' : null;
  // Whom they declined refuses it by itself, as long as they do; what else is for them still goes.
  if (detail.declined) return null;
  if (type === 'bounced') return saysFull(detail) ? 'soft' : 'hard';
  return type === 'failed' && liesWithRecipient(detail) ? 'soft' : null;
}

/** A server that said "not now" of a recipient until nobody asked any more, at the time of sending. */
export function isSoft(reply: { code?: string; reply?: string; rule?: unknown }): boolean {
  return OF_RECIPIENTS.includes(causeOf(reply, 450));
}

function liesWithRecipient(detail: Record<string, unknown>): boolean {
  return detail.cause === 'recipient' || detail.reason === 'mailbox_full' || detail.cause === 'mailbox_full';
}

/** The mailbox is full, by the words of its server or by what its provider made of them. */
export function isFull(detail: Record<string, unknown>): boolean {
  return detail.reason === 'mailbox_full' || detail.cause === 'mailbox_full' || saysFull(detail);
}

function saysFull(detail: { reply?: unknown; code?: unknown; rule?: unknown }): boolean {
  return typeof detail.reply === 'string' && causeOf(detail as { reply: string }, 550) === 'mailbox_full';
}

type Told = { code?: string; reply?: string; rule?: unknown };

function causeOf({ code, reply, rule }: Told, otherwise: number): ReplyCause {
  // What an own rule said of it counts, not what the tables would.
  const means = (rule as { means?: ReplyCause } | undefined)?.means;
  if (means) return means;
  const known = Number(/^[45]\d\d/.exec(`${code ?? ''}`)?.[0] ?? otherwise);
  return classifyReply({ stage: 'recipient', code: known, text: reply ?? '' }).cause;
}

/** The ids of what it may bring about, made here: rows sort by time. */
export const newIds = () => ({ suppression_id: newId(), bounce_id: newId() });
