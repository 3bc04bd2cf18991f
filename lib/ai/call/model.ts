import type { LanguageModel } from 'ai';
import type { AiConfig } from './config';

type Fetch = typeof fetch;
type ModelObject = Exclude<LanguageModel, string>;

/** Options by which answers are not kept at the service, and little is spent on thoughts nobody reads. */
export const PROVIDER_OPTIONS = {
  openai: { store: false, reasoningEffort: 'low' },
  azure: { store: false },
  xai: { store: false },
  // For a model that it does not know by name the library would make a tool of the schema.
  anthropic: { structuredOutputMode: 'outputFormat' },
};

/** The library's object for a provider. Never a name alone: that would leave the house through a gateway of the library's maker. */
export async function modelOf(config: AiConfig, fetch: Fetch): Promise<ModelObject> {
  const { model, apiKey, endpoint: baseURL } = config;
  const given = { baseURL, fetch, apiKey: apiKey ?? '' };
  switch (config.kind) {
    case 'openai': {
      const { createOpenAI } = await import('@ai-sdk/openai');
      const { organization, project } = config;
      return createOpenAI({ ...given, ...(organization && { organization }), ...(project && { project }) })(
        model,
      );
    }
    case 'anthropic':
      return (await import('@ai-sdk/anthropic')).createAnthropic(given)(model);
    case 'google':
      return (await import('@ai-sdk/google')).createGoogleGenerativeAI(given)(model);
    case 'mistral':
      return (await import('@ai-sdk/mistral')).createMistral(given)(model);
    case 'cohere':
      return (await import('@ai-sdk/cohere')).createCohere(given)(model);
    case 'groq':
      return (await import('@ai-sdk/groq')).createGroq(given)(model);
    case 'deepseek':
      return (await import('@ai-sdk/deepseek')).createDeepSeek(given)(model);
    case 'xai':
      return (await import('@ai-sdk/xai')).createXai(given).responses(model);
    case 'azure':
      return (await import('@ai-sdk/azure')).createAzure(given)(model);
    case 'compatible': {
      const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
      return createOpenAICompatible({
        baseURL,
        fetch,
        name: 'compatible',
        ...(apiKey && { apiKey }),
        supportsStructuredOutputs: config.schemas,
      })(model);
    }
  }
}
