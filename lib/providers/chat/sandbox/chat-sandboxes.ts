import type { OutgoingChat } from '@/lib/channels/chat/outgoing-chat';
import { makeSandbox } from '@/lib/providers/sandbox/make-sandbox';

export const telegramSandbox = sandboxOf('telegram', 'Telegram');
export const slackSandbox = sandboxOf('slack', 'Slack');

function sandboxOf(channel: string, name: string) {
  return makeSandbox<OutgoingChat>({
    kind: `${channel}-sandbox`,
    channel,
    label: `${name} sandbox`,
    carries: { unicodeLocalParts: 'always', sources: [] },
    // `@sandbox_down`, `#sandbox_bounce`: nobody has such a name.
    wordOf: (to) => /^[@#]sandbox_(\w+)$/.exec(to)?.[1] ?? null,
    headOf: () => ({ from: null, subject: null }),
  });
}
