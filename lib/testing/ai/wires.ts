import type { Wire } from '@/lib/ai/call/kinds';

/** What is asked of a fake, whatever the shape in which it came. */
export type AskedOfFake = { model: string; instructions: string; prompt: string; schema: unknown };
// biome-ignore lint/suspicious/noExplicitAny: read as the documents say; what departs from it throws, and the test fails
type Body = Record<string, any>;
/** `cut`: it had no room for all of it. */
type Said = { text: string; cut: boolean; refused: boolean };

/**
 * Request and answer of each wire, as the services document them: platform.openai.com/docs/api-reference (responses, chat),
 * docs.claude.com/en/api/messages, ai.google.dev/api/generate-content, docs.cohere.com/reference/chat; read in July 2026.
 */
export type WireShape = {
  path(model: string): RegExp;
  /** Every key that may stand at the top of a request. */
  keys: string[];
  read(body: Body, path: string): AskedOfFake;
  answer(model: string, said: Said): unknown;
  /** In which the numbers below are told: 11 in, 3 of them cached, 7 out, 2 of them thoughts. */
  usage: { input: number; cached: number; output: number; reasoning: number };
};

const words = (content: unknown): string =>
  typeof content === 'string'
    ? content
    : (content as { text?: string }[]).map(({ text = '' }) => text).join('');
const of = (messages: Body[], ...roles: string[]) =>
  messages
    .filter(({ role }) => roles.includes(role))
    .map(({ content }) => words(content))
    .join('\n');

export const WIRES: Record<Wire, WireShape> = {
  responses: {
    path: () => /\/responses(\?api-version=v1)?$/,
    keys: ['model', 'input', 'text', 'max_output_tokens', 'store', 'reasoning', 'include'],
    read: ({ model, input, text }) => ({
      model,
      instructions: of(input, 'developer', 'system'),
      prompt: of(input, 'user'),
      schema: text?.format?.schema,
    }),
    answer: (model, { text, cut, refused }) => ({
      id: 'resp_1',
      object: 'response',
      created_at: 1_790_000_000,
      model,
      status: cut || refused ? 'incomplete' : 'completed',
      incomplete_details: cut
        ? { reason: 'max_output_tokens' }
        : refused
          ? { reason: 'content_filter' }
          : null,
      output: [
        {
          type: 'message',
          id: 'msg_1',
          role: 'assistant',
          status: 'completed',
          content: [{ type: 'output_text', text, annotations: [] }],
        },
      ],
      usage: {
        input_tokens: 11,
        input_tokens_details: { cached_tokens: 3 },
        output_tokens: 7,
        output_tokens_details: { reasoning_tokens: 2 },
        total_tokens: 18,
      },
    }),
    usage: { input: 11, cached: 3, output: 7, reasoning: 2 },
  },
  chat: {
    path: () => /\/chat\/completions$/,
    keys: ['model', 'messages', 'response_format', 'max_tokens', 'max_completion_tokens'],
    read: ({ model, messages, response_format: format }) => ({
      model,
      instructions: of(messages, 'system'),
      prompt: of(messages, 'user'),
      schema: format?.json_schema?.schema,
    }),
    answer: (model, { text, cut, refused }) => ({
      id: 'chatcmpl-1',
      object: 'chat.completion',
      created: 1_790_000_000,
      model,
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content: text },
          finish_reason: cut ? 'length' : refused ? 'content_filter' : 'stop',
        },
      ],
      usage: {
        prompt_tokens: 11,
        completion_tokens: 7,
        total_tokens: 18,
        prompt_tokens_details: { cached_tokens: 3 },
        completion_tokens_details: { reasoning_tokens: 2 },
        // As DeepSeek tells it.
        prompt_cache_hit_tokens: 3,
        prompt_cache_miss_tokens: 8,
      },
    }),
    usage: { input: 11, cached: 3, output: 7, reasoning: 2 },
  },
  anthropic: {
    path: () => /\/messages$/,
    keys: ['model', 'system', 'messages', 'max_tokens', 'output_config'],
    read: ({ model, system, messages, output_config: output }) => ({
      model,
      instructions: words(system),
      prompt: of(messages, 'user'),
      schema: output?.format?.schema,
    }),
    answer: (model, { text, cut, refused }) => ({
      id: 'msg_1',
      type: 'message',
      role: 'assistant',
      model,
      content: [{ type: 'text', text }],
      stop_reason: cut ? 'max_tokens' : refused ? 'refusal' : 'end_turn',
      stop_sequence: null,
      // Told without what came from the cache.
      usage: {
        input_tokens: 8,
        cache_read_input_tokens: 3,
        cache_creation_input_tokens: 0,
        output_tokens: 7,
      },
    }),
    usage: { input: 11, cached: 3, output: 7, reasoning: 0 },
  },
  google: {
    path: (model) => new RegExp(`/models/${model}:generateContent$`),
    keys: ['generationConfig', 'contents', 'systemInstruction'],
    read: ({ generationConfig, contents, systemInstruction }, path) => ({
      model: /models\/([^:]+):/.exec(path)?.[1] ?? '',
      instructions: words(systemInstruction.parts),
      prompt: words(contents[0].parts),
      schema: generationConfig.responseJsonSchema ?? generationConfig.responseSchema,
    }),
    answer: (_model, { text, cut, refused }) => ({
      candidates: [
        {
          index: 0,
          content: { role: 'model', parts: [{ text }] },
          finishReason: cut ? 'MAX_TOKENS' : refused ? 'SAFETY' : 'STOP',
        },
      ],
      usageMetadata: {
        promptTokenCount: 11,
        cachedContentTokenCount: 3,
        candidatesTokenCount: 5,
        thoughtsTokenCount: 2,
        totalTokenCount: 18,
      },
    }),
    usage: { input: 11, cached: 3, output: 7, reasoning: 2 },
  },
  cohere: {
    path: () => /\/chat$/,
    keys: ['model', 'messages', 'response_format', 'max_tokens'],
    read: ({ model, messages, response_format: format }) => ({
      model,
      instructions: of(messages, 'system'),
      prompt: of(messages, 'user'),
      schema: format?.json_schema,
    }),
    answer: (_model, { text, cut, refused }) => ({
      id: 'c1',
      message: { role: 'assistant', content: [{ type: 'text', text }] },
      finish_reason: cut ? 'MAX_TOKENS' : refused ? 'ERROR_TOXIC' : 'COMPLETE',
      usage: {
        billed_units: { input_tokens: 9, output_tokens: 7 },
        tokens: { input_tokens: 11, output_tokens: 7 },
      },
    }),
    usage: { input: 11, cached: 0, output: 7, reasoning: 0 },
  },
};
