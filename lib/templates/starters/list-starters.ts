import type { Language } from '../blocks/block';
import type { TemplateCategory } from '../categories';
import type { VariableDeclaration } from '../variables';
import { STARTERS } from './registry';

export type StarterView = {
  key: string;
  category: TemplateCategory;
  title: Record<Language, string>;
  variables: VariableDeclaration[];
};

/** What the gallery offers, in its order. */
export function listStarters(): { data: StarterView[] } {
  return {
    data: STARTERS.map(({ key, category, title, variables }) => ({ key, category, title, variables })),
  };
}
