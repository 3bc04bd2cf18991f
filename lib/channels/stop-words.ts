/** What a person who answers a text with one word wants: no more messages of this kind, or them again. */
export type Wish = 'stop' | 'start';

/**
 * What carriers and Twilio take for it (https://help.twilio.com/articles/223134027), and its Spanish. "No", "yes" and "fin" answer questions:
 * they are never a wish by themselves.
 */
const WORDS: Record<Wish, readonly string[]> = {
  stop: [
    ...[
      'STOP',
      'STOPALL',
      'STOP ALL',
      'UNSUBSCRIBE',
      'CANCEL',
      'END',
      'QUIT',
      'REVOKE',
      'OPTOUT',
      'OPT OUT',
      'REMOVE',
    ],
    ...[
      'BAJA',
      'ALTO',
      'PARAR',
      'PARE',
      'BASTA',
      'CANCELAR',
      'SALIR',
      'DETENER',
      'NO MAS',
      'DESUSCRIBIR',
      'ELIMINAR',
    ],
    'NO ENVIAR',
  ],
  start: ['START', 'UNSTOP', 'ALTA', 'INICIAR', 'VOLVER'],
};

/** Only where it is the whole message, in any case, with or without accents and signs; null: it says something else. */
export function wishOf(text: string): Wish | null {
  const plain = text
    .slice(0, 100)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toUpperCase();
  if (WORDS.stop.includes(plain)) return 'stop';
  return WORDS.start.includes(plain) ? 'start' : null;
}
