import sharp from 'sharp';
import { afterEach, expect, it, vi } from 'vitest';
import { forgetEnv } from '@/lib/env';
import { uploadImage } from '@/lib/images/upload';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, testContext } from '@/lib/testing/factories';
import { makeTemplate, templateOf } from '@/lib/testing/templates';
import { applyTemplate, renderStored } from './apply';
import { brandFor } from './brand';
import { previewTemplate } from './preview';

useTestDatabase();
afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnv();
});

it('a template loads its pictures from the address of today, and what was sent from that of then', async () => {
  const drawn = sharp({ create: { width: 3, height: 3, channels: 3, background: '#123456' } });
  const content = (await drawn.png().toBuffer()).toString('base64');
  const { url } = await uploadImage(testContext, { filename: 'logo.png', content });
  const path = new URL(url).pathname;
  const words = 'Gracias por su visita. '.repeat(20);
  const { key, id } = await makeTemplate(
    templateOf(`<p>${words}</p><img src="https://old.example${path}" alt="Logo" width="3" height="3">`),
  );
  const recipient = { email: 'ana@example.com' };
  const use = () => applyTemplate({ template: key }, { companyId: null, recipient, id: 'm' });
  const before = await use();
  expect(before.rendered.html).toContain(`src="${url}"`);
  vi.stubEnv('PUBLIC_URL', 'https://mail.example.org/');
  forgetEnv();
  const now = `src="https://mail.example.org${path}"`;
  expect((await use()).rendered.html).toContain(now);
  expect((await previewTemplate(testContext, { id })).html).toContain(now);
  const stored = { id: 'm', recipients: [{ kind: 'to', address: 'ana@example.com' }] };
  expect((await renderStored(before.stored, stored)).html).toContain(`src="${url}"`);
});

it('the logo of a company is loaded from the address of today, too', async () => {
  const drawn = sharp({ create: { width: 3, height: 3, channels: 3, background: '#654321' } });
  const content = (await drawn.png().toBuffer()).toString('base64');
  const { url } = await uploadImage(testContext, { filename: 'logo.png', content });
  const path = new URL(url).pathname;
  const own = await makeCompany({ brand: { logo: `https://old.example${path}` } });
  const other = await makeCompany({ brand: { logo: `https://cdn.example/${path.slice(11)}` } });
  expect((await brandFor(own.id)).logo).toBe(url);
  vi.stubEnv('PUBLIC_URL', 'https://mail.example.org');
  forgetEnv();
  expect((await brandFor(own.id)).logo).toBe(`https://mail.example.org${path}`);
  expect((await brandFor(other.id)).logo).toBe(`https://cdn.example/${path.slice(11)}`);
});
