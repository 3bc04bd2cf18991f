import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/app/session';
import { MatrixScreen } from './matrix-screen';

export async function generateMetadata() {
  return { title: (await getTranslations('domains'))('matrix.title') };
}

export default async function DomainMatrixPage() {
  await requireUser();
  return <MatrixScreen />;
}
