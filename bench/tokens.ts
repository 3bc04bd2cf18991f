import { Semaphore } from '@/lib/async/semaphore';
import { sha256 } from '@/lib/crypto/compare';
import { newId } from '@/lib/ids';
import { generateToken } from '@/lib/tokens/format';
import { verifyToken } from '@/lib/tokens/verify';
import type { Cluster } from './cluster';
import { atMost, type Report } from './report';
import { System } from './system';

const TOKENS = 100_000;
const PLANTED_AT_ONCE = 10_000;
const CHECKS = 10_000;
const AT_ONCE = 8;
const TARGET_MS = 0.3;
const CLIENT = { ip: '203.0.113.7', agent: 'bench' };

/** What it costs this process to check a token: one that it has not seen for a second, and one that it has. */
export async function measureTokens(cluster: Cluster): Promise<Partial<Report>> {
  const system = await System.open(cluster, 'tokens', { sinkPort: 9, connections: 1 });
  try {
    const planted = await plant(system);
    const slots = new Semaphore(AT_ONCE);
    const check = (token: string) => slots.run(() => verifyToken(token, CLIENT));
    const step = Math.floor(TOKENS / CHECKS);
    const some = Array.from({ length: CHECKS }, (_, index) => planted[index * step]!);
    await Promise.all(some.slice(0, 500).map(check));
    const unseen = await cpuMs(() => Promise.all(some.slice(500).map(check)), CHECKS - 500);
    const seen = await cpuMs(() => Promise.all(some.map(() => check(system.token))), CHECKS);
    return {
      lines: [
        `${TOKENS} tokens; CPU of this process for each check`,
        `not seen within the last second ${unseen.toFixed(3)} ms, with one read; seen ${seen.toFixed(3)} ms, with none`,
      ],
      figures: [
        atMost('token check, with its read', unseen, TARGET_MS, 'ms'),
        atMost('token check, seen before', seen, TARGET_MS, 'ms'),
      ],
    };
  } finally {
    await system.close();
  }
}

async function cpuMs(work: () => Promise<unknown>, count: number): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / count;
}

async function plant({ sql }: System): Promise<string[]> {
  const all: string[] = [];
  for (let left = TOKENS; left > 0; left -= PLANTED_AT_ONCE) {
    const some = Array.from({ length: PLANTED_AT_ONCE }, () => ({ ...generateToken(), id: newId() }));
    all.push(...some.map(({ token }) => token));
    const ids = some.map(({ id }) => id);
    await sql`
      insert into tokens (id, public_id, name, scopes)
      select id, public_id, 'planted', '{messages:send}'
      from unnest(${ids}::uuid[], ${some.map(({ publicId }) => publicId)}::text[]) as u (id, public_id)`;
    await sql`
      insert into token_secrets (id, token_id, hash, last4)
      select gen_random_uuid(), id, decode(hash, 'hex'), 'last'
      from unnest(${ids}::uuid[], ${some.map(({ token }) => sha256(token).toString('hex'))}::text[]) as u (id, hash)`;
  }
  await sql`analyze tokens, token_secrets`;
  return all;
}
