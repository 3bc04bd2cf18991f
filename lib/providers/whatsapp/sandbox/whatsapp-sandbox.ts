import type { OutgoingWhatsApp } from '@/lib/channels/whatsapp/outgoing-whatsapp';
import { makeSandbox } from '@/lib/providers/sandbox/make-sandbox';
import { wordOfNumber } from '@/lib/providers/sms/sandbox/sms-sandbox';

export const whatsappSandbox = makeSandbox<OutgoingWhatsApp>({
  kind: 'whatsapp-sandbox',
  channel: 'whatsapp',
  label: 'WhatsApp sandbox',
  carries: { unicodeLocalParts: 'always', sources: [] },
  wordOf: wordOfNumber,
  headOf: () => ({ from: null, subject: null }),
});
