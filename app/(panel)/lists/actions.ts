'use server';

import { z } from 'zod';
import { action } from '@/lib/http/action';
import { createList, deleteList, updateList } from '@/lib/lists/change';
import { unsubscribeFromList } from '@/lib/lists/members';
import { ListInput, ListPatch, SubscribeInput } from '@/lib/lists/schema';
import { subscribeToList } from '@/lib/lists/subscribe';
import { createSegment, deleteSegment, updateSegment } from '@/lib/segments/change';
import { previewSegment } from '@/lib/segments/preview';
import { SegmentInput, SegmentPatch, SegmentPreviewInput } from '@/lib/segments/schema';

const Ref = z.strictObject({ id: z.uuid() });

export const createListAction = action({ may: 'lists.write' }, ListInput, createList);

export const updateListAction = action(
  { may: 'lists.write' },
  z.strictObject({ ...ListPatch.shape, ...Ref.shape }),
  updateList,
);

export const deleteListAction = action({ may: 'lists.write' }, Ref, deleteList);

export const subscribeAction = action(
  { may: 'lists.write' },
  z.strictObject({ ...SubscribeInput.shape, ...Ref.shape }),
  subscribeToList,
);

export const unsubscribeAction = action(
  { may: 'lists.write' },
  z.strictObject({ ...Ref.shape, contact: z.uuid() }),
  unsubscribeFromList,
);

export const createSegmentAction = action({ may: 'lists.write' }, SegmentInput, createSegment);

export const updateSegmentAction = action(
  { may: 'lists.write' },
  z.strictObject({ ...SegmentPatch.shape, ...Ref.shape }),
  updateSegment,
);

export const deleteSegmentAction = action({ may: 'lists.write' }, Ref, deleteSegment);

export const previewSegmentAction = action({ may: 'lists.read' }, SegmentPreviewInput, previewSegment);
