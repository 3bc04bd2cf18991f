import { getTranslations } from 'next-intl/server';
import { pathParams } from '@/app/path-params';
import { requireUser } from '@/app/session';
import { may } from '@/lib/permissions';
import { DrillScreen } from './drill-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('drills'))('one') };
}

export default async function DrillPage({ params }: { params: Promise<{ id: string }> }) {
  const user = await requireUser();
  const { id } = await pathParams(params);
  return <DrillScreen id={id} canEdit={may(user.role, 'providers.write')} />;
}
