import { beforeAll, describe, expect, it } from 'vitest';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { applyBounce } from './apply-bounce';
import { makeMail } from './mails/make-mail';
import { parseMail } from './parse-mail';

useTestDatabase();
beforeAll(() => makeProvider({ name: 'Main' }));

/** Behind all that is written meanwhile. */
const SOON = new Date(Date.now() + 600_000).toUTCString();

async function makeSent(to: string | string[] = 'ana@example.com') {
  const { id } = await makeMessage({ to });
  await deliverMessages(newId(), [id]);
  return id;
}

const read = async (mail: Buffer) => applyBounce(testContext, (await parseMail(mail))!);

describe('an answer of a person', () => {
  const answer = (id: string, from: string) =>
    makeMail({
      from,
      subject: 'Re: Receipt 13',
      headers: { Date: SOON, 'In-Reply-To': `<${id}@example.com>` },
      body: 'Thank you!\n\nOn Fri, Nov 28, 2026 at 9:13 AM Clinic <clinic@example.com> wrote:\n> <b>Your</b> receipt',
    });

  it('stands at the message with what was written, once, and counts as delivered', async () => {
    const id = await makeSent();
    for (const effect of ['noted', 'repeated'])
      expect(await read(answer(id, 'Ana <ana@example.com>'))).toMatchObject([{ type: 'replied', effect }]);
    const { status, events } = await getMessage(testContext, id);
    expect(status).toBe('delivered');
    expect(events.at(-1)).toMatchObject({
      type: 'replied',
      recipient: 'ana@example.com',
      detail: { subject: 'Re: Receipt 13', reply: 'Thank you!' },
    });
  });

  it('from somebody else of several says of none that they have it', async () => {
    const id = await makeSent(['ana@example.com', 'luis@example.com']);
    expect(await read(answer(id, 'desk@example.net'))).toMatchObject([{ type: 'replied', effect: 'noted' }]);
    const { recipients, events } = await getMessage(testContext, id);
    expect(recipients.map((each) => each.status)).toEqual(['accepted', 'accepted']);
    expect(events.at(-1)).toMatchObject({ type: 'replied', recipient: null });
  });
});
