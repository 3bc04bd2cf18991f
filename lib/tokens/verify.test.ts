import { fork } from 'node:child_process';
import { once } from 'node:events';
import postgres from 'postgres';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { countRefusal } from '@/lib/auth/throttle-programs';
import { sha256 } from '@/lib/crypto/compare';
import { databaseUrl } from '@/lib/database/database-url';
import { sql } from '@/lib/database/db';
import { holder } from '@/lib/database/pools';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { createToken } from './create';
import { generateSecret } from './format';
import { revokeToken } from './revoke';
import { verifyToken } from './verify';

useTestDatabase();

const client = { ip: null, agent: null };
const make = () => createToken(testContext, { name: 'till', scopes: ['messages:send'] });

describe('what a check reads', () => {
  const asked: { query: string; parameters: unknown[] }[] = [];
  beforeAll(async () => {
    await sql()`
      insert into tokens (id, name, public_id, scopes)
      select gen_random_uuid(), 'planted', lpad(n::text, 12, '0'), '{messages:send}' from generate_series(1, 20000) n`;
    await sql()`
      insert into token_secrets (id, token_id, hash, last4) select gen_random_uuid(), id, sha256(id::text::bytea), 'abcd' from tokens`;
    await sql()`analyze tokens, token_secrets`;
    const debug = (_: number, query: string, parameters: unknown[]) => asked.push({ query, parameters });
    await sql().end();
    holder.relevoPools!.sql = postgres(databaseUrl(), { max: 4, debug, onnotice: () => undefined });
    await sql()`select '{x}'::text[]`;
  });

  it('is one statement that goes by its indexes, and none for one that was just seen', async () => {
    const { token } = await make();
    asked.length = 0;
    await verifyToken(token, client);
    await verifyToken(token, client);
    expect(asked).toHaveLength(1);
    const [{ query, parameters }] = asked as [(typeof asked)[number]];
    const plan = await sql().unsafe(`explain (costs off) ${query}`, parameters as string[]);
    const text = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).toContain('tokens_public_id_key');
    expect(text).toContain('token_secrets_token_id_idx');
    expect(text).not.toContain('Seq Scan');
  });

  it('is nothing for who guesses the secret of a token that was just seen, once the address has sent too many', async () => {
    const { token } = await make();
    const guesser = { ip: '198.51.100.77', agent: null };
    await verifyToken(token, client);
    const wrong = () => verifyToken(generateSecret(token.slice(4, 16)), guesser).catch((error) => error);
    asked.length = 0;
    const refusal = await wrong();
    expect(asked).toHaveLength(1);
    for (let n = 0; n < 62; n++) await countRefusal(refusal, guesser.ip);
    await verifyToken(token, client);
    asked.length = 0;
    expect(await wrong()).toMatchObject({ code: 'unauthorized' });
    expect(asked).toEqual([]);
    // Whoever has the right one is let in, also from there.
    await expect(verifyToken(token, guesser)).resolves.toHaveProperty('actor');
  });

  it('is nothing for a typing error', async () => {
    const { token } = await make();
    asked.length = 0;
    const wrong = token.slice(0, -1) + (token.endsWith('a') ? 'b' : 'a');
    await expect(verifyToken(wrong, client)).rejects.toMatchObject({ code: 'unauthorized' });
    expect(asked).toEqual([]);
  });
});

it('a secret that another process has just made works at once, though the token was seen a moment ago', async () => {
  const { id, token } = await make();
  await verifyToken(token, client);
  const fresh = generateSecret(token.slice(4, 16));
  // As rotateToken of the other process does it, whose memory this one does not share.
  await sql()`update token_secrets set valid_until = now() + interval '1 hour' where token_id = ${id}`;
  await sql()`insert into token_secrets (id, token_id, hash, last4) values (${newId()}, ${id}, ${sha256(fresh)}, 'abcd')`;
  await expect(verifyToken(fresh, client)).resolves.toMatchObject({ actor: { id } });
  expect(await verifyToken(token, client)).toHaveProperty('previousUntil');
});

it('a revocation is felt within a second by another process that used the token all the time', async () => {
  const delays: number[] = [];
  // The least of three: a machine that has other things to do may be late, a longer memory always is.
  for (let round = 0; round < 3; round++) {
    const { id, token } = await make();
    const child = fork('lib/testing/token-checker.ts', [token], { execArgv: ['--import', 'tsx'] });
    onTestFinished(() => void child.kill());
    expect(await once(child, 'message')).toEqual(['works', undefined]);
    await revokeToken(testContext, { id });
    const revokedAt = Date.now();
    const [{ refusedAt, code }] = await once(child, 'message');
    expect(code).toBe('token_revoked');
    delays.push(refusedAt - revokedAt);
  }
  expect(Math.min(...delays)).toBeLessThanOrEqual(1000);
}, 60_000);
