import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/testing/database';
import { sql } from './db';
import { storable } from './storable';

useTestDatabase();

describe('storable', () => {
  it.each(['250 queued as \0', `cut in half ${'🦤'.slice(0, 1)}`, '\uDC00 begins', 'Señora 🦤', ''])(
    '%j',
    async (reply) => {
      const value = storable({ outcomes: [{ reply, code: null, tries: 1 }] });
      const [row] = await sql()<{ value: unknown }[]>`select ${sql().json(value)}::jsonb as value`;
      expect(row!.value).toEqual(value);
      expect(value.outcomes[0]).toMatchObject({ code: null, tries: 1 });
      expect(value.outcomes[0]!.reply).toHaveLength(reply.length);
    },
  );

  it('leaves a date a date', () => {
    const at = new Date();
    expect(storable({ at }).at).toBe(at);
  });
});
