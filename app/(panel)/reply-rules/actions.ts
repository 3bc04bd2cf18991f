'use server';

import { z } from 'zod';
import { SortInput, sortReply } from '@/lib/ai/jobs/sort-reply';
import { TryInput, tryText } from '@/lib/bounces/try-text';
import { action } from '@/lib/http/action';
import { createReplyRule, deleteReplyRule, updateReplyRule } from '@/lib/replies/own/change';
import { ReplyRuleInput, ReplyRulePatch } from '@/lib/replies/own/schema';

const Ref = z.strictObject({ id: z.uuid() });

export const createReplyRuleAction = action({ may: 'settings.write' }, ReplyRuleInput, createReplyRule);

export const updateReplyRuleAction = action(
  { may: 'settings.write' },
  z.strictObject({ ...ReplyRulePatch.shape, ...Ref.shape }),
  updateReplyRule,
);

export const deleteReplyRuleAction = action({ may: 'settings.write' }, Ref, deleteReplyRule);

export const sortReplyAction = action({ may: 'settings.write' }, SortInput, sortReply);

export const tryReplyAction = action({ may: 'settings.read' }, TryInput, tryText);
