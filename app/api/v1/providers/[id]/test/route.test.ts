import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/ids';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, makeToken } from '@/lib/testing/factories';
import { type Call, call, expectProblem, type Handler } from '@/lib/testing/http';
import { GET } from '../route';
import { POST } from './route';

useTestDatabase();

let token: string;
beforeAll(async () => {
  token = await makeToken();
});

describeAccess('test', POST, {
  scope: 'providers:write',
  role: 'technician',
  request: { params: { id: newId() }, body: {} },
});

const on = (handler: Handler, id: string, options: Call = {}) =>
  call(handler, { token, params: { id }, ...options });

describe('POST', () => {
  it('tells steps and a sentence in the language asked for', async () => {
    const { id } = await makeProvider({ name: 'Down', settings: { behaviour: 'down' } });
    const answer = await on(POST, id, { body: {}, headers: { 'accept-language': 'es' } });
    expect(answer.body).toMatchObject({
      ok: false,
      cause: 'refused',
      steps: [{ ok: false, ms: expect.any(Number) }],
    });
    expect(answer.body.summary).toMatch(/Down rechaza la conexión/);
    expect((await on(GET, id)).body.lastTest).toMatchObject({ ok: false, cause: 'refused' });
  });

  it('400: needs a sender to send to an address, and an address', async () => {
    const { id } = await makeProvider({ fromEmail: null });
    expectProblem(await on(POST, id, { body: { to: 'ana@example.com' } }), 400, 'validation_failed', 'to');
    expectProblem(await on(POST, id, { body: { to: 'ana' } }), 400, 'validation_failed', 'to');
  });
});

it('404: one that is not there', async () => {
  expectProblem(await on(POST, newId(), { body: {} }), 404, 'not_found');
});
