import { describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { updateSettings } from '@/lib/settings/update';
import { describeAccess } from '@/lib/testing/access';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeProvider, makeToken, testContext } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { POST as send } from '../route';
import { POST } from './route';

useDatabaseForEachTest();

const bad = {
  subject: 'LAST CHANCE!!!',
  html: '<p>See <a href="https://bit.ly/3x">www.example.com</a></p>',
  category: 'marketing',
};

describeAccess('messages check', POST, {
  scope: 'messages:send',
  role: 'technician',
  request: { body: bad },
});

describe('POST /messages/check', () => {
  it('says what is wrong, what to do, and sends nothing', async () => {
    const { status, body } = await call(POST, {
      token: await makeToken(),
      body: { ...bad, to: 'ana@example.com', tags: ['sale'] },
    });
    expect(status).toBe(200);
    const { score, findings, refusedFrom } = body as {
      score: number;
      refusedFrom: null;
      findings: { code: string; points: number; what: string; fix: string }[];
    };
    expect(findings.map(({ code, points }) => [code, points])).toEqual([
      ['unsubscribe_missing', 40],
      ['link_differs', 30],
      ['link_shortener', 20],
      ['subject_capitals', 15],
      ['subject_exclamations', 10],
    ]);
    expect(findings[1]!.what).toBe(
      'A link shows another address than it opens: www.example.com → https://bit.ly/3x',
    );
    expect([score, refusedFrom]).toEqual([100, null]);
    expect(await sql()`select from messages`).toHaveLength(0);
  });

  it.each([
    ['a category that there is not', { category: 'spam' }],
    ['what is no text', { html: 7 }],
  ])('refuses %s', async (_, body) => {
    expectProblem(await call(POST, { token: await makeToken(), body }), 400, 'validation_failed');
  });
});

describe('the setting', () => {
  const message = { ...bad, to: 'ana@example.com' };

  it('refuses nothing by itself', async () => {
    await makeProvider();
    expect((await call(send, { token: await makeToken(), body: message })).status).toBe(202);
  });

  it('refuses from its score on, and of its category alone', async () => {
    await makeProvider();
    await updateSettings(testContext, { delivery: { contentCheck: { marketing: 50 } } });
    const token = await makeToken();
    const answer = await call(send, { token, body: message });
    expectProblem(answer, 400, 'validation_failed');
    expect((answer.body as { errors: object[] }).errors).toMatchObject([
      { path: 'html', code: 'content_refused', params: { score: '100', limit: '50' } },
    ]);
    const { body } = await call(POST, { token, body: bad });
    expect(body).toMatchObject({ refusedFrom: 50 });
    const receipt = { ...message, category: 'transactional' };
    expect((await call(send, { token, body: receipt })).status).toBe(202);
  });
});
