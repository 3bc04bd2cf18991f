'use server';

import { action } from '@/lib/http/action';
import { sendTemplateTest, TemplateTestInput } from '@/lib/intake/send-template-test';
import {
  DraftRef,
  DraftToKeep,
  forgetTemplateDraft,
  getTemplateDraft,
  keepTemplateDraft,
  listWriters,
} from '@/lib/templates/drafts';
import { DraftInput, previewDraft } from '@/lib/templates/preview-draft';

export const previewDraftAction = action({ may: 'templates.read' }, DraftInput, previewDraft);

export const getTemplateDraftAction = action({ may: 'templates.write' }, DraftRef, getTemplateDraft);

export const keepTemplateDraftAction = action({ may: 'templates.write' }, DraftToKeep, keepTemplateDraft);

export const forgetTemplateDraftAction = action({ may: 'templates.write' }, DraftRef, forgetTemplateDraft);

export const listWritersAction = action({ may: 'templates.write' }, DraftRef, listWriters);

export const sendTemplateTestAction = action({ may: 'messages.send' }, TemplateTestInput, sendTemplateTest);
