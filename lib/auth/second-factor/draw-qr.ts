import { encode } from 'uqr';

/** What an app reads off the screen (the key URI format of Google Authenticator, which the others read as well). */
export function keyUri(seed: string, { email, host }: { email: string; host: string | null }): string {
  const issuer = encodeURIComponent(host ? `Relevo ${host}` : 'Relevo');
  return `otpauth://totp/${issuer}:${encodeURIComponent(email)}?secret=${seed}&issuer=${issuer}`;
}

/** `path`: of an SVG with so many units to each side, its quiet zone included; dark is drawn. */
export type QrCode = { size: number; path: string };

/** Drawn here and not by a service elsewhere: there is a secret in it. */
export function drawQr(text: string): QrCode {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: path.join('') };
}
