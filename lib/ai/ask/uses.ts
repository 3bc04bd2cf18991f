/** What AI may be used for; each is a setting `ai.<use>`, off until a person switches it on. */
export const AI_USES = ['write', 'translate', 'explain', 'sort', 'figures'] as const;
export type AiUse = (typeof AI_USES)[number];
