import { getTranslations } from 'next-intl/server';
import { pathParams } from '@/app/path-params';
import { requireUser } from '@/app/session';
import { ReportsScreen } from './reports-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('domainReports'))('short') };
}

export default async function DomainReportsPage({ params }: { params: Promise<{ id: string }> }) {
  await requireUser();
  const { id } = await pathParams(params);
  return <ReportsScreen id={id} />;
}
