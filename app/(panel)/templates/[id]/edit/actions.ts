'use server';

import { action } from '@/lib/http/action';
import { sendTemplateTest, TemplateTestInput } from '@/lib/intake/send-template-test';
import { DraftInput, previewDraft } from '@/lib/templates/preview-draft';

export const previewDraftAction = action({ may: 'templates.read' }, DraftInput, previewDraft);

export const sendTemplateTestAction = action({ may: 'messages.send' }, TemplateTestInput, sendTemplateTest);
