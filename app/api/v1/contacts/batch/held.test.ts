import { beforeAll, expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/testing/database';
import { makeToken } from '@/lib/testing/factories';
import { call, type Handler, inPieces } from '@/lib/testing/http';
import { longestHoldMs } from '@/lib/testing/longest-hold';
import { makeType } from '@/lib/testing/notification-types';
import { POST as notify } from '../../notifications/batch/route';
import { POST as makeKind } from '../../subject-kinds/route';
import { POST as saveSubjects } from '../../subjects/batch/route';
import { POST as saveContacts } from './route';

useTestDatabase();

const many = <T>(count: number, item: (n: number) => T) => Array.from({ length: count }, (_, n) => item(n));
const named = (count: number, letter: string, value: unknown) =>
  Object.fromEntries(many(count, (n) => [`${letter}${n}`, value]));
const person = (n: number) => ({
  key: `k${n}`,
  name: `Ana ${n}`,
  email: `ana${n}@example.com`,
  phone: `+59598${1_000_000 + n}`,
});

let token: string;
beforeAll(async () => {
  token = await makeToken();
  const fields = many(40, (n) => ({ name: `f${n}`, type: n % 2 ? 'number' : 'text', label: 'Field' }));
  await call(makeKind, { token, body: { key: 'loan', title: 'Loan', fields } });
  const variables = many(29, (n) => ({ name: `v${n}`, required: false, default: 'x' }));
  await makeType({ key: 'due', variables, texts: { es: `Vence ${'{{ v1 }}'.repeat(20)}` } });
});

const subjects = (data: object) => ({
  kind: 'loan',
  subjects: many(1_000, (n) => ({ key: `k${n}`, data })),
});
const notifications = (variables: object) => ({
  notifications: many(1_000, (n) => ({ type: 'due', to: person(n), variables })),
});

/** Files of 30 MB in all. */
const withFiles = {
  notifications: many(1_000, (n) => ({
    type: 'due',
    to: person(n),
    ...(n < 20 && { attachments: [{ filename: `${n}.pdf`, content: 'QUJD'.repeat(380_000) }] }),
  })),
};

/** Each as large as its route takes it. */
const BATCHES: [string, Handler, unknown][] = [
  ['people', saveContacts, { contacts: many(1_000, person) }],
  [
    'people with 50 fields each',
    saveContacts,
    { contacts: many(1_000, (n) => ({ ...person(n), fields: named(50, 'f', 'x'.repeat(100)) })) },
  ],
  [
    'people with 90 unknown properties each',
    saveContacts,
    { contacts: many(1_000, (n) => ({ ...person(n), ...named(90, 'w', 1) })) },
  ],
  [
    'subjects with 40 fields each',
    saveSubjects,
    subjects(Object.fromEntries(many(40, (n) => [`f${n}`, n % 2 ? n : 'x'.repeat(100)]))),
  ],
  ['subjects with 90 unknown fields each', saveSubjects, subjects(named(90, 'g', 1))],
  ['notifications with 29 variables each', notify, notifications(named(29, 'v', 'x'.repeat(600)))],
  ['notifications, twenty with a file of 1.5 MB', notify, withFiles],
  ['notifications with 180 unknown variables each', notify, notifications(named(180, 'w', 'x'.repeat(100)))],
];

// Files were written into one text, in one turn with those of all others: 100 ms. Subjects of unknown fields held everybody up for 74 ms, notifications of unknown variables for 61.
it.each(BATCHES)(
  '1,000 %s: others have their turn',
  async (_, handler, body) => {
    const bytes = new TextEncoder().encode(JSON.stringify(body));
    const headers = { 'content-length': String(bytes.length) };
    const post = () => call(handler, { token, body: inPieces(bytes), headers });
    // What is compiled once in the life of a process is not what is measured.
    await post();
    let answer: Awaited<ReturnType<typeof call>> | undefined;
    const held = await longestHoldMs(async () => {
      answer = await post();
    });
    expect(answer!.status).toBe(200);
    expect(answer!.body.results).toHaveLength(1_000);
    expect(held).toBeLessThan(50);
  },
  60_000,
);
