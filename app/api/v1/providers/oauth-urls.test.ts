import { beforeAll, describe, it } from 'vitest';
import { useTestDatabase } from '@/lib/testing/database';
import { makeToken } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { PATCH } from './[id]/route';
import { POST } from './route';

useTestDatabase();

const smtp = { kind: 'smtp', settings: { host: 'smtp.example.com', username: 'clinic' } };

let token: string;
beforeAll(async () => {
  token = await makeToken();
});

const create = (input: object) => call(POST, { token, body: { ...smtp, ...input } });

describe('an OAuth2 URL', () => {
  const urls = { authorizeUrl: 'https://192.0.3.1/authorize', tokenUrl: 'https://192.0.3.1/token' };
  const withUrls = (change: object) => ({
    ...smtp.settings,
    oauth: { provider: 'custom', clientId: 'relevo', scope: 'mail', ...urls, ...change },
  });

  it.each([
    ['tokenUrl', 'https://169.254.169.254/token'],
    ['tokenUrl', 'https://10.0.0.1/token'],
    ['tokenUrl', 'http://192.0.3.1/token'],
    ['tokenUrl', 'https://user:password@192.0.3.1/token'],
    ['authorizeUrl', 'https://127.0.0.1/authorize'],
    ['authorizeUrl', 'http://192.0.3.1/authorize'],
  ])('is judged when it is saved: %s %s', async (name, url) => {
    const settings = withUrls({ [name]: url });
    const refused = await create({ name: `OAuth ${url}`, settings });
    expectProblem(refused, 400, 'validation_failed', `settings.oauth.${name}`);
    const { id } = (await create({ name: `OAuth ${name} ${url}`, settings: withUrls({}) })).body;
    const changed = await call(PATCH, { token, params: { id }, method: 'PATCH', body: { settings } });
    expectProblem(changed, 400, 'validation_failed', `settings.oauth.${name}`);
  });
});
