import { expect, it } from 'vitest';
import { withUnique } from './with-unique';

const save = (error: unknown) =>
  withUnique('things_key_key', { field: 'key', detail: 'It is taken.' }, () => Promise.reject(error));
const complaint = { code: '23505', constraint_name: 'things_key_key' };

it.each([complaint, Object.assign(new Error('Failed query'), { cause: complaint })])(
  'tells which field is taken, of the driver’s error and of one around it',
  (error) =>
    expect(save(error)).rejects.toMatchObject({
      code: 'name_taken',
      detail: 'It is taken.',
      options: { errors: [{ path: 'key', code: 'taken' }] },
    }),
);

it.each([
  { ...complaint, constraint_name: 'things_pkey' },
  { ...complaint, code: '23514' },
  new Error('something else'),
])('leaves any other error as it is', (error) => expect(save(error)).rejects.toBe(error));

it('gives back what was done', async () =>
  expect(await withUnique('x', { detail: '' }, () => Promise.resolve(7))).toBe(7));
