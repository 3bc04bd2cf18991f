import { dkimVerify } from 'mailauth';

export type Verdict = { domain: string; selector: string; algorithm: string; result: string };

/** By a verifier that is not ours. `records`: TXT by name. */
export async function verifyDkim(mail: Buffer, records: Record<string, string>): Promise<Verdict[]> {
  const resolver = async (name: string) => {
    const value = records[name];
    if (value === undefined) throw Object.assign(new Error(`no ${name}`), { code: 'ENOTFOUND' });
    return [value.match(/.{1,255}/g)!];
  };
  const { results } = await dkimVerify(mail, { resolver, strict: true } as Parameters<typeof dkimVerify>[1]);
  return results.map(({ signingDomain, selector, algo, status }) => ({
    domain: signingDomain ?? '',
    selector: selector ?? '',
    algorithm: algo ?? '',
    result: status.result + (status.comment ? ` (${status.comment})` : ''),
  }));
}
