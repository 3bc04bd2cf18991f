import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '@/components/layout/api';

const BETWEEN = '|';

/** Our templates that messages get, once for each language. */
export function useOurTexts(): { value: string; label: string }[] {
  const { data } = useQuery(apiQuery('templates'));
  return (data?.data ?? [])
    .filter(({ published, archived }) => published !== null && !archived)
    .flatMap(({ key, title, languages }) =>
      languages.map((language) => ({
        value: [key, language].join(BETWEEN),
        label: `${title} · ${language}`,
      })),
    );
}

export function partsOf(ours: string): { template: string; language: string } {
  const [template = '', language = ''] = ours.split(BETWEEN);
  return { template, language };
}
