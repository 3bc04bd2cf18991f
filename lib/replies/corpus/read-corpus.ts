import type { Meaning, Stage } from '../meaning';

/** One reply of the field, and what it means in our own judgement. */
export type CorpusReply = { source: string; stage: Stage; text: string; means: Partial<Meaning> };

const MEANINGS: Record<string, Partial<Meaning>> = {
  gone: { fault: 'recipient', permanent: true },
  later: { fault: 'recipient', permanent: false },
  ours: { fault: 'provider', permanent: true },
  'ours now': { fault: 'provider', permanent: false },
  quota: { fault: 'provider', quota: true },
  rate: { fault: 'throttled', pace: 'rate', permanent: false },
  connections: { fault: 'throttled', pace: 'connections', permanent: false },
  content: { fault: 'content', permanent: true },
  'not carried': { fault: 'cannot_carry', permanent: true },
};

const STAGES: Record<string, Stage> = {
  session: 'session',
  auth: 'auth',
  mail: 'sender',
  rcpt: 'recipient',
  data: 'data',
};

/**
 * A corpus is text: `# source`, then a line for each reply, `stage | meaning | reply`; `\n` in a reply begins its next line.
 * @throws on a line that it cannot read
 */
export function readCorpus(corpus: string): CorpusReply[] {
  let source = '';
  return corpus.split('\n').flatMap((line): CorpusReply[] => {
    if (line.startsWith('# ')) source = line.slice(2);
    if (line.trim() === '' || line.startsWith('#')) return [];
    const [stage = '', meaning = '', ...rest] = line.split(' | ');
    const found = { stage: STAGES[stage], means: MEANINGS[meaning] };
    if (!found.stage || !found.means || rest.length === 0 || !source) throw new Error(`not a reply: ${line}`);
    return [
      { source, stage: found.stage, means: found.means, text: rest.join(' | ').replaceAll('\\n', '\n') },
    ];
  });
}
