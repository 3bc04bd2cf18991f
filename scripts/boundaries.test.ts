import { execFileSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { OWNERS } from './table-owners';

describe('the rules about who may import whom', () => {
  /** What one file imports, and the rule that breaks. */
  const PLANTED: [title: string, from: string, to: string, rule: string][] = [
    ['a room below knows one above', 'lib/queue/x1.ts', 'lib/messages/y1.ts', 'queue-knows-no-room-above-it'],
    ['a tool knows a room', 'lib/async/x2.ts', 'lib/delivery/y2.ts', 'async-knows-no-room-above-it'],
    ['a room without a floor', 'lib/attic/x3.ts', 'lib/async/y3.ts', 'every-room-has-a-floor'],
    ['a door reads the database', 'app/x4.ts', 'lib/database/db.ts', 'doors-know-no-database'],
    ['the product knows a door', 'lib/messages/x5.ts', 'app/y5.ts', 'lib-knows-no-door'],
    ['the product uses what is for tests', 'lib/messages/x6.ts', 'lib/testing/y6.ts', 'testing-is-for-tests'],
    ['routing reads the database', 'lib/routing/x7.ts', 'lib/database/db.ts', 'routing-is-pure'],
  ];
  const KEPT = { from: 'lib/delivery/x8.ts', to: 'lib/queue/y8.ts' };

  /** One house with all of them: to look through it once takes as long as for each. */
  let violations: { from: string; rule: { name: string } }[];
  beforeAll(() => {
    const house = mkdtempSync(join(tmpdir(), 'relevo-house-'));
    const plant = (file: string, text: string) => {
      mkdirSync(dirname(join(house, file)), { recursive: true });
      writeFileSync(join(house, file), text);
    };
    cpSync('.dependency-cruiser.cjs', join(house, '.dependency-cruiser.cjs'));
    cpSync('tsconfig.json', join(house, 'tsconfig.json'));
    mkdirSync(join(house, 'scripts'));
    cpSync('scripts/floors.cjs', join(house, 'scripts/floors.cjs'));
    symlinkSync(resolve('node_modules'), join(house, 'node_modules'));
    for (const [from, to] of [...PLANTED.map(([, from, to]) => [from, to] as const), [KEPT.from, KEPT.to]]) {
      plant(to!, 'export const planted = 1;\n');
      plant(from!, `import { planted } from '@/${to!.replace(/\.tsx?$/, '')}';\nconsole.log(planted);\n`);
    }
    const command = ['--output-type', 'json', '--config', '.dependency-cruiser.cjs', 'lib', 'app'];
    violations = JSON.parse(run(join(house, 'node_modules/.bin/depcruise'), command, house)).summary
      .violations;
    rmSync(house, { recursive: true, force: true });
  });

  const broken = (from: string) =>
    violations.filter((violation) => violation.from === from).map(({ rule }) => rule.name);

  it.each(PLANTED)('are broken where %s', (_title, from, _to, rule) => {
    expect(broken(from)).toContain(rule);
  });

  it('are kept where a room uses one below', () => {
    expect(broken(KEPT.from)).toEqual([]);
  });
});

/** It ends with a number other than 0 where a rule is broken. */
function run(command: string, args: string[], cwd: string): string {
  try {
    return execFileSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

const modules = await Promise.all(
  globSync('drizzle/schema/*.ts').map((file) => import(/* @vite-ignore */ `../${file}`)),
);
const tables = new Map(
  modules.flatMap((module) =>
    Object.entries(module).flatMap(([name, value]) =>
      is(value, PgTable) ? [[name, getTableConfig(value).name] as const] : [],
    ),
  ),
);

describe('a table', () => {
  /** `room table`, of every place in a text that writes one. */
  function writesIn(room: string, text: string): string[] {
    const spelt = [
      ...text.matchAll(/\b(?:insert into|update|delete from|truncate|copy)\s+(?:only\s+)?"?(\w+)/gi),
    ];
    const built = [...text.matchAll(/\.(?:insert|update|delete)\(\s*(\w+)\s*\)/g)];
    const names = [...spelt.map(([, name]) => name!), ...built.map(([, name]) => tables.get(name!) ?? '')];
    return names.filter((name) => [...tables.values()].includes(name)).map((name) => `${room} ${name}`);
  }

  const written = globSync('{app,cli,jobs,lib,server}/**/*.{ts,tsx}')
    .filter((file) => !/\.test\.tsx?$|^lib\/testing\//.test(file))
    .flatMap((file) => writesIn(file.split('/').slice(0, 2).join('/'), readFileSync(file, 'utf8')));

  it('has owners that are named', () => {
    expect(Object.keys(OWNERS).toSorted()).toEqual([...tables.values()].toSorted());
  });

  it('is written by its owner alone', () => {
    const foreign = written.filter((entry) => {
      const [room, table] = entry.split(' ') as [string, string];
      return !OWNERS[table]?.includes(room.slice('lib/'.length));
    });
    expect([...new Set(foreign)]).toEqual([]);
  });

  it('written from elsewhere is found', () => {
    expect(writesIn('app/x', 'await sql()`update messages set subject = null`')).toEqual(['app/x messages']);
    expect(writesIn('lib/drills', 'tx.delete(providers)')).toEqual(['lib/drills providers']);
  });
});
