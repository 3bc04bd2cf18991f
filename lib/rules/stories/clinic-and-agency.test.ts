import { beforeEach, expect, test } from 'vitest';
import { sql } from '@/lib/database/db';
import { loadAttachments } from '@/lib/messages/load-attachments';
import { makeContact } from '@/lib/testing/contacts';
import { daysWithNews, install, know, moveClock, news, tell, useStory } from '@/lib/testing/stories';

useStory('2026-12-01T12:30:00Z');

beforeEach(async () => {
  await makeContact({ key: 'C-1', email: 'eva@example.com', name: 'Eva', language: 'es' });
});

test('the receipt of a clinic comes with its PDF, and once', async () => {
  await install('clinic');
  const content = Buffer.from('%PDF-1.7\n%%EOF\n').toString('base64');
  const send = () =>
    tell({
      type: 'receipt-ready',
      contact: 'C-1',
      variables: { receipt_number: '001-4571', issued_on: '2026-12-01', total: 386_000, currency: 'PYG' },
      attachments: [{ filename: '001-4571.pdf', contentType: 'application/pdf', content }],
      dedupeKey: 'receipt 4571',
    });
  await send();
  expect(await send()).toMatchObject({ state: 'skipped', reason: 'duplicate' });
  expect(await news()).toEqual([expect.stringMatching(/^email eva@example\.com: Boleta 001-4571/)]);
  expect(await attached()).toEqual([['001-4571.pdf', 'application/pdf', content]]);
});

test('a tour is reminded of the day before, with its hour there', async () => {
  await install('agency', 'tour-reminder');
  const book = (key: string, starts_on: string) =>
    know({
      kind: 'booking',
      key,
      contact: 'C-1',
      data: { title: `Saltos ${key}`, starts_on, starts_at: `${starts_on}T10:30:00Z` },
    });
  await book('A', '2026-12-03');
  await book('moved', '2026-12-03');
  await book('moved', '2026-12-05');
  // The day begins at midnight there, which is 3:00 in Greenwich.
  await moveClock('2026-12-02T02:59:00Z');
  expect(await news()).toEqual([]);
  await moveClock('2026-12-02T23:00:00Z');
  expect(await news()).toEqual(['email eva@example.com: Recordatorio: Saltos A, 3 de diciembre de 2026']);
  // Booked on the eve: at the next look, and no second time on the day itself.
  await book('late', '2026-12-04');
  await moveClock('2026-12-05T01:00:00Z');
  expect((await news()).map((said) => said.split(',')[0])).toEqual([
    'email eva@example.com: Recordatorio: Saltos late',
    'email eva@example.com: Recordatorio: Saltos moved',
  ]);
});

test('the deadline of a training is told of a week and a day before it, and once it has passed', async () => {
  await install('agency', 'training-due', 'training-overdue');
  const enrol = (key: string, data: Record<string, unknown>) =>
    know({ kind: 'enrolment', key, contact: 'C-1', data });
  await enrol('E-1', { course: 'Primeros auxilios', due_on: '2026-12-11', finished: false });
  await enrol('E-2', { course: 'Ventas', due_on: '2026-12-11', finished: false });
  await moveClock('2026-12-04T12:00:00Z');
  expect(await news()).toEqual([
    'email eva@example.com: Primeros auxilios: te queda hasta el 11 de diciembre de 2026',
    'email eva@example.com: Ventas: te queda hasta el 11 de diciembre de 2026',
  ]);
  await enrol('E-2', { finished: true });
  const days = Array.from({ length: 12 }, (_, index) => `2026-12-${String(5 + index).padStart(2, '0')}`);
  expect(await daysWithNews(days, '11:59:00Z')).toEqual(['2026-12-11', '2026-12-13']);
});

async function attached(): Promise<string[][]> {
  const [row] = await sql()<{ id: string }[]>`select id from messages`;
  const files = await loadAttachments(row!.id);
  return files.map(({ filename, contentType, content }) => [
    filename,
    contentType,
    content.toString('base64'),
  ]);
}
