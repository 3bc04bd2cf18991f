/** Who may what with those who are written to, or are not any more; a part of `access-list.ts`. */
export const RECIPIENT_ENDPOINTS: Record<string, string> = {
  'GET /api/v1/recipients': 'messages:read',
  'GET /api/v1/recipients/[address]/story': 'messages:read',
  'GET /api/v1/recipients/[address]/export': 'messages:read',
  'POST /api/v1/recipients/[address]/erase': 'security:write, administrator',
  'GET /api/v1/bounces': 'suppressions:read',
  'GET /api/v1/bounce-mailboxes': 'settings:read',
  'POST /api/v1/bounce-mailboxes': 'settings:write',
  'GET /api/v1/bounce-mailboxes/[id]': 'settings:read',
  'PATCH /api/v1/bounce-mailboxes/[id]': 'settings:write',
  'DELETE /api/v1/bounce-mailboxes/[id]': 'settings:write',
  'POST /api/v1/bounce-mailboxes/[id]/test': 'settings:write',
  'POST /api/v1/bounces': 'suppressions:write',
  'GET /api/v1/reply-rules': 'settings:read',
  'POST /api/v1/reply-rules': 'settings:write',
  'GET /api/v1/reply-rules/[id]': 'settings:read',
  'PATCH /api/v1/reply-rules/[id]': 'settings:write',
  'DELETE /api/v1/reply-rules/[id]': 'settings:write',
  'GET /api/v1/reply-rules/tables': 'settings:read',
  'POST /api/v1/reply-rules/try': 'settings:read, viewer',
  'GET /api/v1/suppressions': 'suppressions:read',
  'POST /api/v1/suppressions': 'suppressions:write',
  'DELETE /api/v1/suppressions/[address]': 'suppressions:write',
  'POST /api/v1/suppressions/undo': 'suppressions:write',
  'POST /api/v1/suppressions/import': 'suppressions:write',
  'GET /api/v1/suppressions.csv': 'suppressions:read',
};

export const RECIPIENT_ACTIONS: Record<string, string> = {
  'app/(panel)/recipients/actions.ts eraseRecipientAction': 'administrator',
  'app/(panel)/reply-rules/actions.ts createReplyRuleAction': 'technician',
  'app/(panel)/reply-rules/actions.ts deleteReplyRuleAction': 'technician',
  'app/(panel)/reply-rules/actions.ts tryReplyAction': 'viewer',
  'app/(panel)/reply-rules/actions.ts updateReplyRuleAction': 'technician',
  'app/(panel)/suppressions/actions.ts addSuppressionAction': 'technician',
  'app/(panel)/suppressions/actions.ts applyListsAction': 'technician',
  'app/(panel)/suppressions/actions.ts readListsAction': 'technician',
  'app/(panel)/suppressions/actions.ts setListsAction': 'technician',
  'app/(panel)/suppressions/actions.ts removeSuppressionAction': 'technician',
  'app/(panel)/suppressions/actions.ts undoSuppressionsAction': 'technician',
};

/** What is answered of an address or a campaign that nothing is known of. */
export function isNothingKnown(body: {
  headline?: { code: string };
  messages?: unknown;
  totals?: { sent: number };
}): boolean {
  if (body.totals) return body.totals.sent === 0;
  return body.headline
    ? body.headline.code === 'never'
    : Array.isArray(body.messages) && body.messages.length === 0;
}
