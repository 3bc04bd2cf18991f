import { causesByCode } from '../../api/causes';
import type { Rule } from '../../api/rules';

const code = (codes: number[], means: Rule['means']): Rule[] => codes.map((one) => ({ code: one, means }));

/**
 * What Twilio refuses at once, by its own codes: https://www.twilio.com/docs/api/errors (read 2026-11). Twilio may change them; what is not
 * here is judged by its HTTP status. A bare text in a table of ours would say less than the page of each code.
 */
export const TWILIO_REFUSALS: Rule[] = [
  // Wrong SID, token or key; suspended; a key of another region; not allowed with this key; no money.
  ...code([20003, 20005, 10001, 20006, 20403, 20008, 20404], 'account'),
  // Never processed: always safe to ask again.
  { code: 20429, means: 'slow' },
  ...code([20500, 20503, 21730], 'later'),
  // No number, one that cannot be reached, no mobile phone, a short code, a landline.
  ...code([21211, 21214, 21217, 21614, 21265, 21635], 'recipient'),
  // Answered STOP to this sender: https://www.twilio.com/docs/api/errors/21610
  { code: 21610, means: 'declined' },
  // The country is not switched on; no route to this carrier from this sender: another provider may have one, and nobody is ill.
  ...code([21408, 21612], 'carry'),
  // The sender or service: wrong, not for texts, not for this country.
  ...code([21212, 21603, 21606, 21657, 21659, 21701, 21702, 21703, 21704, 21705, 21711, 21712], 'account'),
  // A trial reaches only verified numbers: it is the account's limit, not the person's.
  ...code([21607, 21608, 21219], 'account'),
  // The address for reports is none that Twilio can reach.
  { code: 21609, means: 'account' },
  // Four hours of work wait at this sender.
  { code: 21611, means: 'later' },
  // WhatsApp: the sender, its certificate or the account.
  ...code([63001, 63002, 63007, 63008, 63015, 63020, 63022, 63051], 'account'),
  // A template: not there, or its variables.
  ...code([21654, 21655, 21656], 'content'),
  // Over 1,600 characters.
  ...code([21617, 21605], 'content'),
];

/** The same for who tests by a real message: what is to be done differs more than what the router has to know. */
export const twilioCause = causesByCode({
  auth: [20003, 20404],
  payment: [20005, 10001, 30002],
  permission: [20006, 20403, 20008],
  country: [21408, 21612, 63058],
  trial_account: [21607, 21608, 21219, 63015],
  sender: [21212, 21603, 21606, 21657, 21659, 21701, 21702, 21703, 21704, 21705, 21711, 21712, 63007],
  report_address: [21609],
  template: [21654, 21655, 21656],
  window: [63016],
});
