'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useAction } from '@/components/layout/use-action';
import { type ImageView, MAX_IMAGE_BYTES } from '@/lib/images/schema';
import { readAsBase64 } from '../../../../messages/compose/read-file';
import { uploadImageAction } from './actions';
import { useFlawText } from './use-flaw-text';

type Given = {
  company: string | undefined;
  lockedReason: string | null;
  onPick: (image: ImageView) => void;
};

/** Takes a picture, also one that is pasted anywhere on the page: nothing else there can be made of one. */
export function useUpload({ company, lockedReason, onPick }: Given) {
  const told = useFlawText();
  const t = useTranslations('flaws');
  const [error, setError] = useState<string | null>(null);
  const [uploaded, setUploaded] = useState<ImageView | null>(null);
  const { run, pending } = useAction(uploadImageAction, {
    invalidates: ['images'],
    onSuccess: (image) => {
      setUploaded(image);
      onPick(image);
    },
    onError: ({ errors = [] }) => {
      const [first] = errors;
      if (first) setError(told(first));
      return first !== undefined;
    },
  });
  const upload = async (file: File | undefined) => {
    if (!file || lockedReason || pending) return;
    setUploaded(null);
    // More would only travel to be refused.
    const isLarge = file.size > MAX_IMAGE_BYTES;
    setError(isLarge ? t('files_too_large', { max: MAX_IMAGE_BYTES / 1024 / 1024 }) : null);
    if (!isLarge) await run({ filename: file.name || 'image', content: await readAsBase64(file), company });
  };
  const latest = useRef(upload);
  latest.current = upload;
  useEffect(() => {
    const paste = ({ clipboardData }: ClipboardEvent) => {
      const file = [...(clipboardData?.files ?? [])].find(({ type }) => type.startsWith('image/'));
      void latest.current(file);
    };
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, []);
  return { upload: (file: File | undefined) => void upload(file), pending, error, uploaded };
}
