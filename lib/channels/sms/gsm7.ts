/**
 * The default alphabet of GSM (3GPP TS 23.038, 6.2.1): a text of these characters takes 7 bits each. One other character and the whole
 * text is sent as UTF-16.
 */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** Behind an escape, so that each takes the room of two. */
const EXTENDED = '\f^{}\\[~]|€';

const SEPTETS = new Map([
  ...[...BASIC].map((character): [string, number] => [character, 1]),
  ...[...EXTENDED].map((character): [string, number] => [character, 2]),
]);

/** How many septets this one character takes; undefined: it is not of this alphabet. */
export function septetsOf(character: string): number | undefined {
  return SEPTETS.get(character);
}

export function isGsm7(character: string): boolean {
  return SEPTETS.has(character);
}
