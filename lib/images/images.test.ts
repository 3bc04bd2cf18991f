import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors';
import { deleteTemplate } from '@/lib/templates/update';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, testContext } from '@/lib/testing/factories';
import { draftTemplate, templateOf } from '@/lib/testing/templates';
import { imagesIn, withHost } from './address';
import { deleteImage } from './delete';
import { listImages } from './list';
import { readImage } from './read-image';
import { ImageFilter } from './schema';
import { answerImage } from './serve';
import { imagesOf, keepImage } from './travel';
import { uploadImage } from './upload';
import { withOwnImages } from './with-own-images';

useTestDatabase();

const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: '#1f4e79' } });
const upload = (bytes: Buffer, over: object = {}) =>
  uploadImage(testContext, { filename: 'logo.png', content: bytes.toString('base64'), ...over });
type Case = ['png' | 'gif' | 'webp', string, string?];

const load = (url: string, headers: Record<string, string> = {}) =>
  answerImage(new Request(url, { headers }), new URL(url).pathname.split('/').at(-1)!);

async function flawOf(bytes: Buffer) {
  const error = await upload(bytes).catch((thrown: unknown) => thrown);
  const [first] = (error as AppError).options?.errors ?? [];
  return first && [first.path, first.code, first.params];
}

describe('a picture that is uploaded', () => {
  it('is scaled to a mail, and loaded by anybody from an address that stays', async () => {
    const image = await upload(await blank(2560, 1000).jpeg().toBuffer());
    expect(image).toMatchObject({ format: 'jpeg', width: 1280, height: 500, reachable: false });
    const answer = await load(image.url);
    expect(answer.headers.get('content-type')).toBe('image/jpeg');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    const read = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
    expect([read.width, read.height]).toEqual([1280, 500]);
    const again = await load(image.url, { 'if-none-match': answer.headers.get('etag')! });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('stands upright and tells nothing of where it was taken', async () => {
    const exif = { IFD0: { Copyright: 'Zorzal' }, IFD3: { GPSLatitude: '25/1 16/1 0/1' } };
    const lying = await blank(40, 20).jpeg().withExif(exif).withMetadata({ orientation: 6 }).toBuffer();
    const image = await upload(lying);
    expect([image.width, image.height]).toEqual([20, 40]);
    const bytes = Buffer.from(await (await load(image.url)).arrayBuffer());
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  });

  it.each([
    ['png', 'png'],
    ['gif', 'gif'],
    ['webp', 'jpeg'],
    ['webp', 'png', '#1f4e7980'],
  ] as Case[])(
    'as %s is served as %s, which mail programs show',
    async (given, served, background = '#1f4e79') => {
      const drawn = sharp({ create: { width: 30, height: 30, channels: 4, background } });
      const image = await upload(await drawn.toFormat(given).toBuffer());
      expect([image.format, (await load(image.url)).headers.get('content-type')]).toEqual([
        served,
        `image/${served}`,
      ]);
    },
  );

  it('keeps moving, as high as one of its frames', async () => {
    const frames = await Promise.all(
      ['#000000', '#ffffff'].map((background) =>
        sharp({ create: { width: 20, height: 10, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const image = await upload(
      await sharp(frames, { join: { animated: true } })
        .gif()
        .toBuffer(),
    );
    expect([image.width, image.height]).toEqual([20, 10]);
    const bytes = Buffer.from(await (await load(image.url)).arrayBuffer());
    expect((await sharp(bytes, { animated: true }).metadata()).pages).toBe(2);
  });

  it('is kept once for a company', async () => {
    const bytes = await blank(11, 11).png().toBuffer();
    const company = (await makeCompany()).id;
    const [first, again, other] = [
      await upload(bytes),
      await upload(bytes),
      await upload(bytes, { company }),
    ];
    expect([again.id, other.url, other.id === first.id]).toEqual([first.id, first.url, false]);
    const actor = { type: 'user', id: null, label: 'ana', role: 'technician', companyIds: [company] };
    const mine = { ...testContext, companyId: company, actor: actor as never };
    const { data } = await listImages(mine, ImageFilter.parse({}));
    expect(data.map(({ id }) => id)).toEqual(expect.arrayContaining([first.id, other.id]));
    await expect(deleteImage(mine, { id: first.id })).rejects.toMatchObject({ code: 'forbidden' });
    await deleteImage(testContext, { id: first.id });
    expect((await load(other.url)).status).toBe(200);
  });
});

describe('a picture that a template shows', () => {
  it('stays for as long as one of its company does, or any where it is shared', async () => {
    const [own, other] = [(await makeCompany()).id, (await makeCompany()).id];
    const bytes = await blank(15, 15).png().toBuffer();
    const [shared, mine] = [await upload(bytes), await upload(bytes, { company: own })];
    const source = `<p>Hola</p><img src="${shared.url}" alt="Logo">`;
    await draftTemplate({ ...templateOf(source), title: 'Of the other', company: other });
    await expect(deleteImage(testContext, { id: shared.id })).rejects.toMatchObject({
      options: { reason: { code: 'image_in_use', params: { template: 'Of the other' } } },
    });
    const { id } = await draftTemplate({ ...templateOf(source), title: 'My own', company: own });
    await expect(deleteImage(testContext, { id: mine.id })).rejects.toMatchObject({
      options: { reason: { params: { template: 'My own' } } },
    });
    await deleteTemplate(testContext, { id });
    await deleteImage(testContext, { id: mine.id });
  });
});

describe('what is refused, with the reason', () => {
  it('50 megapixels, before they are decoded', async () => {
    const bytes = await sharp({ create: { width: 10_000, height: 5_000, channels: 3, background: '#fff' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(await flawOf(bytes)).toEqual(['content', 'image_pixels', { megapixels: '50', max: '40' }]);
  });

  it.each([
    [
      'an SVG with a script',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      'image_svg',
    ],
    ['one behind a declaration', `<?xml version="1.0"?>\n<!-- ${'-'.repeat(300)} -->\n<svg/>`, 'image_svg'],
    ['one that calls itself a GIF', 'GIF89a<svg ><script>alert(1)</script></svg>', 'image_svg'],
    ['a page', '<!doctype html><img src=x onerror=alert(1)>', 'image_kind'],
    ['a TIFF', 'II*\0\b\0\0\0', 'image_kind'],
    ['nothing but a signature', '\x89PNG\r\n\x1a\n', 'image_broken'],
  ])('%s', async (_, text, code) => {
    expect((await flawOf(Buffer.from(text, 'latin1')))?.slice(0, 2)).toEqual(['content', code]);
  });

  it('one that is cut off', async () => {
    const whole = await blank(300, 300).jpeg().toBuffer();
    expect((await flawOf(whole.subarray(0, whole.length / 2)))?.[1]).toBe('image_broken');
  });

  it('text that is no base64, and a name that is no hash', async () => {
    await expect(uploadImage(testContext, { filename: 'a', content: '???' })).rejects.toBeInstanceOf(
      AppError,
    );
    for (const name of ['x.png', `${'0'.repeat(64)}.svg`, `${'0'.repeat(64)}.png`, '..%2fa'])
      expect((await answerImage(new Request('https://a.test'), name)).status).toBe(404);
  });
});

describe('the address of a picture', () => {
  it('follows that of the installation, for those that are kept here alone', async () => {
    const { url } = await upload(await blank(12, 12).png().toBuffer());
    const { pathname } = new URL(url);
    const foreign = `https://other.example/api/media/${'0'.repeat(64)}.png`;
    const text = `<img src="https://old.example${pathname}"> (${pathname}) <img src="${foreign}">`;
    expect(await withOwnImages(text)).toBe(`<img src="${url}"> (${url}) <img src="${foreign}">`);
  });

  it('is none within another path', () => {
    const hash = 'a'.repeat(64);
    const text = `https://other.example/copy/api/media/${hash}.png`;
    expect([imagesIn(text), withHost(text, new Set([hash]))]).toEqual([[], text]);
  });
});

describe('pictures of a template that travels', () => {
  it('are files by their address, and kept byte for byte where they arrive', async () => {
    const { id, url } = await upload(await blank(13, 13).jpeg().toBuffer());
    const [file, ...more] = await imagesOf([`<img src="${url}">`, `<img src="${url}">`, 'nothing']);
    expect([url.endsWith(`/api/media/${file!.name}`), more]).toEqual([true, []]);
    await deleteImage(testContext, { id });
    await keepImage(testContext, file!);
    await keepImage(testContext, file!);
    expect(Buffer.from(await (await load(url)).arrayBuffer())).toEqual(file!.content);
  });

  it('are refused where they are not what their name says', async () => {
    const { content } = await readImage(await blank(14, 14).png().toBuffer());
    const name = `${'0'.repeat(64)}.png`;
    for (const wrong of [
      { name, content },
      { name: 'logo.png', content },
    ])
      await expect(keepImage(testContext, wrong)).rejects.toMatchObject({ code: 'validation_failed' });
  });
});
