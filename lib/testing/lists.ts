import type { z } from 'zod';
import { newId } from '@/lib/ids';
import { createList } from '@/lib/lists/change';
import { ListInput, type ListView } from '@/lib/lists/schema';
import { subscribeToList } from '@/lib/lists/subscribe';
import { createSegment } from '@/lib/segments/change';
import { SegmentInput, type SegmentRules, type SegmentView } from '@/lib/segments/schema';
import { testContext } from './factories';

let count = 0;

/** That asks first, unless told otherwise. */
export function makeList(input: Partial<z.input<typeof ListInput>> = {}): Promise<ListView> {
  return createList(testContext, ListInput.parse({ title: `News ${++count}`, ...input }));
}

/** Of who speaks Spanish, unless told otherwise. */
export function makeSegment(
  rules?: z.input<typeof SegmentRules>,
  input: Partial<z.input<typeof SegmentInput>> = {},
): Promise<SegmentView> {
  const spanish = {
    groups: [{ rules: [{ field: 'language', op: 'contains' as const, value: 'es' }] }],
  };
  const defaults = { title: `Segment ${++count}`, rules: rules ?? spanish };
  return createSegment(testContext, SegmentInput.parse({ ...defaults, ...input }));
}

/** Somebody on a list of their own: the ids of both. */
export async function makeMember(): Promise<{ id: string; contact: string }> {
  const { id } = await makeList();
  const contacts = [{ email: `${newId()}@example.com` }];
  const { results } = await subscribeToList(testContext, { id, contacts, confirmed: true, again: false });
  const [only] = results;
  return { id, contact: only && 'contactId' in only ? only.contactId : '' };
}
