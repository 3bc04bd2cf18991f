import { causesByCode } from '../../api/causes';
import type { Rule } from '../../api/rules';

const code = (codes: number[], means: Rule['means']): Rule[] => codes.map((one) => ({ code: one, means }));

/**
 * What Meta refuses, by its codes: https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes (read 2026-11). It asks to
 * build on these and not on titles; most come with 400.
 */
export const META_REFUSALS: Rule[] = [
  // The token: expired, withdrawn, without permission. The number: not ours, not registered. The account: locked, not paid, limited.
  ...code([0, 190, 3, 10, 131005, 33], 'account'),
  ...code([131037, 131045, 133010, 131042, 141006, 131031, 141014, 131064, 130497, 368], 'account'),
  // The number's registration: PIN, verification, too many tries.
  ...code([133005, 133006, 133008, 133009, 133015, 133016], 'account'),
  // A test number reaches the five that are on its list: the account's limit, not the person's.
  { code: 131030, means: 'account' },
  { code: 100, says: /phone.?number.?id|Object with ID/i, means: 'account' },
  // Asked too often: the app, the account or the number.
  ...code([4, 80007, 613, 130429], 'slow'),
  { code: 131048, means: 'quota' },
  // 134101: a template that Meta is still copying, for ten minutes at most.
  ...code([1, 2, 131000, 131016, 131057, 133004, 134101, 135000], 'later'),
  // Not on WhatsApp, or with a version too old.
  { code: 131026, means: 'recipient' },
  // Stopped marketing from us; all else still goes: https://docs.kapso.ai/docs/whatsapp/templates/marketing-opt-outs.md
  { code: 131050, means: 'declined' },
  // The text, the template, its variables, the file; outside the 24 hours, where our own clock was wrong.
  ...code([100, 131008, 131009, 131021, 131047, 131051, 131052, 131053, 131062, 131063], 'content'),
  ...code(
    [132000, 132001, 132005, 132007, 132008, 132012, 132015, 132016, 132018, 132068, 132069],
    'content',
  ),
];

/** The same for who tests by a real message. */
export const metaCause = causesByCode({
  auth: [0, 190],
  permission: [3, 10, 131005],
  payment: [131042],
  trial_account: [131030],
  account_disabled: [131031, 368, 131064],
  country: [130497],
  sender: [33, 131037, 131045, 133010, 133005, 133006, 133008, 133009, 133015, 133016],
  window: [131047],
  template: [132000, 132001, 132005, 132007, 132008, 132012, 132015, 132016, 132018, 132068, 132069],
});
