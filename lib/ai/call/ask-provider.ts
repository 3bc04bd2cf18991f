import { generateText, type LanguageModelUsage, NoObjectGeneratedError, Output } from 'ai';
import { z } from 'zod';
import { withTimeout } from '@/lib/async/abort';
import { spansOf } from '@/lib/text/spans';
import type { AiConfig } from './config';
import { type AiFailure, failure, toFailure } from './failure';
import type { AiFault } from './faults';
import { modelOf, PROVIDER_OPTIONS } from './model';
import { type Seen, sdkFetch } from './sdk-fetch';

// Warnings of the library go to the console otherwise.
(globalThis as { AI_SDK_LOG_WARNINGS?: boolean }).AI_SDK_LOG_WARNINGS = false;

export type Asked<T> = {
  /** Ours alone: nothing that others wrote. */
  instructions: string;
  /** Goes as JSON; what others wrote is data in it. */
  input: unknown;
  name: string;
  schema: z.ZodType<T>;
  /** Models that think spend of it before the first word. */
  maxOutputTokens: number;
  signal?: AbortSignal;
};

export type Usage = { input: number; cached: number; output: number; reasoning: number };

/** `unsure`: it may have used more than `usage` says. */
export type Answer<T> = { usage: Usage; unsure: boolean; requestId: string | null; ms: number } & (
  | { ok: true; output: T }
  | { ok: false; failure: AiFailure }
);

/** One request, one answer that holds to the schema; one more try where it did not. Never throws for what a service or a network does. */
export async function askProvider<T>(config: AiConfig, asked: Asked<T>): Promise<Answer<T>> {
  const began = performance.now();
  const seen: Seen = { status: null, requestId: null, untold: 0 };
  const usage: Usage = { input: 0, cached: 0, output: 0, reasoning: 0 };
  const done = () => ({
    usage,
    unsure: seen.untold > 0,
    requestId: seen.requestId,
    ms: Math.round(performance.now() - began),
  });
  try {
    const output = await withTimeout(
      config.timeoutMs,
      (signal) => tryTwice(config, asked, { seen, usage, signal }),
      asked.signal,
    );
    if (output.ok) return { ...done(), ok: true, output: output.value };
    return { ...done(), ok: false, failure: output.failure };
  } catch (error) {
    // Given up: nobody knows how far it came.
    return { ...done(), unsure: true, ok: false, failure: toFailure(error, config.apiKey) };
  }
}

type Way = { seen: Seen; usage: Usage; signal: AbortSignal };
type Read<T> = { ok: true; value: T } | { ok: false; failure: AiFailure };

async function tryTwice<T>(config: AiConfig, asked: Asked<T>, way: Way): Promise<Read<T>> {
  const first = await tryOnce(config, asked, '', way);
  if (first.ok || first.failure.fault !== 'output') return first;
  return tryOnce(
    config,
    asked,
    '\nAnswer again, with the JSON alone: the last answer did not hold to the schema.',
    way,
  );
}

async function tryOnce<T>(config: AiConfig, asked: Asked<T>, again: string, way: Way): Promise<Read<T>> {
  const { seen, signal } = way;
  try {
    const result = await generateText({
      model: await modelOf(config, sdkFetch(config.timeoutMs, seen)),
      output: Output.object({ schema: asked.schema, name: asked.name }),
      instructions: `${asked.instructions}\n${schemaInWords(asked.schema)}${again}`,
      prompt: JSON.stringify(asked.input),
      maxOutputTokens: asked.maxOutputTokens,
      providerOptions: PROVIDER_OPTIONS,
      // Retries and failover are ours: the library repeats what an empty account refused.
      maxRetries: 0,
      abortSignal: signal,
    });
    add(way, result.usage);
    if (result.finishReason === 'content-filter') return fail('refused', 'it will not answer that');
    return { ok: true, value: result.output };
  } catch (error) {
    if (!NoObjectGeneratedError.isInstance(error))
      return { ok: false, failure: toFailure(error, config.apiKey) };
    if (error.usage) add(way, error.usage);
    if (error.finishReason === 'content-filter') return fail('refused', 'it will not answer that');
    const read = readFenced(error.text ?? '', asked.schema);
    if (read) return read;
    return fail(
      'output',
      error.finishReason === 'length' ? 'the answer was cut off' : 'the answer does not hold to the schema',
    );
  }
  function fail(fault: AiFault, words: string): Read<T> {
    return { ok: false, failure: failure(fault, seen.status, words, config.apiKey) };
  }
}

/** Some services are told no schema at all, and some models heed the words more. */
function schemaInWords(schema: z.ZodType): string {
  return `Answer with JSON alone, of this schema: ${JSON.stringify(z.toJSONSchema(schema))}`;
}

const FENCES = [['```', '```']] as const;

/** In a Markdown fence, as many models write JSON: free to mend. */
function readFenced<T>(text: string, schema: z.ZodType<T>): Read<T> | null {
  const [fenced] = spansOf(text, FENCES);
  if (!fenced) return null;
  try {
    const parsed = schema.safeParse(JSON.parse(fenced.text.slice(3, -3).replace(/^json/, '')));
    return parsed.success ? { ok: true, value: parsed.data } : null;
  } catch {
    return null;
  }
}

function add({ usage, seen }: Way, given: LanguageModelUsage): void {
  const { inputTokens, outputTokens, inputTokenDetails, outputTokenDetails } = given;
  if (isCount(inputTokens) && isCount(outputTokens)) seen.untold -= 1;
  usage.input += countOf(inputTokens);
  usage.cached += countOf(inputTokenDetails?.cacheReadTokens);
  usage.output += countOf(outputTokens);
  usage.reasoning += countOf(outputTokenDetails?.reasoningTokens);
}

/** Beyond any model that there is. */
const MOST_TOKENS = 1_000_000_000;

/** A service may say anything here: nothing, parts of a token, less than none. */
function isCount(tokens: number | undefined): tokens is number {
  return tokens !== undefined && Number.isInteger(tokens) && tokens >= 0 && tokens <= MOST_TOKENS;
}

function countOf(tokens: number | undefined): number {
  return isCount(tokens) ? tokens : 0;
}
