import type { OutgoingSms } from '@/lib/channels/sms/outgoing-sms';
import { makeSandbox } from '@/lib/providers/sandbox/make-sandbox';

/** Numbers that nobody has (+1 500 555 is what Twilio's own test numbers begin with): what each plays. */
const WORDS: Record<string, string> = {
  '+15005550001': 'bounce',
  '+15005550002': 'down',
  '+15005550003': 'throttle',
  '+15005550004': 'timeout',
  '+15005550005': 'slow',
};

export function wordOfNumber(number: string): string | null {
  return WORDS[number] ?? null;
}

export const smsSandbox = makeSandbox<OutgoingSms>({
  kind: 'sms-sandbox',
  channel: 'sms',
  label: 'SMS sandbox',
  carries: { unicodeLocalParts: 'always', sources: [] },
  wordOf: wordOfNumber,
  headOf: ({ from }) => ({ from: from ? { address: from } : null, subject: null }),
});
