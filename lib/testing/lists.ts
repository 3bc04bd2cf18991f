import type { z } from 'zod';
import { createList } from '@/lib/lists/change';
import { ListInput, type ListView } from '@/lib/lists/schema';
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
