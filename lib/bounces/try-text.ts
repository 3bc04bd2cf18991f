import { z } from 'zod';
import type { Context } from '@/lib/context';
import type { DecidedBy } from '@/lib/replies/classify-reply';
import { STAGES } from '@/lib/replies/meaning';
import { currentReplyRules } from '@/lib/replies/own/current';
import { classifyByAny, isUnsorted, type OwnRule, type RuleRef } from '@/lib/replies/own/match';
import { type TableRow, tableRows } from '@/lib/replies/tables';
import { shortText } from '@/lib/validation';
import { judge } from './judge';
import { parseMail } from './parse-mail';
import { readBounce } from './read-bounce';

/** `POST /api/v1/reply-rules/try`. */
export const TryInput = z.strictObject({
  /** A reply with its code, or a mail that came back: as it came, or its words. */
  text: shortText(50_000).min(3),
  as: z.enum(['reply', 'bounce']).default('reply'),
  /** Which part of the conversation the reply ended. */
  stage: z.enum(STAGES).default('recipient'),
});
export type TryInput = z.output<typeof TryInput>;

/** What is made of it; of a mail for each recipient that it speaks of. */
export type Tried = {
  class: string | null;
  cause: string | null;
  fault: string | null;
  permanent: boolean | null;
  waitSeconds: number | null;
  /** The own rule that decided. */
  rule: RuleRef | null;
  /** The table that decided, with its row where it was one. */
  table: DecidedBy['table'] | 'own' | null;
  row: TableRow | null;
  /** Its words are in no table. */
  unsorted: boolean;
};

/** What Relevo would make of a reply or a mail, and by which row of which table. Nothing of it is noted. */
export async function tryText(_ctx: Context, input: TryInput): Promise<{ data: Tried[] }> {
  const own = await currentReplyRules();
  return { data: input.as === 'reply' ? [tryReply(input, own)] : await tryMail(input.text, own) };
}

function tryReply({ text, stage }: TryInput, own: readonly OwnRule[]): Tried {
  const code = Number(/^\s*([2-5]\d\d)/.exec(text)?.[1] ?? 0);
  const { cause, fault, permanent, retryAfterMs, by, rule } = classifyByAny(
    { stage, code, text: text.trim() },
    own,
  );
  return {
    class: null,
    cause,
    fault,
    permanent: permanent ?? null,
    waitSeconds: retryAfterMs === undefined ? null : Math.round(retryAfterMs / 1000),
    ...decided(by, rule),
  };
}

/** Words that are no whole mail are taken for what stands in one. */
async function tryMail(text: string, own: readonly OwnRule[]): Promise<Tried[]> {
  const mail = /^[\w-]+:\s/.test(text.trimStart()) ? await parseMail(Buffer.from(text.trimStart())) : null;
  const words = { subject: '', fields: [], text, parts: [], files: [] };
  const { findings } = readBounce(mail ?? words, own);
  const isKnown = findings.some(({ class: kind }) => kind !== 'unknown');
  const told = isKnown || mail ? findings : [judge({ action: 'failed', words: [text] }, own)];
  return told.map(({ class: kind, cause, by, rule }) => ({
    class: kind,
    cause: cause ?? null,
    fault: null,
    permanent: null,
    waitSeconds: null,
    ...decided(by, rule),
    unsorted: kind === 'unknown' || (cause === 'unknown' && !rule),
  }));
}

function decided(by: DecidedBy | { table: 'own' } | undefined, rule: RuleRef | undefined) {
  const row =
    by && 'row' in by
      ? tableRows().find(({ table, row: number }) => table === by.table && number === by.row)
      : undefined;
  return {
    rule: rule ?? null,
    table: by?.table ?? null,
    row: row ?? null,
    unsorted: by !== undefined && isUnsorted(by),
  };
}
