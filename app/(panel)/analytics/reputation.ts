type Verdict = 'good' | 'warn' | 'bad';

/** Amazon SES reviews senders from 5 % on and pauses them from 10 %; it advises less than 2 %. */
const BOUNCE = { warn: 0.02, bad: 0.05 };
/** Gmail's rules for senders: below 0.1 %, never 0.3 %. */
const COMPLAINT = { warn: 0.001, bad: 0.003 };

export const judgeBounces = (rate: number | null) => judge(rate, BOUNCE);
export const judgeComplaints = (rate: number | null) => judge(rate, COMPLAINT);

function judge(rate: number | null, { warn, bad }: { warn: number; bad: number }): Verdict | null {
  if (rate === null) return null;
  if (rate >= bad) return 'bad';
  return rate >= warn ? 'warn' : 'good';
}
