import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { closeAdapters } from '@/lib/providers/registry';
import { updateSettings } from '@/lib/settings/update';
import { allowLoopbackTargets } from '@/lib/testing/api-server';
import { makeUp } from '@/lib/testing/apis/providers';
import { useTestDatabase } from '@/lib/testing/database';
import { closeBreakers, makeMessage, testContext, useOneTry } from '@/lib/testing/factories';
import { textFromHtml, withText } from './text-from-html';

const message = { html: '<p>Gracias, <b>Ana</b></p>', text: null as string | null };
const on = { textFromHtml: true, singleLabelDomains: false };

describe('text made of HTML', () => {
  it.each([
    ['<h1>Recibo</h1><p>Gracias &amp; hasta pronto</p>', 'Recibo\n\nGracias & hasta pronto'],
    ['<a href="https://pagos.example/13">Pagar</a>', 'Pagar [https://pagos.example/13]'],
    ['<a href="https://pagos.example/">https://pagos.example/</a>', 'https://pagos.example/'],
    ['<style>p { color: red }</style><p>Hola</p><img src="cid:logo" alt="logo">', 'Hola'],
    ['<ul><li>uno</li><li>dos</li></ul>', '* uno\n * dos'],
    ['<img src="cid:logo">', null],
  ])('%s', (html, text) => expect(textFromHtml(html)).toBe(text));

  it('takes the place of none, of what is given never', () => {
    expect(withText(message, on).text).toBe('Gracias, Ana');
    expect(withText({ ...message, text: 'Mi texto' }, on).text).toBe('Mi texto');
    expect(withText(message, { ...on, textFromHtml: false }).text).toBeNull();
    expect(withText({ html: null, text: 'Mi texto' }, on).text).toBe('Mi texto');
  });

  it('is not made of a page of any size', () => {
    expect(textFromHtml(`<p>${'x'.repeat(256 * 1024)}</p>`)).toBeNull();
  });

  it.each(['<hr>', '<br>', '<a>', '</p>', '<b>x', '<p>a</p>', '<ul><li>x', '<i/>'])(
    'costs a bounded time for a page of 256 kB full of %s',
    (tag) => {
      const page = tag.repeat(Math.floor((256 * 1024) / tag.length));
      const { user } = process.cpuUsage();
      for (let time = 0; time < 100; time++) textFromHtml(page);
      expect((process.cpuUsage().user - user) / 1000).toBeLessThan(1000);
    },
  );

  it('is made of as many tags as a long statement of account has', () => {
    const rows = '<tr><td>Recarga</td><td>5.000</td></tr>'.repeat(1300);
    expect(textFromHtml(`<table>${rows}</table>`)!.match(/Recarga/g)).toHaveLength(1300);
  });
});

describe('as the setting says', () => {
  useTestDatabase();
  useOneTry();
  allowLoopbackTargets();
  beforeEach(closeBreakers);
  afterEach(closeAdapters);

  it.each(['smtp', 'resend', 'sendgrid', 'brevo'])('%s gets a text, or none', async (kind) => {
    const up = await makeUp(kind);
    const send = async (wanted: boolean) => {
      await updateSettings(testContext, { delivery: { content: { textFromHtml: wanted } } });
      const subject = `Recibo ${newId()}`;
      const { id } = await makeMessage({
        text: undefined,
        html: message.html!,
        subject,
        providers: [up.name],
      });
      await deliverMessages(newId(), [id]);
      return (await up.arrived(subject))?.text?.trim();
    };
    expect(await send(true)).toBe('Gracias, Ana');
    expect(await send(false)).toBeUndefined();
  });
});
