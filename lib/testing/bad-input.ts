import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import type { ActionResult } from '@/lib/http/action';
import { translator } from '@/lib/i18n/translate';
import { type Answer, expectProblem } from './http';
import { digestTables } from './stored-rows';

/** For what starts a few commands, one after the other. */
export const COMMAND_MS = 120_000;

export type Said = { code: string; en: string; es: string };

/** Asks for something wrong in each of the ways that there are, and sees after each that nothing of it is stored. */
export async function expectNothingFrom(ways: Record<string, () => Promise<void>>): Promise<void> {
  const before = await digestTables();
  expect(Object.keys(before).length).toBeGreaterThan(30);
  for (const [way, ask] of Object.entries(ways)) {
    await ask();
    expect(await digestTables(), way).toEqual(before);
  }
}

/** What the panel says of a refused action, as its forms do: of a field, else the reason, else of the code. */
export async function expectSaid(
  asked: Promise<ActionResult<unknown>>,
  { code, en, es }: Said,
): Promise<void> {
  const result = await asked;
  if (result.ok) throw new Error('It was done.');
  const { errors: [flaw] = [], reason } = result.error;
  expect(result.error.code).toBe(code);
  const sentences = (['en', 'es'] as const).map((locale) => {
    const t = translator(locale);
    if (flaw) return t(`flaws.${flaw.code}`, flaw.params);
    return reason ? t(`refusals.${reason.code}`, reason.params) : t(`errors.${result.error.code}`);
  });
  expect(sentences).toEqual([en, es]);
}

export async function expectRefused(
  asked: Promise<Answer>,
  status: number,
  code: string,
  detail: string,
): Promise<void> {
  const answer = await asked;
  expectProblem(answer, status, code);
  expect(answer.body.detail).toBe(detail);
  expect(answer.body.errors?.length ?? 1).toBe(1);
}

/** A command says one line of it, and ends with 1. */
export async function expectPrinted(args: string[], line: string | RegExp): Promise<void> {
  const asked = promisify(execFile)(process.execPath, ['scripts/run.mjs', 'cli/main.ts', ...args]);
  const { code, stdout, stderr } = await asked.then(
    () => ({ code: 0, stdout: '', stderr: '' }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr.trim()).toMatch(line);
}
