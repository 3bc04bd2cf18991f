const BODY_BYTES = 4096;
const LINE = 'Thank you for your payment. This receipt is for your records only.\n';

export function sampleMessage(): { from: string; to: string; subject: string; text: string } {
  return {
    from: 'receipts@example.com',
    to: 'customer@example.net',
    subject: 'Your receipt',
    text: LINE.repeat(Math.ceil(BODY_BYTES / LINE.length)).slice(0, BODY_BYTES),
  };
}
