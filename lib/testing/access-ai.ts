/** Who may what with AI; a part of `access-list.ts`. */
export const AI_ENDPOINTS = {
  'GET /api/v1/ai-calls': 'ai:read',
  'GET /api/v1/ai-providers': 'ai:read',
  'POST /api/v1/ai-providers': 'ai:write',
  'GET /api/v1/ai-providers/[id]': 'ai:read',
  'PATCH /api/v1/ai-providers/[id]': 'ai:write',
  'DELETE /api/v1/ai-providers/[id]': 'ai:write',
  'POST /api/v1/ai-providers/[id]/test': 'ai:write',
  'GET /api/v1/ai-providers/[id]/keys': 'ai:read',
  'POST /api/v1/ai-providers/[id]/keys': 'ai:write',
  'DELETE /api/v1/ai-providers/[id]/keys/[keyId]': 'ai:write',
  'POST /api/v1/ai-providers/[id]/keys/[keyId]/activate': 'ai:write',
};

export const AI_ACTIONS = {
  'app/(panel)/ai/actions.ts activateAiKeyAction': 'technician',
  'app/(panel)/ai/actions.ts addAiKeyAction': 'technician',
  'app/(panel)/ai/actions.ts createAiProviderAction': 'technician',
  'app/(panel)/ai/actions.ts deleteAiProviderAction': 'technician',
  'app/(panel)/ai/actions.ts removeAiKeyAction': 'technician',
  'app/(panel)/ai/actions.ts testAiProviderAction': 'technician',
  'app/(panel)/ai/actions.ts updateAiProviderAction': 'technician',
  'app/(panel)/analytics/actions.ts askFiguresAction': 'technician',
  'app/(panel)/messages/actions.ts explainAttemptAction': 'technician',
  'app/(panel)/reply-rules/actions.ts sortReplyAction': 'technician',
  'app/(panel)/templates/[id]/edit/ai/actions.ts draftTextAction': 'technician',
  'app/(panel)/templates/[id]/edit/ai/actions.ts rewriteTextAction': 'technician',
  'app/(panel)/templates/[id]/edit/ai/actions.ts suggestSubjectsAction': 'technician',
  'app/(panel)/templates/[id]/edit/ai/actions.ts translateTextAction': 'technician',
};
