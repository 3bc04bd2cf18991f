import { expect, it } from 'vitest';
import { findForm } from '@/lib/channels/forms';
import { getDraft } from '@/lib/messages/draft';
import { MessageInput } from '@/lib/messages/schema';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { fromDraft, whoHasIt } from './from-draft';
import { toMessageInput } from './to-message-input';

useTestDatabase();

it('fills the form in so that it becomes the same message again', async () => {
  await makeProvider({ name: 'first' });
  await makeProvider({ name: 'second' });
  const given: Partial<MessageInput> = {
    to: ['"Pérez, Ana" <ana@example.com>', 'bo@example.com'],
    cc: ['Cy Lee <cy@example.com>'],
    bcc: ['di@example.com'],
    from: 'The clinic <clinic@example.com>',
    replyTo: ['desk@example.com'],
    subject: 'Receipt 13',
    text: 'Thank you.',
    html: '<p>Thank you.</p>',
    headers: { 'X-Order': '13' },
    priority: 'high',
    category: 'transactional',
    tags: ['receipt'],
    metadata: { clinic: 'south' },
    providers: ['second', 'first'],
  };
  const { id } = await makeMessage(given);
  const draft = await getDraft(testContext, id);
  const values = fromDraft(draft, []);
  const blank = { scheduledAt: undefined, expiresAt: undefined };
  const input = toMessageInput('email', findForm('email')!, { ...values, ...blank }, []);
  expect(input).toMatchObject(given);
  expect(MessageInput.safeParse(input).success).toBe(true);
  expect(whoHasIt(draft)).toEqual([]);
});

it('leaves behind what Relevo itself noted, and asks for no sender that the message did not name', async () => {
  await makeProvider({ name: 'office', fromEmail: 'office@example.com' });
  const { id } = await makeMessage({ from: undefined, tags: ['drill', 'receipt'] });
  const draft = await getDraft(testContext, id);
  expect(fromDraft(draft, [])).toMatchObject({ from: '', tags: ['receipt'] });
  const recipients = draft.recipients.map((each) => ({ ...each, status: 'accepted' as const }));
  expect(whoHasIt({ ...draft, recipients })).toEqual(recipients.map(({ address }) => address));
});
