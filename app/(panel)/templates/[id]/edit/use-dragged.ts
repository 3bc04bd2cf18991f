'use client';

import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Place } from '@/lib/templates/blocks/edits';

type Dragged = {
  id: string;
  isSection: boolean;
  place: Place | undefined;
  onDrop: (id: string, place: Place) => void;
};

/** A row that can be picked up, and on which a block can be put down: it then stands before it. True while one is above it. */
export function useDragged(ref: RefObject<HTMLElement | null>, dragged: Dragged): boolean {
  const [isOver, setIsOver] = useState(false);
  const latest = useRef(dragged);
  latest.current = dragged;
  const { id, isSection } = dragged;
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const target = dropTargetForElements({
      element,
      canDrop: ({ source }) => source.data.block !== undefined && latest.current.place !== undefined,
      onDragEnter: () => setIsOver(true),
      onDragLeave: () => setIsOver(false),
      onDrop: ({ source }) => {
        setIsOver(false);
        const { place, onDrop } = latest.current;
        if (place) onDrop(String(source.data.block), place);
      },
    });
    if (isSection) return target;
    return combine(target, draggable({ element, getInitialData: () => ({ block: id }) }));
  }, [ref, id, isSection]);
  return isOver;
}
