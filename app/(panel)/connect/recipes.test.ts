import { describe, expect, it } from 'vitest';
import type { DoorAddress } from '@/lib/env';
import { PROGRAMS, type Program, placeOf, recipeOf } from './recipes';

const NEAR: DoorAddress = {
  url: 'https://relevo.example.com',
  host: 'relevo.example.com',
  port: 587,
  tlsPort: 465,
  certified: true,
};
const TOKEN = 'rlv_abc_secret';

describe('what is to be pasted', () => {
  it.each(Object.keys(PROGRAMS) as Program[])('for %s has the place and the token', (program) => {
    const { text } = recipeOf(program, NEAR, TOKEN);
    expect(text).toContain(TOKEN);
    expect(text).toContain('relevo.example.com');
    expect(text).not.toMatch(/undefined|false\n|null/);
    if (program !== 'api') expect(text).toContain('587');
  });

  it.each(Object.keys(PROGRAMS) as Program[])('for %s differs by how the door is open', (program) => {
    if (program === 'api') return;
    const forms = [NEAR, { ...NEAR, certified: false }, { ...NEAR, port: null }];
    expect(new Set(forms.map((door) => recipeOf(program, door, TOKEN).text)).size).toBeGreaterThan(1);
  });

  it('names the port that there is, and the usual one while there is none', () => {
    expect(placeOf(NEAR)).toMatchObject({ port: 587, security: 'starttls' });
    expect(placeOf({ ...NEAR, port: null })).toMatchObject({ port: 465, security: 'tls' });
    expect(placeOf({ ...NEAR, port: null, tlsPort: null, certified: false })).toMatchObject({
      port: 2587,
      security: 'none',
    });
  });
});
