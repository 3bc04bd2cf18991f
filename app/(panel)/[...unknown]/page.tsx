import { notFound } from 'next/navigation';

/** An address that leads nowhere is answered within the panel, by its `not-found.tsx`: Next would answer it without the frame. */
export default function UnknownPage() {
  notFound();
}
