import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, it } from 'vitest';
import { countSegments, splitSegments } from './segments';
import { writeSms } from './write-sms';

const a = (count: number) => 'a'.repeat(count);

describe('parts of a text', () => {
  // 3GPP TS 23.038 and 23.040: 160 septets, or 153 a part; 70 units, or 67; nothing of two units is cut.
  it.each([
    [a(160), 1],
    [a(161), 2],
    [a(306), 2],
    [a(307), 3],
    [`${a(159)}€`, 2],
    [`${a(158)}€`, 1],
    [`${a(152)}€${a(152)}`, 3],
    ['á'.repeat(70), 1],
    ['á'.repeat(71), 2],
    ['á'.repeat(134), 2],
    ['á'.repeat(135), 3],
    [`${a(159)}á`, 3],
    ['😀'.repeat(35), 1],
    ['😀'.repeat(36), 2],
    [`${'á'.repeat(66)}😀${'á'.repeat(66)}`, 3],
    ['', 0],
  ])('%#', (text, count) => {
    expect(countSegments(text).count).toBe(count);
  });

  it('join to the text again, none beyond its room, and are counted as Twilio counts them', () => {
    const letters = [...'abc xyz ñéü¿¡ €[]{} áíóú “” 😀👩‍👧 Δ\n'];
    let seed = 7;
    const next = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let round = 0; round < 400; round++) {
      const alphabet = letters.slice(0, 1 + next(letters.length));
      const text = Array.from({ length: next(500) }, () => alphabet[next(alphabet.length)]).join('');
      const parts = splitSegments(text);
      expect(parts.join('')).toBe(text);
      const { encoding, count } = countSegments(text);
      for (const part of parts) {
        if (encoding === 'gsm7') expect(countSegments(part).left).toBeGreaterThanOrEqual(0);
        else expect(part.length).toBeLessThanOrEqual(70);
      }
      if (text !== '') expect(count, JSON.stringify(text)).toBe(new SegmentedMessage(text).segmentsCount);
    }
  });

  it('say how much still fits, and what makes the text dear', () => {
    expect(countSegments('Año nuevo')).toEqual({
      encoding: 'gsm7',
      count: 1,
      left: 151,
      costly: [],
    });
    expect(countSegments('Mañana habrá más')).toMatchObject({ encoding: 'ucs2', left: 54, costly: ['á'] });
    expect(countSegments(a(161))).toMatchObject({ left: 153 - 8 });
  });
});

describe('as it is sent', () => {
  it('keeps what costs nothing, and spares an accent only where that saves a segment', () => {
    const short = 'Su saldo está bajo';
    expect(writeSms(short, 'where_it_saves')).toMatchObject({ text: short, count: 1, encoding: 'ucs2' });
    const long = `Señora Núñez: ¿vendrá? ${a(80)}`;
    expect(writeSms(long, 'where_it_saves')).toMatchObject({
      text: `Señora Nuñez: ¿vendra? ${a(80)}`,
      count: 1,
      encoding: 'gsm7',
      given: { text: long, count: 2 },
    });
    expect(writeSms(long, 'never')).toMatchObject({ text: long, count: 2 });
    expect(writeSms(short, 'always')).toMatchObject({ text: 'Su saldo esta bajo', count: 1 });
  });

  it.each([
    ['“Hola” – él dijo…', '"Hola" - él dijo...'],
    ['₲ 1.500, 3º piso, 20 °C', 'Gs. 1.500, 3o piso, 20 C'],
    ['mbaʼéichapa g̃uarã', "mba'éichapa g̃uara"],
  ])('%s', (given, text) => {
    expect(writeSms(given, 'always').text).toBe(text);
  });

  it('an amount as Intl writes it costs no more than one with a blank', () => {
    const amount = new Intl.NumberFormat('es-PY', { style: 'currency', currency: 'PYG' }).format(1_234_567);
    expect(amount).toMatch(/\u00A0/);
    expect(writeSms(`Debe ${amount}`, 'never')).toMatchObject({ encoding: 'gsm7', costly: [] });
  });

  it('is composed, of one kind of line, without what nobody sees', () => {
    expect(writeSms('cafe\u0301\r\nsi\u200B\uFEFF\u0000 ', 'never').text).toBe('café\nsi');
    expect(writeSms('👩\u200D👧', 'never').text).toBe('👩\u200D👧');
  });
});
