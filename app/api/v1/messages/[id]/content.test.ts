import { createHash, randomBytes } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { beforeAll, describe, expect, it } from 'vitest';
import { publicUrl } from '@/lib/env';
import { newId } from '@/lib/ids';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, makeToken } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { GET as attachment } from './attachments/[position]/route';
import { GET as preview } from './preview/route';
import { GET as getOne } from './route';
import { GET as source } from './source/route';

useTestDatabase();

const pdf = randomBytes(200_000);
const picture = randomBytes(300);
const PICTURE = { filename: 'a.png', contentType: 'image/png' };
const html = '<p>Hola ñ <img src="cid:logo"></p><script>alert(1)</script>';

let token: string;
let id: string;
beforeAll(async () => {
  await makeProvider();
  token = await makeToken();
  const attachments = [
    { filename: 'recibo ñ\'"; a.pdf', contentType: 'application/pdf', content: pdf.toString('base64') },
    {
      filename: 'logo.png',
      contentType: 'image/png',
      contentId: 'logo',
      content: picture.toString('base64'),
    },
    { filename: 'page.html', contentType: 'text/html', content: Buffer.from(html).toString('base64') },
  ];
  ({ id } = await makeMessage({ html, bcc: 'blind@example.com', attachments }));
});

const request = { params: { id: newId(), position: '0' } };
const access = { scope: 'messages:read', role: 'viewer', request } as const;
describeAccess('preview', preview, access);
describeAccess('source', source, access);
describeAccess('attachment', attachment, access);

describe('preview', () => {
  it('is the HTML in a cage: no script, no form, no request but pictures', async () => {
    const { text, headers } = await call(preview, { token, params: { id } });
    expect(text).toContain('Hola ñ');
    expect(text).toContain(`data:image/png;base64,${picture.toString('base64')}`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/(^|; )sandbox(;|$)/);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/script-src|allow-scripts|allow-same-origin/);
    expect(policy).toContain("base-uri 'none'");
    expect(policy).toContain("form-action 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('fetches nothing from elsewhere before somebody asks', async () => {
    const policyOf = async (query = {}) =>
      (await call(preview, { token, params: { id }, query })).headers.get('content-security-policy') ?? '';
    expect(await policyOf()).not.toContain('https:');
    // Our own, which may be http, has those of templates.
    expect(await policyOf({ pictures: 'all' })).toContain(`img-src https: data: ${publicUrl()};`);
    expectProblem(
      await call(preview, { token, params: { id }, query: { pictures: 'some' } }),
      400,
      'validation_failed',
    );
  });

  it('carries a picture once, however often it is shown and asked for', async () => {
    const large = randomBytes(1_000_000);
    const shown = `<!DOCTYPE html><p>Ana</p>${'<img src="CID:a">'.repeat(300)}`;
    const attachments = [{ ...PICTURE, contentId: 'a', content: large.toString('base64') }];
    const { id: often } = await makeMessage({ html: shown, attachments });
    const answers = await Promise.all(
      [1, 2, 3, 4, 5, 6].map(() => call(preview, { token, params: { id: often } })),
    );
    for (const { text } of answers) {
      expect(text.length).toBeLessThan(1_400_000);
      expect(text.split('base64,')).toHaveLength(2);
      expect(text).toContain(large.toString('base64'));
      expect(text).toMatch(/^<!DOCTYPE html><style>img\[src="data:,cid:a" i\]\{content:url/);
      expect(text.match(/<img src="data:,cid:a">/g)).toHaveLength(300);
    }
  });

  it('has an end: of the text, of each picture and of all of them', async () => {
    const attachments = ['a', 'b', 'c', 'd'].map((contentId, index) => ({
      ...PICTURE,
      contentId,
      content: randomBytes(index === 0 ? 5_100_000 : 4_500_000).toString('base64'),
    }));
    const pictures = ['a', 'b', 'c', 'd'].map((name) => `<img src="cid:${name}">`).join('');
    const { id: huge } = await makeMessage({
      html: pictures + '~'.repeat(4_100_000),
      attachments,
    });
    const { text } = await call(preview, { token, params: { id: huge } });
    const shown = text.matchAll(/img\[src="data:,cid:(.)" i\]\{content:url\("data:image\/png;base64,/g);
    expect([...shown].map(([, name]) => name)).toEqual(['b', 'c']);
    expect(text).toContain('Only its beginning is shown.');
    expect(text.replace(/[^~]/g, '')).toHaveLength(4_000_000 - pictures.length);
    expect(
      text.match(/<style>img\[src="data:,cid:[ad]" i\]\{content:url\("data:image\/svg\+xml,/g),
    ).toHaveLength(2);
  });

  it('names a picture that is not there, and asks the browser for no cid:', async () => {
    const { id: without } = await makeMessage({ html: '<!doctype html><p>x</p><img src="cid:logo@clinic">' });
    const { text } = await call(preview, { token, params: { id: without } });
    expect(text).toMatch(/^<!doctype html>/);
    expect(text).toContain('img[src="data:,cid:logo@clinic" i]{content:url("data:image/svg+xml,');
    expect(decodeURIComponent(text)).toContain('>logo@clinic</text>');
    expect(text).not.toMatch(/["'(=]\s*cid:/);
  });

  it('takes nothing but pictures for pictures', async () => {
    const script = { filename: 'a.html', contentType: 'text/html', contentId: 'a', content: 'AAAA' };
    const { id: other } = await makeMessage({ html: '<img src="cid:a">', attachments: [script] });
    const { text } = await call(preview, { token, params: { id: other } });
    expect(text).toMatch(/<img src="data:,cid:a">$/);
    expect(text).not.toContain('text/html');
    expect(text).not.toContain('AAAA');
  });

  it.each([
    ['<img src="https://x.example/a.png">', true],
    ["<td background='//x.example/a.png'>", true],
    ['<p style="background:url( http://x.example/a.png )">', true],
    ['<img src="cid:a"><a href="https://x.example">x</a>', false],
    [undefined, false],
  ])('tells whether there is something to ask for: %s', async (html, hasRemotePictures) => {
    const { id: one } = await makeMessage({ html });
    expect((await call(getOne, { token, params: { id: one } })).body).toMatchObject({
      hasHtml: html !== undefined,
      hasRemotePictures,
    });
  });

  it('shows plain text as text, never as HTML', async () => {
    const { id: plain } = await makeMessage({ text: '<script>alert(1)</script> & more' });
    const { text } = await call(preview, { token, params: { id: plain } });
    expect(text).not.toContain('<script>');
    expect(text).toContain('&lt;script>alert(1)&lt;/script> &amp; more');
  });

  it('404', async () =>
    expectProblem(await call(preview, { token, params: { id: newId() } }), 404, 'not_found'));
});

describe('source', () => {
  it('is the message as it goes over the wire, without blind copies', async () => {
    const { text, headers } = await call(source, { token, params: { id } });
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(text).not.toContain('blind@example.com');
    const mail = await simpleParser(Buffer.from(text));
    expect(mail.subject).toBe('Receipt 13');
    const files = mail.attachments.filter(({ contentType }) => contentType === 'application/pdf');
    expect(files.map(({ content }) => content.equals(pdf))).toEqual([true]);
  });

  it('404', async () => expectProblem(await call(source, { token, params: { id: 'x' } }), 404, 'not_found'));
});

describe('attachment', () => {
  const get = async (position: string) =>
    attachment(new Request('http://relevo.test/', { headers: { authorization: `Bearer ${token}` } }), {
      params: Promise.resolve({ id, position }),
    });

  it('is the file byte for byte, as a download', async () => {
    const response = await get('0');
    const bytes = Buffer.from(await response.arrayBuffer());
    const digest = (data: Buffer) => createHash('sha256').update(data).digest('hex');
    expect(digest(bytes)).toBe(digest(pdf));
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''recibo%20%C3%B1%27%22%3B%20a.pdf",
    );
  });

  it('is never shown as a page of ours', async () => {
    const { headers } = await get('2');
    expect(headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(headers.get('content-security-policy')).toBe('sandbox');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each(['3', '-1', '1.5', 'x', '99999999999'])('404: %s', async (position) => {
    expect((await get(position)).status).toBe(404);
  });
});
