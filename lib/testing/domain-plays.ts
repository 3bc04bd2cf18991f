import { add, bearer, type DomainHeld, type DomainPlay, json, KEY, ok, urlOf } from './domain-play';
import { postmark, resend, ses } from './domain-plays-by-id';
import { PLAIN_KEY } from './hook-plays';

const sendgrid: DomainPlay = {
  settings: (endpoint) => ({ endpoint }),
  secrets: { apiKey: PLAIN_KEY },
  records: (domain) => [
    `return_path CNAME em7312.${domain} u7.wl.sendgrid.net`,
    `dkim CNAME s1._domainkey.${domain} s1.domainkey.u7.wl.sendgrid.net`,
    `dkim CNAME s2._domainkey.${domain} s2.domainkey.u7.wl.sendgrid.net`,
  ],
  forbidden: ok({ errors: [{ message: 'access forbidden', field: null }] }, 403),
  answer(call, held) {
    if (!bearer(call)) return ok({ errors: [{ message: 'authorization required' }] }, 401);
    const { pathname, searchParams } = urlOf(call);
    if (pathname !== '/v3/whitelabel/domains') return ok({ errors: [{ message: 'not found' }] }, 404);
    const tell = ({ name, verified }: DomainHeld) => {
      const cname = (host: string, data: string) => ({
        valid: verified,
        type: 'cname',
        host: `${host}.${name}`,
        data,
      });
      return {
        id: 45373692,
        user_id: 7,
        subdomain: 'em7312',
        domain: name,
        automatic_security: true,
        valid: verified,
        dns: {
          mail_cname: cname('em7312', 'u7.wl.sendgrid.net'),
          dkim1: cname('s1._domainkey', 's1.domainkey.u7.wl.sendgrid.net'),
          dkim2: cname('s2._domainkey', 's2.domainkey.u7.wl.sendgrid.net'),
        },
      };
    };
    // Whatever has the text in it: news.example.com is found by example.com, too.
    const sought = searchParams.get('domain') ?? '';
    if (call.method === 'GET') return ok(held.filter(({ name }) => name.includes(sought)).map(tell));
    const { domain, automatic_security } = json(call);
    if (call.headers['content-type'] !== 'application/json' || automatic_security !== true)
      return ok({ errors: [] }, 400);
    return ok(tell(add(held, domain)), 201);
  },
};

const mailgun: DomainPlay = {
  settings: (endpoint, domain) => ({ endpoint, domain: `mg.${domain}` }),
  secrets: { apiKey: PLAIN_KEY },
  nameOf: (domain) => `mg.${domain}`,
  records: (domain) => [
    `return_path TXT mg.${domain} v=spf1 include:mailgun.org ~all`,
    `dkim TXT pic._domainkey.mg.${domain} k=rsa; p=${KEY}`,
    `tracking CNAME email.mg.${domain} mailgun.org`,
  ],
  forbidden: { status: 403, body: { message: 'Access denied' } },
  answer(call, held) {
    const given = Buffer.from(call.headers.authorization?.replace(/^Basic /, '') ?? '', 'base64').toString();
    if (given !== `api:${PLAIN_KEY}`) return { status: 401, body: 'Forbidden' };
    const { pathname } = urlOf(call);
    const tell = ({ name, verified }: DomainHeld) => {
      const record = (record_type: string, host: string, value: string) => ({
        is_active: verified,
        cached: [],
        name: host,
        record_type,
        valid: verified ? 'valid' : 'unknown',
        value,
      });
      return ok({
        domain: { id: '5f1', name, state: verified ? 'active' : 'unverified', type: 'custom' },
        receiving_dns_records: [
          { record_type: 'MX', priority: '10', value: 'mxa.mailgun.org', valid: 'unknown' },
        ],
        sending_dns_records: [
          record('TXT', name, 'v=spf1 include:mailgun.org ~all'),
          record('TXT', `pic._domainkey.${name}`, `k=rsa; p=${KEY}`),
          record('CNAME', `email.${name}`, 'mailgun.org'),
        ],
      });
    };
    if (call.method === 'POST' && pathname === '/v4/domains') {
      const name = new URLSearchParams(call.body.toString()).get('name');
      return name ? tell(add(held, name)) : ok({ message: 'name is required' }, 400);
    }
    const found = held.find(({ name }) => pathname === `/v4/domains/${name}`);
    return found ? tell(found) : ok({ message: 'Domain not found' }, 404);
  },
};

const brevo: DomainPlay = {
  settings: (endpoint) => ({ endpoint }),
  secrets: { apiKey: PLAIN_KEY },
  records: (domain) => [
    `dkim TXT mail._domainkey.${domain} k=rsa;p=${KEY}`,
    `ownership TXT ${domain} brevo-code:6a1b`,
  ],
  forbidden: ok({ code: 'permission_denied', message: 'Your plan does not include it' }, 403),
  answer(call, held) {
    if (call.headers['api-key'] !== PLAIN_KEY)
      return ok({ code: 'unauthorized', message: 'Key not found' }, 401);
    const { pathname } = urlOf(call);
    const records = (status: boolean) => ({
      dkim_record: { type: 'TXT', value: `k=rsa;p=${KEY}`, host_name: 'mail._domainkey.', status },
      brevo_code: { type: 'TXT', value: 'brevo-code:6a1b', host_name: '@', status },
      dmarc_record: { type: 'TXT', value: 'v=DMARC1; p=none', host_name: '_dmarc', status },
    });
    if (call.method === 'POST' && pathname === '/v3/senders/domains') {
      const { name } = json(call);
      if (held.some((one) => one.name === name))
        return ok({ code: 'duplicate_parameter', message: 'Domain already exists' }, 400);
      add(held, name);
      return ok({ id: '641db', domain_name: name, message: 'Domain added', dns_records: records(false) });
    }
    const found = held.find(({ name }) => pathname === `/v3/senders/domains/${name}`);
    if (!found) return ok({ code: 'document_not_found', message: 'Domain does not exist' }, 404);
    const { name: domain, verified } = found;
    return ok({ domain, verified, authenticated: verified, dns_records: records(verified) });
  },
};

export const DOMAIN_PLAYS = { sendgrid, mailgun, brevo, resend, postmark, ses };
export type DomainKind = keyof typeof DOMAIN_PLAYS;
