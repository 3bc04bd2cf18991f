import { describe, expect, it } from 'vitest';
import { updateProvider } from '@/lib/providers/update';
import { inEmptyDatabase, useDatabaseForEachTest } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { applyConfiguration } from '../apply';
import { exportConfiguration, toYaml } from '../export';
import { readComments } from './keep';

useDatabaseForEachTest();

const WRITTEN = `# yaml-language-server: $schema=relevo.schema.json
# Kept in git by Ana

relevo: 1
# what applies to all
settings:
  delivery:
    retention:
      days: 31 # the accountant wants a month
# who sends
providers:
  # ours, in the basement
  Office: # it answers slowly
    kind: sandbox
    settings: {}
    # more than Backup
    weight: 3

    # both kinds
    categories:
      # receipts
      - transactional
      - marketing # news
    # the end of Office
  # elsewhere
  Backup:
    kind: sandbox
    settings: {}
# the end
`;

const asYaml = async () => toYaml(await exportConfiguration(testContext), await readComments());
const linesOf = (text: string) => text.split('\n').map((line) => line.trim());
const apply = (text: string) => applyConfiguration(testContext, text);

describe('comments of a document', () => {
  it('come out where they went in, and again the same, byte for byte, on an empty system', async () => {
    expect((await apply(WRITTEN)).comments).toBeGreaterThan(5);
    const first = await asYaml();
    const lines = linesOf(first);
    for (const [, comment] of WRITTEN.matchAll(/# (.+)$/gm)) expect(first).toContain(`# ${comment}`);
    const above = (comment: string, name: string) =>
      expect(lines[lines.indexOf(`# ${comment}`) + 1], comment).toMatch(new RegExp(`^${name}`));
    above('ours, in the basement', '# it answers slowly');
    above('it answers slowly', 'Office:');
    above('elsewhere', 'Backup:');
    above('who sends', 'providers:');
    above('more than Backup', 'weight:');
    above('receipts', '- transactional');
    expect(first).toContain('days: 31 # the accountant wants a month');
    expect(await apply(first)).toMatchObject({ comments: 0, steps: [] });
    await inEmptyDatabase(async () => {
      await apply(first);
      expect(await asYaml()).toBe(first);
      expect(await apply(first)).toMatchObject({ comments: 0, steps: [] });
    });
  });

  it('stay with what a later document does not speak of, and go where it says nothing beside it', async () => {
    await apply(WRITTEN);
    await apply('relevo: 1\nproviders:\n  Office:\n    weight: 4 # for now\n');
    const text = await asYaml();
    expect(text).toContain('weight: 4 # for now');
    for (const gone of ['more than Backup', 'ours, in the basement', 'who sends'])
      expect(text).not.toContain(gone);
    for (const kept of ['elsewhere', 'the accountant wants a month']) expect(text).toContain(kept);
  });

  it('are left as they are by JSON, by a dry run, and by a change in the panel', async () => {
    await apply(WRITTEN);
    const { id } = await makeProvider({ name: 'Third' });
    await updateProvider(testContext, { id, weight: 9 });
    const before = await asYaml();
    await apply('{"relevo":1,"providers":{"Office":{"weight":3}}}');
    const dry = await applyConfiguration(testContext, before.replaceAll(/ *# .*$/gm, ''), { dryRun: true });
    expect(dry.comments).toBeGreaterThan(0);
    expect(await asYaml()).toBe(before);
  });

  it('are as long as a person writes them, and no longer', async () => {
    await expect(apply(`relevo: 1 # ${'x'.repeat(300_000)}\n`)).rejects.toMatchObject({
      errors: [{ code: 'too_large' }],
    });
  });
});
