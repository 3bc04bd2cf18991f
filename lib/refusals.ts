/**
 * Why something is refused though no field of it is wrong, where the code of the error says too little of it. Programs read it as `reason`
 * of the problem, the panel says it in the language of its reader (`refusals.<code>`). Codes are stable.
 */
export const REFUSALS = [
  'invited_already',
  'last_administrator',
  'link_expired',
  'link_spent',
  'link_withdrawn',
  'no_second_factor',
  'person_inactive',
  'person_there',
  'second_factor_not_begun',
  'second_factor_there',
  'company_in_use',
  'drill_over',
  'drill_paused',
  'drill_running',
  'erase_account',
  'erase_in_hands',
  'erase_one_company',
  'erase_others',
  'erase_waits',
  'erased',
  'corrected_already',
  'domain_by_hand',
  'hook_by_hand',
  'hook_under_way',
  'key_in_use',
  'key_lacks',
  'keys_by_hand',
  'list_not_read',
  'list_under_way',
  'no_key',
  'no_whatsapp_templates',
  'whatsapp_account_missing',
  'whatsapp_template_refused',
  'no_list',
  'link_replaced',
  'link_used',
  'nobody_sends',
  'not_reschedulable',
  'not_waiting',
  'no_public_url',
  'only_test',
  'other_server',
  'provider_in_use',
  'provider_unreadable',
  'template_in_use',
  'token_expired',
  'token_revoked',
  'too_many_keys',
  'too_many_reports',
  'too_many_webhooks',
  'webhook_off',
  'weight_same',
] as const;

export type Refusal = { code: (typeof REFUSALS)[number]; params?: Record<string, string | number> };

export function refusal(code: Refusal['code'], params?: Refusal['params']): { reason: Refusal } {
  return { reason: { code, ...(params && { params }) } };
}
