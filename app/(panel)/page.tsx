import { requireUser } from '@/app/session';
import { Home } from './home';

export default async function HomePage() {
  const { name } = await requireUser();
  return <Home name={name} />;
}
