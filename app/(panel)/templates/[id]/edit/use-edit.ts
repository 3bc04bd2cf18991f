'use client';

import { useCallback, useMemo, useRef, useState } from 'react';
import type { BlockDocument, Section } from '@/lib/templates/blocks/document';
import {
  changeNode,
  duplicateNode,
  findNode,
  insertBlock,
  insertSection,
  moveBlockTo,
  moveNode,
  neighbourOf,
  newBlock,
  newComponent,
  newSection,
  type Place,
  removeNode,
  replaceSection,
} from '@/lib/templates/blocks/edits';
import type { BlockKindName } from '@/lib/templates/blocks/registry';
import { languageOf } from '@/lib/templates/blocks/source';
import type { VariableDeclaration } from '@/lib/templates/variables';
import { type Draft, type DraftText, withVariables } from './draft';
import { useHistory } from './use-history';

export type Edit = ReturnType<typeof useEdit>['edit'];

/** What can be done to a draft, in the language that is shown; everything can be undone. */
export function useEdit(initial: Draft, wanted: string) {
  const { now: draft, change, ...history } = useHistory(initial);
  const [selected, setSelected] = useState<string | null>(null);
  // Undone together with what added it, a language is gone.
  const language = draft.texts[wanted] ? wanted : Object.keys(draft.texts)[0]!;
  const text = draft.texts[language]!;
  const latest = useRef(text.document);
  latest.current = text.document;
  /** Where the keyboard goes on once it is drawn: in the outline, or in the form. */
  const next = useRef<{ row?: string | undefined; form?: string }>({});

  const inText = useCallback(
    (make: (text: DraftText) => DraftText, what?: string) =>
      change(
        (now) => ({ ...now, texts: { ...now.texts, [language]: make(now.texts[language]!) } }),
        what && `${language}.${what}`,
      ),
    [change, language],
  );
  const edit = useMemo(() => {
    const inDocument = (make: (document: BlockDocument) => BlockDocument, what?: string) =>
      inText((text) => {
        const document = make(text.document);
        return document === text.document ? text : { ...text, document };
      }, what);
    return {
      next,
      select: (id: string | null) => setSelected(id),
      toForm: (id: string) => {
        next.current = { form: id };
        setSelected(id);
      },
      add: (kind: BlockKindName, place: Place) => {
        const block = newBlock(latest.current, kind, languageOf(language));
        next.current = { form: block.id };
        setSelected(block.id);
        inDocument((document) => insertBlock(document, block, place));
      },
      addSection: (columns: number) => {
        const section = newSection(latest.current, columns);
        setSelected(section.id);
        inDocument((document) => insertSection(document, section, document.sections.length));
      },
      /** With the variables that it needs, where they were not declared yet. */
      addComponent: (component: string, variables: VariableDeclaration[]) => {
        const section = newComponent(latest.current, component);
        next.current = { row: section.id };
        setSelected(section.id);
        change((now) => {
          const text = now.texts[language]!;
          const document = insertSection(text.document, section, text.document.sections.length);
          return withVariables(
            { ...now, texts: { ...now.texts, [language]: { ...text, document } } },
            variables,
          );
        });
      },
      /** A section becomes a component that shows the same, or the other way round. */
      exchange: (id: string, sections: Section[], variables: VariableDeclaration[] = []) => {
        setSelected(null);
        change((now) => {
          const text = now.texts[language]!;
          const document = replaceSection(text.document, id, sections);
          return withVariables(
            { ...now, texts: { ...now.texts, [language]: { ...text, document } } },
            variables,
          );
        });
      },
      remove: (id: string) => {
        const beside = neighbourOf(latest.current, id);
        next.current = { row: beside ?? undefined };
        setSelected(beside);
        inDocument((document) => removeNode(document, id));
      },
      duplicate: (id: string) => {
        const copied = duplicateNode(latest.current, id);
        next.current = { row: copied.id };
        setSelected(copied.id);
        inDocument(() => copied.document);
      },
      move: (id: string, by: -1 | 1) => {
        next.current = { row: id };
        setSelected(id);
        inDocument((document) => moveNode(document, id, by));
      },
      drop: (id: string, place: Place) => inDocument((document) => moveBlockTo(document, id, place)),
      set: (id: string, key: string, value: unknown) =>
        inDocument((document) => changeNode(document, id, { [key]: value }), `${id}.${key}`),
      document: (document: BlockDocument) => inDocument(() => document),
      text: (key: 'subject' | 'preheader', value: string) =>
        inText((text) => ({ ...text, [key]: value }), key),
      variables: (variables: VariableDeclaration[], what?: string) =>
        change((now) => ({ ...now, variables }), what && `variables.${what}`),
      /** It begins with what the one that is shown says. */
      addLanguage: (added: string) =>
        change((now) => ({ ...now, texts: { ...now.texts, [added]: now.texts[language]! } })),
      /** A whole text at once, of a language that there is or is not yet. */
      putText: (put: string, whole: DraftText) =>
        change((now) => ({ ...now, texts: { ...now.texts, [put]: whole } })),
      removeLanguage: (removed: string) =>
        change((now) => {
          const { [removed]: _gone, ...texts } = now.texts;
          return { ...now, texts };
        }),
      replace: (other: Draft) => change(() => other),
    };
  }, [inText, change, language]);

  const node = selected ? findNode(text.document, selected) : null;
  return { draft, language, text, node, selected: node ? selected : null, edit, ...history };
}
