import { describe, expect, it } from 'vitest';
import { piecesOf, withPieces } from '@/lib/ai/words/pieces';
import { sql } from '@/lib/database/db';
import { STARTERS } from '@/lib/templates/starters/registry';
import { allowAi, playAi } from '@/lib/testing/ai/make';
import { allowLoopbackTargets } from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { reword } from './reword';

useTestDatabase();
allowLoopbackTargets();

type Asked = { texts: { id: string; text: string }[] };

/** As a good model answers: other words, the same marks. */
function translated({ prompt }: { prompt: string }) {
  const { texts } = JSON.parse(prompt) as Asked;
  return {
    texts: texts.map(({ id, text }) => ({
      id,
      text: text.replace(/\p{L}+(?![^⟦]*⟧)/gu, (word) => `${word.slice(0, -1)}ã`),
    })),
  };
}
/** Variables, tags and links, wherever they stand. */
const skeleton = (value: unknown) =>
  JSON.stringify(value).match(/\{\{.*?\}\}|\{%.*?%\}|"href":"[^"]*"|"(?:id|kind|each|variable)":"[^"]*"/g);

const task = (wording: Parameters<typeof reword>[1]['wording']) => ({
  use: 'translate' as const,
  name: 'translate',
  version: 1,
  instructions: 'Translate.',
  facts: { from: 'Spanish', to: 'Portuguese' },
  wording,
  companyId: null,
});

describe.each(STARTERS.map(({ key, texts }) => [key, texts.es] as const))('the starter %s', (_key, text) => {
  it('keeps every variable, link and block in another language', async () => {
    await allowAi({ translate: true, monthlyBudget: 0 });
    await sql()`delete from ai_providers`;
    const { fake, provider } = await playAi({ says: translated });
    const answer = await reword(testContext, task(text));
    expect(answer).toMatchObject({ ok: true, provider: provider.name });
    const { wording } = answer as Extract<typeof answer, { ok: true }>;
    expect(skeleton(wording)).toEqual(
      skeleton({ subject: text.subject, preheader: text.preheader, document: text.document }),
    );
    expect(piecesOf(wording).map(({ at }) => at)).toEqual(piecesOf(text).map(({ at }) => at));
    expect(piecesOf(wording)[0]!.text).not.toBe(piecesOf(text)[0]!.text);
    // No name of a variable is shown to a model.
    expect(fake.asked.map(({ prompt }) => prompt).join()).not.toMatch(/\{\{|\{%/);
    expect(fake.flaws).toEqual([]);
  });

  it('stays as it is where no word is other', () => {
    expect(withPieces(text, new Map())).toEqual({
      subject: text.subject,
      preheader: text.preheader,
      document: text.document,
    });
  });
});
