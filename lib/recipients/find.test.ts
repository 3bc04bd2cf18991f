import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import type { MessageInput } from '@/lib/messages/schema';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { findRecipients } from './find';
import { StoryQuery } from './schema';
import { getStory } from './story';

useTestDatabase();

let count = 0;
const someone = (word = 'ana') => `${word}+${++count}@sandbox.test`;
const story = (address: string) => getStory(testContext, { ...StoryQuery.parse({}), address });

async function send(to: string | string[], input: Partial<z.input<typeof MessageInput>> = {}) {
  const { id } = await makeMessage({ to, ...input });
  await deliverMessages(newId(), [id]);
  return id;
}

describe('the one box', () => {
  const find = async (q: string) =>
    (await findRecipients(testContext, { q })).data.map(({ address }) => address);

  it('finds by address, its beginning, our id, Message-ID, the provider’s id and words of the subject', async () => {
    await makeProvider();
    const ana = someone('zoraida');
    const id = await send(ana, { subject: 'Factura Nº 4711 de Quiroga' });
    const theirs = `<${newId()}.theirs@service.example>`;
    await sql()`
      update attempts set outcomes = jsonb_set(outcomes, '{0,providerMessageId}', ${sql().json(theirs)})
      where message_id = ${id}`;
    for (const q of [
      ana,
      ana.toUpperCase(),
      'zoraida+',
      id,
      `<${id}.0@clinic.example>`,
      theirs,
      'quiroga',
      'fact quiroga',
    ])
      expect(await find(q), q).toContain(ana);
    expect(await find('nobody-has-this-word')).toEqual([]);
  });

  it('puts who is named before who had the same message', async () => {
    await makeProvider();
    const [ana, luis] = [someone('ada'), someone('bea')];
    await send([luis, ana]);
    expect((await find(ana))[0]).toBe(ana);
  });

  it('answers a whole address of which nothing is known', async () => {
    expect(await find('Never@Example.com')).toEqual(['never@example.com']);
    expect(await find('+595 981 123-456')).toEqual(['+595981123456']);
  });

  it.each(['.*', '%', '_%', '\\', "' or 1=1 --", '&|!():*', '<>', '(((', '=', '🦊', '‮evil', ' x '])(
    'takes %j as text',
    async (q) => {
      expect(Array.isArray(await find(q))).toBe(true);
    },
  );

  it.each(['%', '_', '\\', '.*', "' or 1=1 --", '<script>', '🦊'])(
    'tells no story of %j',
    async (address) => {
      expect((await story(address)).headline.code).toBe('never');
    },
  );

  it('refuses what is too long', async () => {
    await expect(story('a'.repeat(10_000))).rejects.toMatchObject({ code: 'validation_failed' });
  });
});
