'use server';

import { draftText } from '@/lib/ai/jobs/draft';
import { DraftInput, RewriteInput, SubjectsInput, TranslateInput } from '@/lib/ai/jobs/schema';
import { rewriteText, suggestSubjects, translateText } from '@/lib/ai/jobs/write';
import { action } from '@/lib/http/action';

export const translateTextAction = action({ may: 'templates.write' }, TranslateInput, translateText);

export const rewriteTextAction = action({ may: 'templates.write' }, RewriteInput, rewriteText);

export const suggestSubjectsAction = action({ may: 'templates.write' }, SubjectsInput, suggestSubjects);

export const draftTextAction = action({ may: 'templates.write' }, DraftInput, draftText);
