/** How a service is spoken to; a strict fake of each stands in `lib/testing/ai`. */
export type Wire = 'responses' | 'chat' | 'anthropic' | 'google' | 'cohere';

/** In millionths of a US dollar for a million tokens. */
export type KnownModel = { id: string; inputMicros: number; outputMicros: number };

export type AiKind = {
  label: string;
  wire: Wire;
  /** Null: whoever adds it says where it is. */
  endpoint: string | null;
  /** What names the key in a request. */
  auth: 'bearer' | 'x-api-key' | 'api-key' | 'x-goog-api-key';
  /** Free to ask: it tells whether the key holds, and which models there are. Beside the endpoint unless it is whole. */
  models: string;
  /** The first one is proposed. */
  known: KnownModel[];
  /** When the names and prices were read at the service; both age within months. */
  asOf: string;
  keysUrl: string | null;
  /** It works without one: a model of one's own machine. */
  keyOptional?: true;
  /** Whether it holds to a schema that is sent with the request; null: the test finds out. */
  schemas: boolean | null;
};

const usd = (dollars: number) => Math.round(dollars * 1_000_000);
const model = (id: string, input: number, output: number): KnownModel => ({
  id,
  inputMicros: usd(input),
  outputMicros: usd(output),
});

const PRICES_READ = '2026-07-01';

/** The ten services, with what a new provider of each begins with. A new one is an entry here and a case in `model.ts`. */
const KINDS = {
  openai: {
    label: 'OpenAI',
    wire: 'responses',
    endpoint: 'https://api.openai.com/v1',
    auth: 'bearer',
    models: '/models',
    known: [
      model('gpt-5.4-nano', 0.2, 1.25),
      model('gpt-5-nano', 0.05, 0.4),
      model('gpt-5.4-mini', 0.75, 4.5),
    ],
    asOf: PRICES_READ,
    keysUrl: 'https://platform.openai.com/api-keys',
    schemas: true,
  },
  anthropic: {
    label: 'Anthropic',
    wire: 'anthropic',
    endpoint: 'https://api.anthropic.com/v1',
    auth: 'x-api-key',
    models: '/models?limit=1000',
    known: [model('claude-haiku-4-5', 1, 5)],
    asOf: PRICES_READ,
    keysUrl: 'https://platform.claude.com/settings/keys',
    schemas: true,
  },
  google: {
    label: 'Google Gemini',
    wire: 'google',
    endpoint: 'https://generativelanguage.googleapis.com/v1beta',
    auth: 'x-goog-api-key',
    // Fifty at a time, else; what is known here is not among the first.
    models: '/models?pageSize=1000',
    known: [model('gemini-2.5-flash-lite', 0.1, 0.4), model('gemini-3.1-flash-lite', 0.25, 1.5)],
    asOf: PRICES_READ,
    keysUrl: 'https://aistudio.google.com/apikey',
    schemas: true,
  },
  mistral: {
    label: 'Mistral',
    wire: 'chat',
    endpoint: 'https://api.mistral.ai/v1',
    auth: 'bearer',
    models: '/models',
    known: [model('mistral-small-latest', 0.15, 0.6)],
    asOf: PRICES_READ,
    keysUrl: 'https://console.mistral.ai/api-keys',
    schemas: true,
  },
  cohere: {
    label: 'Cohere',
    wire: 'cohere',
    endpoint: 'https://api.cohere.com/v2',
    auth: 'bearer',
    // The list is of the version before.
    models: '/../v1/models?page_size=1000',
    known: [model('command-r7b-12-2024', 0.0375, 0.15)],
    asOf: PRICES_READ,
    keysUrl: 'https://dashboard.cohere.com/api-keys',
    schemas: true,
  },
  groq: {
    label: 'Groq',
    wire: 'chat',
    endpoint: 'https://api.groq.com/openai/v1',
    auth: 'bearer',
    models: '/models',
    known: [model('openai/gpt-oss-20b', 0.075, 0.3)],
    asOf: PRICES_READ,
    keysUrl: 'https://console.groq.com/keys',
    schemas: true,
  },
  deepseek: {
    label: 'DeepSeek',
    wire: 'chat',
    endpoint: 'https://api.deepseek.com',
    auth: 'bearer',
    models: '/models',
    known: [model('deepseek-v4-flash', 0.14, 0.28)],
    asOf: PRICES_READ,
    keysUrl: 'https://platform.deepseek.com/api_keys',
    schemas: false,
  },
  xai: {
    label: 'xAI',
    wire: 'responses',
    endpoint: 'https://api.x.ai/v1',
    auth: 'bearer',
    models: '/models',
    known: [model('grok-4.3', 1.25, 2.5)],
    asOf: PRICES_READ,
    keysUrl: 'https://console.x.ai',
    schemas: true,
  },
  azure: {
    label: 'Azure OpenAI',
    wire: 'responses',
    endpoint: null,
    auth: 'api-key',
    models: '/models',
    // A deployment has the name that its owner gave it.
    known: [],
    asOf: PRICES_READ,
    keysUrl: 'https://portal.azure.com',
    schemas: true,
  },
  compatible: {
    label: 'OpenAI-compatible (OpenRouter, Together, Ollama, vLLM, LM Studio)',
    wire: 'chat',
    endpoint: null,
    auth: 'bearer',
    models: '/models',
    known: [],
    asOf: PRICES_READ,
    keysUrl: null,
    keyOptional: true,
    schemas: null,
  },
} as const satisfies Record<string, AiKind>;

export type AiKindName = keyof typeof KINDS;
export const AI_KINDS = Object.keys(KINDS) as AiKindName[];

export function kindOf(kind: AiKindName): AiKind {
  return KINDS[kind];
}

/** Of one that is not known the price is not either. */
export function knownModel(kind: AiKindName, id: string): KnownModel | undefined {
  return kindOf(kind).known.find((each) => each.id === id);
}
