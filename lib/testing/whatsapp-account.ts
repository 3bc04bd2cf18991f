import type { ApiAnswer, ApiCallSeen } from './api-server';

/** A template as Meta lists it: https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/message_templates/ */
export type MetaTemplate = {
  name: string;
  language: string;
  status: string;
  category: string;
  components: { type: string; text?: string; format?: string; example?: object }[];
  quality_score?: { score: string };
  rejected_reason?: string;
  id: string;
};

export const WABA = '102290129340398';
export const SENDER_ID = '106540352242922';
export const META_TOKEN = 'planted-system-user-token';

export function metaTemplate(over: Partial<MetaTemplate> = {}): MetaTemplate {
  return {
    name: 'su_saldo',
    language: 'es',
    status: 'APPROVED',
    category: 'UTILITY',
    components: [{ type: 'BODY', text: 'A {{1}} le quedan {{2}} en la cantina.' }],
    quality_score: { score: 'GREEN' },
    rejected_reason: 'NONE',
    id: '1689556908129832',
    ...over,
  };
}

const refused = (status: number, code: number, message: string): ApiAnswer => ({
  status,
  body: { error: { message, type: 'OAuthException', code, fbtrace_id: 'A1' } },
});

/**
 * An account of WhatsApp at Meta, as strict as its documents: what is not as they say is refused. Two templates a page; a message by a template
 * that is not approved, in another language or with other variables is refused as Meta does.
 */
export function playMetaAccount(templates: MetaTemplate[] = [metaTemplate()]) {
  const sent: Record<string, unknown>[] = [];
  const answer = ({ method, path, headers, body }: ApiCallSeen): ApiAnswer => {
    if (headers.authorization !== `Bearer ${META_TOKEN}`)
      return refused(401, 190, 'Invalid OAuth access token.');
    const { pathname, searchParams } = new URL(path, 'http://meta.test');
    if (pathname === `/v25.0/${WABA}/message_templates`)
      return method === 'GET' ? list(searchParams) : create(JSON.parse(body.toString()));
    if (pathname === `/v25.0/${SENDER_ID}/messages` && method === 'POST')
      return send(JSON.parse(body.toString()));
    return refused(400, 100, `Unsupported ${method} request to ${pathname}`);
  };
  const list = (query: URLSearchParams): ApiAnswer => {
    const unknown = (query.get('fields') ?? '').split(',').filter((field) => !(field in metaTemplate()));
    if (unknown.length > 0) return refused(400, 100, `Tried accessing nonexisting field (${unknown[0]})`);
    const from = Number(query.get('after') ?? 0);
    const rest = from + 2 < templates.length;
    const cursors = { before: String(from), after: String(from + 2) };
    return {
      status: 200,
      body: {
        data: templates.slice(from, from + 2),
        paging: { cursors, ...(rest && { next: 'https://graph.facebook.com/…' }) },
      },
    };
  };
  const create = (given: MetaTemplate & { parameter_format: string }): ApiAnswer => {
    const { name, language, category, components, parameter_format: format, ...others } = given;
    const [part, ...more] = components;
    const text = part?.text ?? '';
    const wanted = new Set(text.match(/\{\{\d+\}\}/g)).size;
    const [samples = []] = (part?.example as { body_text?: string[][] } | undefined)?.body_text ?? [];
    if (Object.keys(others).length > 0 || more.length > 0 || part?.type !== 'BODY' || format !== 'POSITIONAL')
      return refused(400, 100, 'Invalid parameter');
    if (!/^[a-z0-9_]{1,512}$/.test(name) || !['UTILITY', 'MARKETING'].includes(category))
      return refused(400, 100, 'Invalid parameter');
    if (/^[^\p{L}\p{N}]*\{\{|\}\}[^\p{L}\p{N}]*$/u.test(text))
      return refused(400, 100, 'Variables can’t be at the start or end');
    if (samples.length !== wanted || samples.some((sample) => !sample))
      return refused(400, 100, 'Message template components must have examples');
    if (templates.some((one) => one.name === name && one.language === language))
      return refused(400, 100, 'There is already Spanish content for this template');
    templates.push(
      metaTemplate({
        name,
        language,
        category,
        components,
        status: 'PENDING',
        quality_score: { score: 'UNKNOWN' },
      }),
    );
    return { status: 200, body: { id: '1', status: 'PENDING', category } };
  };
  const send = (message: Record<string, unknown>): ApiAnswer => {
    if (message.type === 'template') {
      const {
        name,
        language,
        components = [],
      } = message.template as {
        name: string;
        language: { code: string };
        components?: { type: string; parameters: { text: string }[] }[];
      };
      const found = templates.find((one) => one.name === name && one.language === language.code);
      if (found?.status !== 'APPROVED')
        return refused(404, 132001, 'Template does not exist in the translation');
      const body = found.components.find(({ type }) => type === 'BODY')?.text ?? '';
      const given = components.find(({ type }) => type === 'body')?.parameters ?? [];
      if (
        given.length !== new Set(body.match(/\{\{\w+\}\}/g)).size ||
        given.some(({ text }) => !text || /[\n\t]/.test(text))
      )
        return refused(400, 132000, 'Number of parameters does not match the expected number of params');
    }
    sent.push(message);
    return {
      status: 200,
      body: { messaging_product: 'whatsapp', messages: [{ id: `wamid.${sent.length}` }] },
    };
  };
  return { answer, templates, sent };
}
