import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorMessage } from '@/lib/errors';
import type { System } from '@/lib/testing/system';
import type { Client } from './client';
import { openDatabase } from './database';
import { Random } from './random';
import type { Check, Run, Scenario } from './scenario';
import { connectClient, pauseProviders, startVictim } from './setup';

export type Result = {
  name: string;
  passed: boolean;
  done: string;
  seconds: number;
  figures: Record<string, unknown>;
  checks: Check[];
  error?: string;
};

/** Systems that short runs break side by side: most of a scenario is waiting, for what was killed or for what comes due. */
const SIDE_BY_SIDE = 2;

/** Each scenario on a system of its own; the short ones share a few, since most of their time would be its start. */
export async function perform(scenarios: Scenario[], seed: number, short: boolean): Promise<Result[]> {
  const results: Result[] = [];
  if (!short) {
    for (const scenario of scenarios)
      results.push(...(await performTogether([scenario].values(), seed, short)));
    return results;
  }
  // Whichever system is done with one takes the next.
  const waiting = scenarios.filter(({ timeLimitSeconds }) => timeLimitSeconds.short).values();
  const systems = Array.from({ length: SIDE_BY_SIDE }, () => performTogether(waiting, seed, short));
  return (await Promise.all(systems)).flat();
}

async function performTogether(
  scenarios: Iterator<Scenario> & Iterable<Scenario>,
  seed: number,
  short: boolean,
): Promise<Result[]> {
  console.error('starting Relevo …');
  const system = await startVictim();
  const results: Result[] = [];
  try {
    const client = await connectClient(system);
    for (const scenario of scenarios) {
      const result = await performOne(scenario, system, client, seed, short);
      results.push(result);
      tell(result);
    }
    client.close();
  } finally {
    if (!results.every(({ passed }) => passed)) keepOutput(system);
    await system.stop();
  }
  return results;
}

async function performOne(
  scenario: Scenario,
  system: System,
  client: Client,
  seed: number,
  short: boolean,
): Promise<Result> {
  const { name, timeLimitSeconds } = scenario;
  const began = performance.now();
  const progress = (text: string) => console.error(`${name}: ${text}`);
  const signal = AbortSignal.timeout(((short && timeLimitSeconds.short) || timeLimitSeconds.full) * 1000);
  const database = openDatabase(system);
  const random = (purpose: string) => Random.for(seed, `${name}/${purpose}`);
  const run: Run = { system, client, random, short, signal, sql: () => database, progress };
  const seconds = () => Math.round((performance.now() - began) / 100) / 10;
  try {
    const report = await scenario.run(run);
    await pauseProviders(client, signal);
    const passed = report.checks.every((check) => check.passed);
    return { name, passed, seconds: seconds(), ...report };
  } catch (error) {
    const reason = signal.aborted
      ? `not done in ${seconds()} s: ${errorMessage(error)}`
      : errorMessage(error);
    return {
      name,
      passed: false,
      done: 'not completed',
      seconds: seconds(),
      figures: {},
      checks: [],
      error: reason,
    };
  } finally {
    await database.end({ timeout: 5 });
  }
}

const LAST_LINES = 12;

/** All that Relevo and PostgreSQL wrote, where somebody can look for the cause; the end of it at once, as the files may be out of reach. */
function keepOutput(system: System): void {
  const directory = mkdtempSync(join(tmpdir(), 'relevo-chaos-'));
  const pointer = join(system.dataDir, 'postgres.location');
  const home = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : join(system.dataDir, 'postgres');
  const log = join(home, 'postgres.log');
  const texts = { relevo: system.output(), postgres: existsSync(log) ? readFileSync(log, 'utf8') : '' };
  for (const [name, text] of Object.entries(texts)) {
    const file = join(directory, `${name}.log`);
    writeFileSync(file, text);
    console.error(`What ${name} wrote: ${file}`);
    // What PostgreSQL says of a statement that failed stands in the lines behind it.
    const telling = text.split('\n').filter((line) => !/"level":"?info|"level":30|LOG: /.test(line));
    for (const line of telling.slice(-LAST_LINES)) console.error(`  ${line.slice(0, 500)}`);
  }
}

function tell({ name, passed, seconds, checks, error }: Result): void {
  for (const check of checks)
    console.error(`${name}: ${check.passed ? '✓' : '✗'} ${check.name} (${JSON.stringify(check.found)})`);
  if (error) console.error(`${name}: ✗ ${error}`);
  console.error(`${name}: ${passed ? 'passed' : 'FAILED'} in ${seconds} s`);
}
