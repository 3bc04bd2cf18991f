import { countLookUp, type Evaluation, expandSpec, SpfStop } from './evaluation';
import { findSpf, type SpfLookUp } from './find-spf';
import { matchMechanism } from './match-mechanism';
import { type Directive, parseSpf, termsOf } from './parse-spf';
import { RESULT_OF, type SpfNode, type SpfReason, type SpfResult } from './spf-result';

export type Judgement = {
  result: SpfResult;
  reason: SpfReason;
  /** Where the explanation stands: of the record that decided, never of one that it includes (RFC 7208 6.2). */
  exp: { spec: string; domain: string } | null;
};

/** RFC 7208 4. @throws SpfStop */
export async function checkHost(evaluation: Evaluation, domain: string, node: SpfNode): Promise<Judgement> {
  const found = await findSpf(domain, evaluation.resolver);
  if (found.state === 'missing') {
    return { result: 'none', reason: { code: 'no_record', domain }, exp: null };
  }
  const text = textOf(found, domain);
  const { record, flaws } = parseSpf(text);
  node.record = text;
  node.terms = termsOf(text).map((term) => ({ term, state: 'not_reached', isLookup: false }));
  // A flaw anywhere ends it before anything is evaluated (4.6).
  if (flaws.length > 0) throw new SpfStop('permerror', { code: 'syntax', domain, term: flaws[0]!.term });
  const exp = record.exp === null ? null : { spec: record.exp, domain };
  for (const directive of record.directives) {
    if (await matches(evaluation, domain, directive, node))
      return {
        result: RESULT_OF[directive.qualifier],
        reason: { code: 'matched', domain, term: directive.term },
        exp,
      };
  }
  // Of no meaning beside an `all`, wherever that stands: it has matched by now.
  if (record.redirect !== null) return redirect(evaluation, domain, record.redirect, node);
  return { result: 'neutral', reason: { code: 'nothing_matched', domain }, exp: null };
}

function textOf(found: Exclude<SpfLookUp, { state: 'missing' }>, domain: string): string {
  if (found.state === 'unknown') throw new SpfStop('temperror', { code: 'dns_failed', domain });
  if (found.state === 'several') throw new SpfStop('permerror', { code: 'several_records', domain });
  return found.text;
}

async function matches(
  evaluation: Evaluation,
  domain: string,
  { term, mechanism }: Directive,
  node: SpfNode,
): Promise<boolean> {
  const told = node.terms.find((one) => one.term === term && one.state === 'not_reached')!;
  told.state = 'failed';
  if (!['all', 'ip4', 'ip6'].includes(mechanism.kind)) {
    told.isLookup = true;
    countLookUp(evaluation, domain, term);
  }
  const matched =
    mechanism.kind === 'include'
      ? await matchInclude(evaluation, domain, { term, spec: mechanism.domain }, told)
      : await matchMechanism({ evaluation, domain, term }, mechanism);
  told.state = matched ? 'matched' : 'not_matched';
  return matched;
}

async function matchInclude(
  evaluation: Evaluation,
  domain: string,
  { term, spec }: { term: string; spec: string },
  told: SpfNode['terms'][number],
): Promise<boolean> {
  const target = await expandSpec(evaluation, domain, spec);
  told.child = { domain: target, record: null, terms: [] };
  const { result } = await checkHost(evaluation, target, told.child);
  if (result === 'none')
    throw new SpfStop('permerror', { code: 'include_without_record', domain: target, term });
  return result === 'pass';
}

async function redirect(
  evaluation: Evaluation,
  domain: string,
  spec: string,
  node: SpfNode,
): Promise<Judgement> {
  const told = node.terms.find((one) => one.term.toLowerCase().startsWith('redirect='))!;
  Object.assign(told, { state: 'failed', isLookup: true });
  countLookUp(evaluation, domain, told.term);
  const target = await expandSpec(evaluation, domain, spec);
  told.child = { domain: target, record: null, terms: [] };
  const judgement = await checkHost(evaluation, target, told.child);
  if (judgement.result === 'none')
    throw new SpfStop('permerror', { code: 'redirect_without_record', domain: target, term: told.term });
  told.state = 'matched';
  return judgement;
}
