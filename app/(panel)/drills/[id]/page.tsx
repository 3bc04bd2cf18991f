import { getTranslations } from 'next-intl/server';
import { pathParams } from '@/app/path-params';
import { requireUser } from '@/app/session';
import { DrillScreen } from './drill-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('drills'))('one') };
}

export default async function DrillPage({ params }: { params: Promise<{ id: string }> }) {
  await requireUser();
  const { id } = await pathParams(params);
  return <DrillScreen id={id} />;
}
