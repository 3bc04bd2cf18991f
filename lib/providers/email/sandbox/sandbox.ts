import type { OutgoingMessage } from '@/lib/channels/email/outgoing-message';
import { makeSandbox } from '@/lib/providers/sandbox/make-sandbox';

export const sandbox = makeSandbox<OutgoingMessage>({
  kind: 'sandbox',
  channel: 'email',
  label: 'Sandbox',
  carries: { raw: true, unicodeLocalParts: 'always', sources: [] },
  wordOf,
  headOf: ({ from: { email, name }, subject }) => ({ from: { address: email, name }, subject }),
});

/** `bounce@sandbox.test`, and so on. */
function wordOf(address: string): string | null {
  const [local = '', domain] = address.toLowerCase().split('@');
  return domain === 'sandbox.test' ? local : null;
}
