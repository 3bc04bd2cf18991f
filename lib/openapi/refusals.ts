import { describeError, type ErrorCode } from '@/lib/errors';
import { ProblemBody } from './answers/problem';
import type { JsonSchema, Schemas } from './to-schema';

export const header = (name: string) => ({ $ref: `#/components/headers/${name}` });

export const RATE = {
  'ratelimit-limit': header('RateLimit'),
  'ratelimit-remaining': header('RateRemaining'),
  'ratelimit-reset': header('RateReset'),
};

/** Answers that refuse, each told once by the codes that it may have. */
export class Refusals {
  private readonly used = new Map<string, ErrorCode[]>();

  reference(codes: ErrorCode[]): JsonSchema {
    const name = codes.map(toPascal).join('Or');
    this.used.set(name, codes);
    return { $ref: `#/components/responses/${name}` };
  }

  components(schemas: Schemas): Record<string, JsonSchema> {
    return Object.fromEntries([...this.used].map(([name, codes]) => [name, refusal(codes, schemas)]));
  }
}

function refusal(codes: ErrorCode[], schemas: Schemas): JsonSchema {
  const { status } = describeError(codes[0]!);
  return {
    description: codes.map((code) => `\`${code}\`: ${describeError(code).title}.`).join(' '),
    headers: {
      'x-request-id': header('RequestId'),
      ...([429, 503, 507].includes(status) && { 'retry-after': header('RetryAfter') }),
      ...(status === 429 && RATE),
    },
    content: { 'application/problem+json': { schema: schemas.of(ProblemBody, 'output') } },
    'x-codes': codes,
  };
}

function toPascal(code: string): string {
  return code.replaceAll(/(?:^|_)(.)/g, (_, letter: string) => letter.toUpperCase());
}
