'use server';

import { action } from '@/lib/http/action';
import { deleteImage } from '@/lib/images/delete';
import { ImageInput, ImageRef } from '@/lib/images/schema';
import { uploadImage } from '@/lib/images/upload';

export const uploadImageAction = action({ may: 'templates.write' }, ImageInput, uploadImage);
export const deleteImageAction = action({ may: 'templates.write' }, ImageRef, deleteImage);
