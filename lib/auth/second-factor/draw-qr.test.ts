import { expect, it } from 'vitest';
import { drawQr, keyUri } from './draw-qr';

it('the address that apps read names the system and the person', () => {
  const person = { email: 'ana+x@example.com', host: null };
  expect(keyUri('MZXW6YTBOI', person)).toBe(
    'otpauth://totp/Relevo:ana%2Bx%40example.com?secret=MZXW6YTBOI&issuer=Relevo',
  );
  expect(keyUri('MZXW6YTBOI', { ...person, host: 'mail.example.com' })).toBe(
    'otpauth://totp/Relevo%20mail.example.com:ana%2Bx%40example.com?secret=MZXW6YTBOI&issuer=Relevo%20mail.example.com',
  );
});

it('a code has its three finders, and four units of quiet around', () => {
  const { size, path } = drawQr('otpauth://totp/Relevo:ana@example.com?secret=MZXW6YTBOI&issuer=Relevo');
  const dark = new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`));
  const finder = (left: number, top: number) =>
    Array.from({ length: 49 }, (_, n) => [n % 7, Math.floor(n / 7)] as const).every(([x, y]) => {
      const ring = Math.max(Math.abs(x - 3), Math.abs(y - 3));
      return dark.has(`${left + x} ${top + y}`) === (ring !== 2);
    });
  const far = size - 4 - 7;
  expect([finder(4, 4), finder(far, 4), finder(4, far), finder(far, far)]).toEqual([true, true, true, false]);
  for (const place of dark) for (const at of place.split(' ').map(Number)) expect(at).toBeGreaterThan(3);
});
