import { causesByCode } from '../../api/causes';
import type { Rule } from '../../api/rules';

const words = (list: string, means: Rule['means']): Rule[] =>
  list.split(' ').map((code) => ({ code, means }));

/** What Slack refuses, by its words: https://docs.slack.dev/reference/methods/chat.postMessage#errors (read 2026-11). */
export const SLACK_REFUSALS: Rule[] = [
  ...words(
    'invalid_auth not_authed account_inactive token_revoked token_expired missing_scope no_permission org_login_required team_access_not_granted ekm_access_denied access_denied restricted_action no_service no_team team_disabled invalid_token action_prohibited posting_to_general_channel_denied',
    'account',
  ),
  ...words(
    'channel_not_found not_in_channel is_archived channel_is_archived user_not_found cannot_dm_bot messages_tab_disabled',
    'recipient',
  ),
  ...words(
    'no_text msg_too_long msg_blocks_too_long invalid_blocks invalid_payload too_many_attachments invalid_arguments invalid_json',
    'content',
  ),
  ...words('ratelimited rate_limited', 'slow'),
  ...words('message_limit_exceeded service_unavailable request_timeout team_added_to_org', 'later'),
  // It says itself that part of it may have been done.
  ...words('fatal_error internal_error rollup_error', 'unknown'),
];

/** The same for who tests by a real message. A private channel that the bot is not in is none that it can find. */
export const slackCause = causesByCode({
  auth: ['invalid_auth', 'not_authed', 'token_revoked', 'token_expired', 'invalid_token', 'no_service'],
  account_disabled: ['account_inactive', 'no_team', 'team_disabled'],
  permission: ['missing_scope', 'no_permission', 'restricted_action', 'access_denied', 'action_prohibited'],
  not_member: ['not_in_channel', 'channel_not_found', 'posting_to_general_channel_denied'],
});
