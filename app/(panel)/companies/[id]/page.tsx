import { getTranslations } from 'next-intl/server';
import { pathParams } from '@/app/path-params';
import { requireUser } from '@/app/session';
import { CompanyScreen } from './company-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('companies'))('one') };
}

export default async function CompanyPage({ params }: { params: Promise<{ id: string }> }) {
  await requireUser();
  const { id } = await pathParams(params);
  return <CompanyScreen id={id} />;
}
