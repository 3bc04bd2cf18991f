import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { type ApiAnswer, type ApiCallSeen, startApiServer } from './api-server';
import { expectAwsSignature } from './aws-signature';

type Held = { id: string; name: string; secret: string; madeAt: Date };

/** What a service that makes keys holds, and how it was asked; `fault` spoils the next answers. */
export type KeyService = {
  url: string;
  keys: Held[];
  calls: ApiCallSeen[];
  /** For the settings and secrets of a provider that looks there. */
  settings: (url: string) => Record<string, unknown>;
  secrets: (held: Held) => Record<string, string>;
  fault?: (call: ApiCallSeen) => ApiAnswer | 'lost' | undefined;
};

type Play = {
  holds: Held;
  settings: KeyService['settings'];
  secrets: KeyService['secrets'];
  /** As strictly as it is documented: throws for what the service would not understand. */
  answer: (call: ApiCallSeen, keys: Held[]) => ApiAnswer;
};

const random = (bytes: number) => randomBytes(bytes).toString('base64url');
const pathOf = ({ path }: ApiCallSeen) => path.split('?')[0]!;
const bearer = ({ headers }: ApiCallSeen) => headers.authorization?.replace(/^Bearer /, '');
const SCOPES = ['mail.send', 'api_keys.create', 'api_keys.read', 'api_keys.delete', '2fa_required'];

const made = (id: string, name: string, secret: string): Held => ({ id, name, secret, madeAt: new Date() });
const remove = (keys: Held[], id: string) => {
  const at = keys.findIndex((key) => key.id === id);
  if (at >= 0) keys.splice(at, 1);
  return at >= 0;
};

const sendgrid: Play = {
  holds: made('first0first0first', 'by hand', 'SG.first0first0first.secret-secret-secret'),
  settings: (endpoint) => ({ endpoint }),
  secrets: ({ secret }) => ({ apiKey: secret }),
  answer(call, keys) {
    if (!keys.some(({ secret }) => secret === bearer(call)))
      return { status: 401, body: { errors: [{ message: 'authorization required', field: null }] } };
    const path = pathOf(call);
    if (path === '/v3/scopes') return { status: 200, body: { scopes: SCOPES } };
    if (path === '/v3/api_keys' && call.method === 'GET')
      return { status: 200, body: { result: keys.map(({ id, name }) => ({ api_key_id: id, name })) } };
    if (path === '/v3/api_keys' && call.method === 'POST') {
      const body = JSON.parse(call.body.toString()) as { name: string; scopes: string[] };
      expect(call.headers['content-type']).toBe('application/json');
      expect(body).toEqual({ name: expect.stringMatching(/^Relevo /), scopes: SCOPES.slice(0, 4) });
      const id = random(12);
      const key = made(id, body.name, `SG.${id}.${random(24)}`);
      keys.push(key);
      return {
        status: 201,
        body: { api_key: key.secret, api_key_id: id, name: key.name, scopes: body.scopes },
      };
    }
    expect([call.method, path]).toEqual(['DELETE', expect.stringMatching(/^\/v3\/api_keys\/[\w-]+$/)]);
    return remove(keys, path.split('/')[3]!) ? { status: 204 } : { status: 404, body: { errors: [] } };
  },
};

const resend: Play = {
  holds: made('11111111-1111-4111-8111-111111111111', 'by hand', 're_first_secret_secret'),
  settings: (endpoint) => ({ endpoint }),
  secrets: ({ secret }) => ({ apiKey: secret }),
  answer(call, keys) {
    if (!keys.some(({ secret }) => secret === bearer(call)))
      return {
        status: 401,
        body: { statusCode: 401, name: 'validation_error', message: 'API key is invalid' },
      };
    const path = pathOf(call);
    if (path === '/domains')
      return { status: 200, body: { data: [{ name: 'example.com', status: 'verified' }] } };
    if (path === '/api-keys' && call.method === 'GET')
      return { status: 200, body: { object: 'list', data: keys.map(({ id, name }) => ({ id, name })) } };
    if (path === '/api-keys') {
      const body = JSON.parse(call.body.toString()) as { name: string };
      expect(body).toEqual({ name: expect.stringMatching(/^Relevo .{1,43}$/), permission: 'full_access' });
      const id = crypto.randomUUID();
      keys.push(made(id, body.name, `re_${random(18)}`));
      return { status: 201, body: { id, token: keys.at(-1)!.secret } };
    }
    expect([call.method, path]).toEqual(['DELETE', expect.stringMatching(/^\/api-keys\/[\w-]{36}$/)]);
    return remove(keys, path.split('/')[2]!) ? { status: 200 } : { status: 404 };
  },
};

const mailgun: Play = {
  holds: made('f2153fd0-f1277777', 'by hand', '0123456789abcdef0123456789abcdef-f2153fd0-f1277777'),
  settings: (endpoint) => ({ endpoint, domain: 'mg.example.com' }),
  secrets: ({ secret }) => ({ apiKey: secret }),
  answer(call, keys) {
    const given = Buffer.from(call.headers.authorization?.replace(/^Basic /, '') ?? '', 'base64').toString();
    if (!keys.some(({ secret }) => `api:${secret}` === given)) return { status: 401, body: 'Forbidden' };
    const path = pathOf(call);
    if (path === '/v1/keys' && call.method === 'GET') {
      const items = keys.map(({ id, name }) => ({ id, description: name, kind: 'user', role: 'developer' }));
      return { status: 200, body: { total_count: items.length, items } };
    }
    if (path === '/v1/keys') {
      expect(call.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
      const field = (name: string) =>
        new RegExp(`name="${name}"\\r\\n\\r\\n([^\\r]*)`).exec(call.body.toString())?.[1];
      // As the one in use.
      expect([field('role'), field('kind')]).toEqual(['developer', 'user']);
      const id = `${randomBytes(4).toString('hex')}-${randomBytes(4).toString('hex')}`;
      const key = made(id, field('description')!, `${randomBytes(16).toString('hex')}-${id}`);
      keys.push(key);
      return { status: 200, body: { message: 'great success', key: { id, secret: key.secret } } };
    }
    if (path.startsWith('/v1/keys/')) {
      expect(call.method).toBe('DELETE');
      const gone = remove(keys, path.split('/')[3]!);
      return gone
        ? { status: 200, body: { message: 'key deleted' } }
        : { status: 404, body: { message: 'no key matching id' } };
    }
    return { status: 200, body: { domain: { name: 'mg.example.com', state: 'active' } } };
  },
};

const MOST_OF_IAM = 2;

const ses: Play = {
  holds: made('AKIAFIRST0FIRST0FIRS', 'by hand', 'first/secret+first/secret+first/secret+1'),
  settings: (endpoint) => ({ region: 'eu-west-1', endpoint, iamEndpoint: endpoint }),
  secrets: ({ id, secret }) => ({ accessKeyId: id, secretAccessKey: secret }),
  answer(call, keys) {
    const [, id] = /Credential=(\w+)\//.exec(call.headers.authorization ?? '') ?? [];
    const key = keys.find((one) => one.id === id);
    const isIam = pathOf(call) === '/';
    if (!key) return xml(403, '<Error><Code>InvalidClientTokenId</Code></Error>');
    const keyPair = { accessKeyId: key.id, secretAccessKey: key.secret };
    expectAwsSignature(call, keyPair, isIam ? 'iam' : 'ses', isIam ? 'us-east-1' : 'eu-west-1');
    if (!isIam)
      return {
        status: 200,
        body: {
          SendingEnabled: true,
          ProductionAccessEnabled: true,
          SendQuota: { Max24HourSend: 200, SentLast24Hours: 1, MaxSendRate: 1 },
        },
      };
    const asked = Object.fromEntries(new URLSearchParams(call.body.toString()));
    expect(asked.Version).toBe('2010-05-08');
    if (asked.Action === 'ListAccessKeys') {
      const members = keys.map(
        (one) =>
          `<member><UserName>relevo</UserName><AccessKeyId>${one.id}</AccessKeyId><CreateDate>${one.madeAt.toISOString()}</CreateDate></member>`,
      );
      return xml(200, `<AccessKeyMetadata>${members.join('')}</AccessKeyMetadata>`);
    }
    if (asked.Action === 'CreateAccessKey') {
      if (keys.length >= MOST_OF_IAM) return xml(409, '<Error><Code>LimitExceeded</Code></Error>');
      const fresh = made(
        `AKIA${randomBytes(8).toString('hex').toUpperCase()}`,
        '',
        randomBytes(30).toString('base64'),
      );
      keys.push(fresh);
      return xml(
        200,
        `<AccessKey><UserName>relevo</UserName><AccessKeyId>${fresh.id}</AccessKeyId><Status>Active</Status><SecretAccessKey>${fresh.secret}</SecretAccessKey></AccessKey>`,
      );
    }
    expect(asked).toEqual({
      Action: 'DeleteAccessKey',
      AccessKeyId: expect.any(String),
      Version: '2010-05-08',
    });
    return remove(keys, asked.AccessKeyId!)
      ? xml(200, '<DeleteAccessKeyResponse/>')
      : xml(404, '<Error><Code>NoSuchEntity</Code></Error>');
  },
};

function xml(status: number, body: string): ApiAnswer {
  return { status, body, headers: { 'content-type': 'text/xml' } };
}

const PLAYS = { sendgrid, resend, mailgun, ses };
export type KeyServiceKind = keyof typeof PLAYS;
export const KEY_SERVICES = Object.keys(PLAYS) as KeyServiceKind[];

/** A service on this machine that makes keys as it is documented to, with one made by hand. */
export async function startKeyService(kind: KeyServiceKind): Promise<KeyService> {
  const { holds, settings, secrets, answer } = PLAYS[kind];
  const keys = [{ ...holds }];
  const service: Omit<KeyService, 'url' | 'calls'> = { keys, settings, secrets };
  const { url, calls } = await startApiServer((call) => {
    const spoilt = service.fault?.(call);
    // It does what it is asked for, and its answer is lost.
    if (spoilt === 'lost') answer(call, keys);
    if (spoilt) return spoilt === 'lost' ? 'drop' : spoilt;
    return answer(call, keys);
  });
  return Object.assign(service, { url, calls });
}

/** Is this the request that makes a key? */
export function asksForKey({ method, path, body }: ApiCallSeen): boolean {
  if (method !== 'POST') return false;
  return /(api[_-]keys|v1\/keys)$/.test(path) || body.toString().includes('Action=CreateAccessKey');
}
