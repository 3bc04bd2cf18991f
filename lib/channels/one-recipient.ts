import { newId } from '@/lib/ids';
import type { Stored } from './channel';
import { isOpen } from './open-recipient';
import type { Outgoing } from './outgoing';

type ToOne = Outgoing & { to: string };

/** A request for several as one message for each, on a channel whose messages have one recipient. */
export function eachApart<Input extends { to: string | string[] }>(input: Input): Input[] {
  return [input.to].flat().map((to) => ({ ...input, to }));
}

/** What all such messages have when an adapter takes them. */
export function toOne({ id, resendCount, companyId, recipients, tags, metadata }: Stored): ToOne {
  return {
    id,
    resendCount,
    ...(companyId !== undefined && { companyId }),
    recipients: recipients.filter(isOpen).map(({ address }) => address),
    to: recipients[0]!.address,
    tags,
    metadata: metadata ?? {},
  };
}

/** The real message of a connection test. */
export function testTo(to: string, text: string): ToOne & { text: string } {
  return { id: newId(), resendCount: 0, recipients: [to], to, text, tags: [], metadata: {} };
}
