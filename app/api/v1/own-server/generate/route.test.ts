import { describe, expect, it } from 'vitest';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeToken } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { POST } from './route';

useTestDatabase();

describeAccess('own server', POST, {
  scope: 'providers:write',
  role: 'technician',
  request: { body: { hostname: 'mail.example.com' } },
});

const generate = async (body: unknown) => call(POST, { token: await makeToken(), body });

describe('POST /own-server/generate', () => {
  it('answers with files, a script and the provider to make of it', async () => {
    const { status, body } = await generate({ hostname: 'mail.example.com', software: 'exim' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      software: 'exim',
      files: [{ path: '/etc/exim4/exim4.conf', mode: '0640' }],
      script: expect.stringMatching(/^#!\/bin\/sh\n/),
      provider: { kind: 'smtp', settings: { host: '127.0.0.1', port: 587, security: 'starttls' } },
    });
  });

  it.each([
    [{ hostname: 'mail.example.com\nmynetworks = 0.0.0.0/0' }, 'hostname'],
    [{ hostname: 'mail.example.com', submission: { listen: ['0.0.0.0'] } }, 'certificate'],
    [
      { hostname: 'mail.example.com', smarthost: { host: 'relay.example.com', security: 'none' } },
      'smarthost.security',
    ],
  ])('refuses %j by its field', async (body, path) => {
    const answer = await generate(body);
    expectProblem(answer, 400, 'validation_failed');
    expect(answer.body).toMatchObject({ errors: [{ path }] });
  });
});
