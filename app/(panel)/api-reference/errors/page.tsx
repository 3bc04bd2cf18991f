import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { explainErrors } from '@/lib/openapi/explain-errors';
import { ErrorsScreen } from './errors-screen';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('api'))('errorsTitle') };
}

export default async function ErrorsPage() {
  const { language } = await requireUser();
  return <ErrorsScreen errors={explainErrors(language)} />;
}
