import { isServed } from '@/lib/channels/open-recipient';
import type { MessageDraft } from '@/lib/messages/view-schema';
import { DRILL_TAG } from '@/lib/outages/modes';
import { OWN } from '@/lib/routing/labels';
import { writeMailbox } from '@/lib/text/address';
import { type ComposeValues, EMPTY } from './compose-values';

/** The form as a message filled it in, but for when: that has passed. What Relevo itself noted on it stays behind. */
export function fromDraft(draft: MessageDraft, attachments: File[]): ComposeValues {
  const of = (wanted: string) =>
    draft.recipients
      .filter(({ kind }) => kind === wanted)
      .map(({ address, name }) => writeMailbox({ email: address, name }));
  return {
    ...EMPTY,
    to: of('to'),
    cc: of('cc'),
    bcc: of('bcc'),
    from: draft.from ? writeMailbox(draft.from) : '',
    replyTo: draft.replyTo.map(writeMailbox),
    subject: draft.subject,
    text: draft.text ?? '',
    html: draft.html ?? '',
    attachments,
    priority: draft.priority,
    category: draft.category === 'marketing' ? 'marketing' : 'transactional',
    providers: draft.providers,
    tags: draft.tags.filter((tag) => tag !== DRILL_TAG && !OWN.test(tag)),
    headers: asPairs(draft.headers),
    metadata: asPairs(draft.metadata).filter(({ name }) => !OWN.test(name)),
  };
}

/** Those who would get it twice. */
export function whoHasIt({ recipients }: MessageDraft): string[] {
  return recipients.filter(isServed).map(({ address }) => address);
}

function asPairs(record: Record<string, string>) {
  return Object.entries(record).map(([name, value]) => ({ name, value }));
}
