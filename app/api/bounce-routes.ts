import * as bounceMailboxesById from './v1/bounce-mailboxes/[id]/route';
import * as bounceMailboxesByIdTest from './v1/bounce-mailboxes/[id]/test/route';
import * as bounceMailboxes from './v1/bounce-mailboxes/route';
import * as bounces from './v1/bounces/route';
import * as replyRulesById from './v1/reply-rules/[id]/route';
import * as replyRules from './v1/reply-rules/route';
import * as replyRulesTables from './v1/reply-rules/tables/route';
import * as replyRulesTry from './v1/reply-rules/try/route';

/** Those of what comes back; a part of `routes.ts`. */
export const BOUNCE_ROUTES = {
  '/api/v1/bounce-mailboxes': bounceMailboxes,
  '/api/v1/bounce-mailboxes/[id]': bounceMailboxesById,
  '/api/v1/bounce-mailboxes/[id]/test': bounceMailboxesByIdTest,
  '/api/v1/bounces': bounces,
  '/api/v1/reply-rules': replyRules,
  '/api/v1/reply-rules/tables': replyRulesTables,
  '/api/v1/reply-rules/try': replyRulesTry,
  '/api/v1/reply-rules/[id]': replyRulesById,
};
