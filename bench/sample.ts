const BODY_BYTES = 4096;
const WORDS =
  'thank you for your payment we received the amount of invoice number on date please keep this receipt records balance account due total tax paid card ending order shipped to address questions reply support team monthly plan renewed next period service customer since regards'.split(
    ' ',
  );

/** Words by chance, the same ones in every run: a line repeated would compress to nothing in the database. */
const TEXT = writeText(20_261_121);

export function sampleMessage(): { from: string; to: string; subject: string; text: string } {
  return {
    from: 'receipts@example.com',
    to: 'customer@example.net',
    subject: 'Your receipt',
    text: TEXT,
  };
}

export function messageJson(): Buffer {
  return Buffer.from(JSON.stringify(sampleMessage()));
}

export function batchJson(size: number): Buffer {
  return Buffer.from(JSON.stringify({ messages: Array.from({ length: size }, sampleMessage) }));
}

function writeText(seed: number): string {
  let state = seed;
  const next = (below: number): number => {
    // Numerical Recipes' linear congruential generator.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  let text = '';
  for (let count = 1; text.length < BODY_BYTES; count++) {
    const word = next(6) === 0 ? String(next(100_000)) : WORDS[next(WORDS.length)];
    text += `${word}${count % 12 === 0 ? '\n' : ' '}`;
  }
  return text.slice(0, BODY_BYTES - 1).concat('\n');
}
