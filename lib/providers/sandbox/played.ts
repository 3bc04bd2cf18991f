import type { InboundRequest, ReportedDetail, ReportedEvent } from '@/lib/events/inbound';
import type { ToldType } from '@/lib/events/types';
import { type Play, type Played, Plays } from '@/lib/sandbox/play-schema';

/** Soon, but after the message came to rest. */
const SOON_MS = 2_000;
/** What comes when nobody looks any more. */
const LATE_MS = 30_000;

/** What happens to a message after a sandbox took it, by the word that its address plays; of one that has none nothing does. */
const BY_WORD: Record<string, Play[]> = {
  complaint: [{ event: 'complaint', afterMs: SOON_MS }],
  soft: [{ event: 'soft', afterMs: SOON_MS }],
  open: [{ event: 'open', afterMs: SOON_MS }],
  // Who follows a link has opened it before.
  click: [
    { event: 'open', afterMs: SOON_MS },
    { event: 'click', afterMs: SOON_MS + 1_000 },
  ],
  unsubscribe: [{ event: 'unsubscribe', afterMs: SOON_MS }],
  late: [{ event: 'late', afterMs: LATE_MS }],
};

/** `open+NAME` plays only at the provider called NAME, as all these words do. */
export function playsOf(played: string | null, providerName: string): Play[] {
  const [word = '', target] = (played ?? '').toLowerCase().split('+');
  if (target !== undefined && target !== providerName.toLowerCase()) return [];
  return Object.hasOwn(BY_WORD, word) ? BY_WORD[word]! : [];
}

/** An address that documents are free to use, and the agent of a person's phone: https://www.rfc-editor.org/rfc/rfc5737 */
const VISITOR = {
  ip: '192.0.2.1',
  agent:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
};

const MEANINGS: Record<Played['event'], { type: ToldType; detail?: ReportedDetail }> = {
  complaint: { type: 'complained' },
  soft: {
    type: 'failed',
    detail: { code: '452', reply: '452 4.2.2 The mailbox is full', reason: 'mailbox_full' },
  },
  open: { type: 'opened', detail: VISITOR },
  click: { type: 'clicked', detail: VISITOR },
  unsubscribe: { type: 'unsubscribed' },
  late: {
    type: 'bounced',
    detail: { code: '550', reply: '550 5.1.1 The address does not exist', reason: 'invalid' },
  },
};

/** What a sandbox told of messages that it keeps. @throws where nobody but somebody else can have written it */
export function parsePlayed({ body }: InboundRequest): ReportedEvent[] {
  return Plays.parse(JSON.parse(Buffer.from(body).toString('utf8'))).map(
    ({ capture, event, message, recipient, at, link }) => {
      const { type, detail } = MEANINGS[event];
      return {
        messageId: message,
        key: `${capture} ${event}`,
        recipient,
        type,
        at: new Date(at),
        detail: { ...detail, ...(link && { link }), played: true },
      };
    },
  );
}
