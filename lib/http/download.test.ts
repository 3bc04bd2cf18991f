import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { csvFile, download, plainText, previewFrame, untrustedHtml } from './download';

const nothing = () => new ReadableStream<Uint8Array<ArrayBuffer>>();
const hostile = { filename: '"><script>.html\r\nx: y', contentType: 'text/html', sizeBytes: 0 };

it.each([
  ['a stored file', () => download({ ...hostile, content: nothing() })],
  ['a table', () => csvFile('messages', nothing())],
])('%s is saved by the browser, and runs nothing where it is opened all the same', (_, make) => {
  const { headers } = make();
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename[*=]+[\w.%'="-]+$/);
  expect(headers.get('content-security-policy')).toBe('sandbox');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cache-control')).toContain('no-store');
});

it.each([
  ['the source of a message', () => plainText(nothing())],
  ['its HTML', () => untrustedHtml(nothing(), { remotePictures: true })],
  ['an empty frame', () => previewFrame({ remotePictures: true })],
])('%s is shown in a cage without scripts', (_, make) => {
  const { headers } = make();
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/^sandbox(?! allow-scripts)/);
  expect(policy).not.toMatch(/allow-(scripts|forms|popups|top-navigation|downloads)|script-src/);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

it('no door makes an answer with content of somebody else in another way', () => {
  const made = globSync('app/**/*.{ts,tsx}').filter(
    (file) => !file.includes('.test.') && /new Response\(/.test(readFileSync(file, 'utf8')),
  );
  // The document of the API is the same on every system: nobody's words are in it but ours. The stream of a feed says two numbers.
  expect(made).toEqual(['app/api/document.ts', 'app/api/feed/live/route.ts']);
});
