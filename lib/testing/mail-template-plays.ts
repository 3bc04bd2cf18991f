import type { TemplateDialect } from '@/lib/providers/mail-template-api';
import type { ApiAnswer, ApiCallSeen } from './api-server';
import { PLAIN_KEY } from './hook-plays';

/** A template as somebody keeps it at a service; `id`: by which its API names it. */
export type KeptThere = { id: string; title: string; subject: string; html: string; text?: string; at: Date };

type Play = {
  settings: (endpoint: string) => Record<string, unknown>;
  /** How many come at once, as the pages that each adapter's `mail-templates.ts` cites say. */
  page: number;
  answer: (call: ApiCallSeen, kept: KeptThere[]) => ApiAnswer;
};

const ok = (body: unknown, status = 200): ApiAnswer => ({ status, body });
const urlOf = ({ path }: ApiCallSeen) => new URL(path, 'http://service.test');
const lastOf = (pathname: string) => decodeURIComponent(pathname.split('/').at(-1)!);

const sendgrid: Play = {
  settings: (endpoint) => ({ endpoint }),
  page: 200,
  answer(call, kept) {
    if (call.headers.authorization !== `Bearer ${PLAIN_KEY}`)
      return ok({ errors: [{ message: 'authorization required' }] }, 401);
    const { pathname, searchParams } = urlOf(call);
    const at = (date: Date) => date.toISOString().slice(0, 19).replace('T', ' ');
    const about = (one: KeptThere) => ({
      id: one.id,
      name: one.title,
      generation: 'dynamic',
      updated_at: at(one.at),
    });
    const version = (one: KeptThere, active: number) => ({
      id: `v${active}`,
      template_id: one.id,
      active,
      name: 'Untitled',
      subject: active ? one.subject : 'An older one',
      updated_at: at(one.at),
    });
    const versions = (one: KeptThere) => [version(one, 0), version(one, 1)];
    if (pathname !== '/v3/templates') {
      const one = kept.find(({ id }) => id === lastOf(pathname));
      if (!one) return ok({ error: 'Template not found' }, 404);
      const content = {
        html_content: one.html,
        plain_content: one.text ?? '',
        generate_plain_content: !one.text,
      };
      return ok({ ...about(one), versions: versions(one).map((each) => ({ ...each, ...content })) });
    }
    if (searchParams.get('generations') !== 'dynamic' || searchParams.get('page_size') !== '200')
      return ok({ errors: [{ message: 'page_size is required', field: 'page_size' }] }, 400);
    const from = Number(searchParams.get('page_token')?.replace('after-', '') ?? 0);
    const next = `https://api.sendgrid.com/v3/templates?page_size=200&page_token=after-${from + 200}`;
    return ok({
      result: kept.slice(from, from + 200).map((one) => ({ ...about(one), versions: versions(one) })),
      _metadata: { self: 'x', count: kept.length, ...(from + 200 < kept.length && { next }) },
    });
  },
};

const brevo: Play = {
  settings: (endpoint) => ({ endpoint }),
  page: 50,
  answer(call, kept) {
    if (call.headers['api-key'] !== PLAIN_KEY)
      return ok({ code: 'unauthorized', message: 'Key not found' }, 401);
    const { pathname, searchParams } = urlOf(call);
    const about = (one: KeptThere) => ({
      id: Number(one.id),
      name: one.title,
      subject: one.subject,
      isActive: true,
      testSent: false,
      htmlContent: one.html,
      createdAt: '2024-01-01T00:00:00.000Z',
      modifiedAt: one.at.toISOString(),
    });
    if (pathname !== '/v3/smtp/templates') {
      const one = kept.find(({ id }) => id === lastOf(pathname));
      return one ? ok(about(one)) : ok({ code: 'document_not_found', message: 'template not found' }, 404);
    }
    const [limit, offset] = ['limit', 'offset'].map((name) => Number(searchParams.get(name)));
    if (searchParams.get('templateStatus') !== 'true' || limit! > 1000)
      return ok({ code: 'out_of_range' }, 400);
    return ok(
      kept.length === 0
        ? { count: 0 }
        : { count: kept.length, templates: kept.slice(offset, offset! + limit!).map(about) },
    );
  },
};

const mailgun: Play = {
  settings: (endpoint) => ({ endpoint, domain: 'mg.example.com', region: 'us' }),
  page: 100,
  answer(call, kept) {
    const key = `Basic ${Buffer.from(`api:${PLAIN_KEY}`).toString('base64')}`;
    if (call.headers.authorization !== key) return ok('Forbidden', 401);
    const { pathname, searchParams } = urlOf(call);
    const sorted = kept.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const about = (one: KeptThere) => ({
      name: one.id,
      description: one.title,
      createdAt: 'Sat, 12 Nov 2022 06:38:00 UTC',
    });
    if (pathname !== '/v3/mg.example.com/templates') {
      const one = kept.find(({ id }) => id === lastOf(pathname));
      if (!one) return ok({ message: 'template not found' }, 404);
      const version = {
        tag: 'initial',
        template: one.html,
        engine: 'handlebars',
        active: true,
        headers: { Subject: one.subject },
        createdAt: one.at.toUTCString(),
      };
      return ok({ template: { ...about(one), ...(searchParams.get('active') === 'yes' && { version }) } });
    }
    const limit = Math.min(100, Number(searchParams.get('limit')));
    const after = searchParams.get('page') === 'next' ? searchParams.get('p') : null;
    const items = sorted.filter(({ id }) => after === null || id > after).slice(0, limit);
    return ok({ items: items.map(about), paging: { next: 'https://api.mailgun.net/elsewhere' } });
  },
};

const LAYOUT = '<body>{{{ @content }}}<p>{{footer}}</p></body>';

const postmark: Play = {
  settings: (endpoint) => ({ endpoint }),
  page: 100,
  answer(call, kept) {
    if (call.headers['x-postmark-server-token'] !== PLAIN_KEY)
      return ok({ ErrorCode: 10, Message: 'Bad token.' }, 401);
    const { pathname, searchParams } = urlOf(call);
    const about = (one: KeptThere) => ({
      TemplateId: Number(one.id),
      Name: one.title,
      Alias: `alias-${one.id}`,
      Active: true,
      TemplateType: 'Standard',
      LayoutTemplate: 'frame',
    });
    if (pathname === '/templates/frame')
      return ok({
        TemplateId: 1,
        Name: 'Frame',
        Active: true,
        TemplateType: 'Layout',
        HtmlBody: LAYOUT,
        TextBody: '',
      });
    if (pathname !== '/templates') {
      const one = kept.find(({ id }) => id === lastOf(pathname));
      if (!one) return ok({ ErrorCode: 1101, Message: 'This template was not found.' }, 422);
      return ok({ ...about(one), Subject: one.subject, HtmlBody: one.html, TextBody: one.text ?? null });
    }
    const [count, offset] = ['count', 'offset'].map((name) => searchParams.get(name));
    if (count === null || offset === null)
      return ok({ ErrorCode: 600, Message: 'count and offset are required.' }, 422);
    const Templates = kept.slice(Number(offset), Number(offset) + Number(count)).map(about);
    return ok({ TotalCount: kept.length, Templates });
  },
};

export const MAIL_TEMPLATE_PLAYS: Record<TemplateDialect, Play> = { sendgrid, brevo, mailgun, postmark };
